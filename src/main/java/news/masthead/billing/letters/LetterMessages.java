package news.masthead.billing.letters;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the letters about money: what is so, what follows, and the one thing to do about it. */
@MessageBundle("letters")
interface LetterMessages {

    @Message("Dear {name},")
    String dear(String name);

    @Message("Dear reader,")
    String dearReader();

    @Message(
            "You get this letter because you have a subscription to {publication}. It is about your money, so it cannot be switched off.")
    String foot(String publication);

    @Message("For the billing desk of {publication}.")
    String staffFoot(String publication);

    @Message("Plan")
    String plan();

    @Message("Amount")
    String amount();

    @Message("Date")
    String date();

    @Message("Tax invoice")
    String invoice();

    @Message("Credit note")
    String creditNote();

    @Message("Due")
    String due();

    @Message("Account")
    String account();

    @Message("Dispute")
    String dispute();

    @Message("See your plan")
    String seePlan();

    @Message("See or cancel your plan")
    String seeOrCancel();

    @Message("Pay now or change your card")
    String settle();

    @Message("See the plans")
    String seePlans();

    @Message("We have received {amount}")
    String receiptSubject(String amount);

    @Message("Thank you. Your payment of {amount} for {plan} has arrived.")
    String receipt(String amount, String plan);

    @Message("The tax invoice is attached. It is also in your account, as long as you have one.")
    String invoiceAttached();

    @Message("Your payment of {amount} did not go through")
    String declinedSubject(String amount);

    @Message("We could not collect {amount} for {plan}.")
    String declined(String amount, String plan);

    @Message("You can read on until {day}. We try again before that; you can also pay now or change your card.")
    String declinedUntil(String day);

    @Message("Until it is paid, what only subscribers read is closed to you. You can pay now or change your card.")
    String declinedShut();

    @Message("If the payment does not come, your subscription ends by itself. You then owe us nothing.")
    String declinedThen();

    @Message("Your first payment of {amount} did not go through")
    String declinedFirstSubject(String amount);

    @Message(
            "Your free trial ended on {day}, and so did the access that it gave you. The first payment after it, {amount} for {plan}, did not go through: nothing was charged, and your subscription has not begun.")
    String declinedFirst(String day, String amount, String plan);

    @Message(
            "If you want to go on, pay now or change your card on the page below. You can read again as soon as it is paid.")
    String declinedFirstWay();

    @Message(
            "We may ask your bank again in the next days. If you do not want to go on, cancel on your plan’s page: two clicks. If the payment does not come, it ends by itself, and you owe us nothing.")
    String declinedFirstThen();

    @Message("We have refunded {amount}")
    String refundSubject(String amount);

    @Message(
            "We have sent {amount} for {plan} back to the card or account you paid from. Your bank usually shows it within 5 to 10 days.")
    String refund(String amount, String plan);

    @Message("The credit note for your tax invoice is attached.")
    String creditNoteAttached();

    @Message("A payment of {amount} is disputed")
    String disputeSubject(String amount);

    @Message("A reader’s bank has taken back {amount}. The reader’s access rests until the bank has decided.")
    String disputed(String amount);

    @Message("Answer the bank in Stripe’s dashboard before the date it gives there; no answer counts as agreement.")
    String disputeThen();

    @Message("Your subscription has ended")
    String endedSubject();

    @Message("Your subscription {plan} ended on {day}, as you asked. Nothing more is charged.")
    String endedByReader(String plan, String day);

    @Message(
            "Your subscription {plan} ended on {day}, because its last payment did not come. Nothing more is charged, and you owe us nothing.")
    String endedByPayment(String plan, String day);

    @Message(
            "Your subscription {plan} ended on {day}, because your bank took its payment back. Nothing more is charged.")
    String endedByDispute(String plan, String day);

    @Message("You had two subscriptions. One of them, {plan}, ended on {day}, and nothing more is charged for it.")
    String endedDouble(String plan, String day);

    @Message("Your other subscription, {plan}, goes on as before.")
    String endedOther(String plan);

    @Message("You are welcome back whenever you like.")
    String endedThen();

    @Message("{plan} renews on {day} for {amount}")
    String upcomingSubject(String plan, String day, String amount);

    @Message("Your subscription renews on {day}. We then charge {amount} for {plan}.")
    String upcoming(String day, String amount, String plan);

    @Message("Your free trial ends on {day}; then {amount}")
    String trialSubject(String day, String amount);

    @Message("Your free trial ends on {day}. We then charge {amount} for {plan}, for the first time.")
    String trialEnds(String day, String amount, String plan);

    @Message(
            "If you want to go on, you need not do anything. If not, cancel before {day} on the page below: two clicks, and you read on until that day.")
    String upcomingThen(String day);

    @Message("Your card expires before your next payment")
    String cardSubject();

    @Message("The card that last paid for {plan} expires before {day}, when {amount} is due.")
    String card(String plan, String day, String amount);

    @Message(
            "If your bank has sent you a new one, put it in on the page below; if you have done so already, you need not do anything. If you do not want to go on, cancel there instead.")
    String cardThen();

    @Message("Your pause ends on {day}")
    String resumingSubject(String day);

    @Message(
            "Your subscription {plan} goes on after its pause, on {day}. We then charge {amount}, and every story is open to you again.")
    String resuming(String plan, String day, String amount);

    @Message("If you want to go on, you need not do anything. If not, cancel on the page below: two clicks.")
    String resumingThen();
}
