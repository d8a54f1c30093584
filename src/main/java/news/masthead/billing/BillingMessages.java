package news.masthead.billing;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the plans and of the reader's own plan. */
@MessageBundle("billing")
interface BillingMessages {

    @Message("Subscribe to {publication}")
    String plansHeading(String publication);

    @Message("Everything we publish, on every device. Choose how long.")
    String plansWords();

    @Message("Plans")
    String plans();

    @Message("{amount} a month")
    String aMonth(String amount);

    @Message("Renews automatically, cancel anytime.")
    String renews();

    @Message("Subscribe")
    String subscribe();

    @Message("Log in to subscribe")
    String logInToSubscribe();

    @Message("for {term}")
    String period(String term);

    @Message("Renews every {cycle} at {amount} until you cancel.")
    String renewsEvery(String cycle, String amount);

    @Message("Save {percent}%")
    String saving(int percent);

    @Message("Choose one of these plans.")
    String noSuchPlan();

    @Message("Your payment is still being confirmed. You need not pay again.")
    String beingPaid();

    @Message("Your payment did not go through. Nothing was charged.")
    String notPaid();

    @Message("Our payment partner does not answer right now. Nothing was charged; please try again in a minute.")
    String partnerSilent();

    @Message(
            "Your account pays in another currency at our payment partner, which cannot take rupees beside it. Nothing was charged; please write to us and we put it right.")
    String otherCurrency();

    @Message("That was tried too often. Nothing was charged; please try again after {time}.")
    String tryLater(String time);

    @Message("Check and pay")
    String quoteHeading();

    @Message("To pay today")
    String today();

    @Message("{amount} of it is tax")
    String taxInside(String amount);

    @Message("The law wants your state on the invoice. It does not change the price.")
    String whyState();

    @Message("Continue to payment")
    String toPayment();

    @Message("Choose another plan")
    String otherPlan();

    @Message("That price was too old to hold. Nothing was charged; this is what it costs now.")
    String quoteTooOld();

    @Message("The price has changed since you looked. Nothing was charged; this is what it costs now.")
    String priceHasChanged();

    @Message("There is no free trial for you any more. Nothing was charged; this is what it costs now.")
    String trialSpent();

    @Message("{#if days is 1}1 day{#else}{days} days{/if} free, then {amount} every {cycle}")
    String freeThen(int days, String amount, String cycle);

    @Message("{#if days is 1}1 day{#else}{days} days{/if} free for new subscribers, then {amount} every {cycle}")
    String freeForNewThen(int days, String amount, String cycle);

    @Message("Free for {#if days is 1}1 day{#else}{days} days{/if}, until {day}")
    String trial(int days, String day);

    @Message(
            "You pay nothing today. On {day} we charge {amount}, unless you cancel before: in your account, under “Your plan”, in two clicks. You then read on until that day and pay nothing.")
    String trialWords(String day, String amount);

    @Message("Continue to your free trial")
    String toTrial();

    @Message("Trial")
    String trialName();

    @Message("until {day}")
    String trialUntil(String day);

    @Message(
            "You read free of charge until {day}. We then charge {amount}, unless you cancel before; you pay nothing then.")
    String onTrial(String day, String amount);

    @Message(
            "The first payment after your trial did not go through, so your subscription has not begun. Nothing was charged; it begins as soon as you pay.")
    String trialUnpaid();

    @Message("Best value")
    String best();

    @Message("Every plan includes")
    String included();

    @Message("You pay on our payment partner’s page and come straight back.")
    String payment();

    @Message("You have {plan}.")
    String alreadyOn(String plan);

    @Message("There is nothing more to buy: every story is open to you.")
    String nothingToBuy();

    @Message("Its last payment did not go through.")
    String paymentMissing();

    @Message("Manage your plan")
    String managePlan();

    @Message("We are confirming your payment")
    String confirmingHeading();

    @Message("This takes a few seconds. The page looks again by itself and then takes you back to your story.")
    String confirmingWords();

    @Message(
            "This is taking longer than usual. You will not be charged twice: you can leave this page, and your subscription starts as soon as the payment arrives.")
    String confirmingLate();

    @Message("Look again now")
    String lookAgain();

    @Message("Thank you. Every story is open to you.")
    String bought();

    @Message("Your plan")
    String planHeading();

    @Message("You have no subscription.")
    String noPlan();

    @Message("You have complimentary access until the end of {day}. It costs nothing and ends by itself.")
    String comp(String day);

    @Message("You have complimentary access until the end of {day}. A plan that you buy starts, and is charged, today.")
    String besideComp(String day);

    @Message("See the plans")
    String seePlans();

    @Message("Plan")
    String planName();

    @Message("Price")
    String price();

    @Message("Paid through")
    String paidThrough();

    @Message("Next payment")
    String nextPayment();

    @Message("{amount} on {day}")
    String amountOn(String amount, String day);

    @Message("on {day}")
    String onDay(String day);

    @Message("None")
    String noPayment();

    @Message("You have cancelled. You can read everything until {day}. Nothing more is charged.")
    String ends(String day);

    @Message("Resume subscription")
    String resume();

    @Message("It then renews on {day} for {amount}, as before.")
    String resumeWords(String amount, String day);

    @Message("Cancel subscription")
    String cancel();

    @Message("You can read everything until {day}. Nothing more is charged, and you can resume until then.")
    String cancelWords(String day);

    @Message("Nothing more is charged, and what you have not paid for closes at once.")
    String cancelPastDueWords();

    @Message("Yes, cancel it")
    String cancelNow();

    @Message("Your last payment did not go through. You can read on until {day}; we try again before that.")
    String pastDue(String day);

    @Message("Pay now or change your card")
    String settle();

    @Message("Back to your account")
    String toAccount();

    @Message("You left the payment page. Nothing was charged.")
    String checkoutCancelled();

    @Message("Your subscription is cancelled. You can read everything until {day}.")
    String cancelled(String day);

    @Message("Your subscription is cancelled. Nothing more is charged.")
    String cancelledAtOnce();

    @Message("Our payment partner does not answer right now, so nothing was changed. Please try again in a minute.")
    String nothingChanged();

    @Message("Your subscription goes on.")
    String resumed();
}
