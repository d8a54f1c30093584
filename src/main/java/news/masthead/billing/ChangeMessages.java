package news.masthead.billing;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of what a reader does with a plan: pay what is missing, change it, pause it. */
@MessageBundle("change")
interface ChangeMessages {

    @Message("every {cycle}")
    String every(String cycle);

    @Message("Manage your plan")
    String manage();

    @Message("Then")
    String then();

    @Message("{plan} from {day}")
    String planFrom(String plan, String day);

    @Message("Change plan")
    String changePlan();

    @Message("To a longer one today, or to a shorter one when your paid term ends.")
    String changePlanWords();

    @Message("Change card")
    String changeCard();

    @Message("On our payment partner’s page; you come straight back.")
    String changeCardWords();

    @Message("Invoices")
    String invoices();

    @Message("All that you paid, with the tax, to keep or print.")
    String invoicesWords();

    @Message("Pause")
    String pause();

    @Message("Rest for a while after {day} and pay nothing.")
    String pauseWords(String day);

    @Message("Your plan is now {plan}, paid through {day}.")
    String changed(String plan, String day);

    @Message("Your plan changes to {plan} on {day}. Until then nothing changes.")
    String willChange(String plan, String day);

    @Message("Keep {plan}")
    String keep(String plan);

    @Message("Your plan stays {plan}.")
    String kept(String plan);

    @Message("Your card is changed. It is charged from the next payment on.")
    String cardChanged();

    @Message("Your card is changed. Pay what is due with it now, or it is tried again in the next days.")
    String cardChangedOwing();

    @Message("Thank you. Your payment has arrived.")
    String paid();

    @Message("Your change to {plan} waits for a payment of {amount}.")
    String waits(String plan, String amount);

    @Message(
            "Your payment of {amount} is on its way. Your bank can take a day or two over it; you need not do anything, and you can read on until {day}.")
    String awaited(String amount, String day);

    @Message(
            "Your payment of {amount} is on its way. Your bank can take a day or two over it; you need not do anything, and every story is open to you once it has arrived.")
    String awaitedFirst(String amount);

    @Message("On its way")
    String awaitedShort();

    @Message("See to it")
    String seeToIt();

    @Message(
            "Your bank has given no standing consent to renewals, so the next one may fail. Give your card again to agree to it.")
    String consentMissing();

    @Message("Give your card again")
    String giveConsent();

    @Message("Choose another plan")
    String choose();

    @Message("You have {plan}.")
    String youHave(String plan);

    @Message("Starts today. What is left of your plan is taken off the price.")
    String startsToday();

    @Message("Starts on {day}, when your paid term ends. Nothing is charged before.")
    String startsOn(String day);

    @Message("See what it costs")
    String seeCost();

    @Message("Your plan cannot be changed as it stands now.")
    String notChangeable();

    @Message("Change to {plan}")
    String changeTo(String plan);

    @Message("You pay today")
    String payToday();

    @Message("Nothing")
    String nothing();

    @Message("Tax included")
    String taxIncluded();

    @Message("Starts")
    String starts();

    @Message("Today")
    String today();

    @Message("What is left of {plan} has been taken off.")
    String credited(String plan);

    @Message("Nothing is given back for the term you have paid; you keep {plan} to its end.")
    String keepsTerm(String plan);

    @Message("Change and pay {amount}")
    String changeAndPay(String amount);

    @Message("Change on {day}")
    String changeOn(String day);

    @Message("This offer holds until {time}. Nothing is charged today.")
    String holdsForNothing(String time);

    @Message("This offer holds until {time}. Exactly this amount is charged, or nothing.")
    String holdsUntil(String time);

    @Message(
            "Your bank did not let the payment of {amount} through at once. You still have {plan}, and nothing was charged.")
    String unpaid(String amount, String plan);

    @Message(
            "You can pay on our payment partner’s page until {time}, with this card or another. Your plan changes as soon as it is paid. If you do nothing, nothing changes.")
    String unpaidWords(String time);

    @Message("Pay {amount}")
    String pay(String amount);

    @Message("Do not change")
    String leaveIt();

    @Message("Something has changed since you saw that amount, so nothing was charged. Please look again.")
    String stale();

    @Message("Fix your payment")
    String fixHeading();

    @Message("Due")
    String due();

    @Message("You can read on")
    String readOn();

    @Message("until {day}")
    String until(String day);

    @Message("as soon as it is paid")
    String oncePaid();

    @Message("Your bank declined the payment.")
    String declined();

    @Message("Your card has expired.")
    String expired();

    @Message("Your bank wants you to confirm the payment.")
    String confirm();

    @Message("Your bank has no standing consent to this amount. Pay on the page below, where it asks you for it.")
    String consent();

    @Message("Your bank is working on the payment, which can take a day or two. You need not do anything.")
    String onItsWay();

    @Message("Pay with this card or another on our payment partner’s page. Your subscription then goes on as before.")
    String payWords();

    @Message("Pay with this card or another on our payment partner’s page. Your subscription then begins.")
    String payFirstWords();

    @Message("Our payment partner does not answer right now. Please try again in a minute.")
    String silent();

    @Message("Pause your subscription")
    String pauseHeading();

    @Message(
            "You can read everything until {day}, which is paid. After that nothing is charged and stories for subscribers are closed, until your pause ends.")
    String pauseIntro(String day);

    @Message("For how long?")
    String howLong();

    @Message("{months} months")
    String months(int months);

    @Message("1 month")
    String oneMonth();

    @Message("Resumes on {day} with {amount}.")
    String goesOn(String day, String amount);

    @Message("You can come back earlier on any day.")
    String earlier();

    @Message("Choose for how long.")
    String chooseLength();

    @Message("Your subscription cannot be paused as it stands now.")
    String notPausable();

    @Message("Your subscription is paused. It resumes on {day}.")
    String pausedNotice(String day);

    @Message("You have paused from {from}. Your subscription resumes on {until} with {amount}.")
    String pausedFromTo(String from, String until, String amount);

    @Message("You have paused from {from}.")
    String pausedFrom(String from);

    @Message("Do not pause")
    String callOff();

    @Message("Your subscription is not paused any more.")
    String calledOff();

    @Message("Come back")
    String comeBack();

    @Message("Come back to {publication}")
    String comeBackHeading(String publication);

    @Message("A new term begins today and is paid today.")
    String comeBackWords();

    @Message("Come back and pay {amount}")
    String comeBackAndPay(String amount);

    @Message("Welcome back. You can read everything until {day}.")
    String welcomeBack(String day);

    @Message("Back")
    String back();

    @Message("Back to your plan")
    String toPlan();
}
