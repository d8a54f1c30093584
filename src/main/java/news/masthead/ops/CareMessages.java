package news.masthead.ops;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the support desk. */
@MessageBundle("care")
interface CareMessages {

    @Message("Billing")
    String title();

    @Message("Find a reader")
    String find();

    @Message("E-mail, account number, invoice number, or any of Stripe’s numbers")
    String query();

    @Message("sub_…, in_…, cus_…, pi_…, re_… and the like; or an address as in their account.")
    String queryHint();

    @Message("Nothing on record goes by that.")
    String nobody();

    @Message("Who needs somebody")
    String cases();

    @Message("Nobody. Every subscription stands as it should.")
    String noCases();

    @Message("Was refunded in full and still renews: end it, or leave it on purpose")
    String runsUnpaid();

    @Message("A bank looks into a payment; access waits for its decision")
    String disputed();

    @Message(
            "A card network warns that a payment was fraud: refund it before its owner disputes it, or leave it on purpose")
    String fraudWarning();

    @Message("Stripe does not know this subscription")
    String unknownAtStripe();

    @Message("Runs beside another subscription of the same reader")
    String second();

    @Message("Tries at payment")
    String tries();

    @Message("None that failed in the last three days.")
    String noTries();

    @Message("Nobody logged in")
    String notLoggedIn();

    @Message("Payment pages: {opened}. Cards declined: {failed}. Wrong codes: {codes}. Minutes turned away: {refused}.")
    String tried(long opened, long failed, long codes, long refused);

    @Message("Last {at}")
    String triedLast(String at);

    @Message(", from {network}")
    String from(String network);

    @Message("Differences from Stripe")
    String drift();

    @Message("None found. What we hold is what Stripe holds.")
    String noDrift();

    @Message("We had: {ours}")
    String driftOurs(String ours);

    @Message("Stripe has: {theirs}")
    String driftTheirs(String theirs);

    @Message("healed")
    String healed();

    @Message("not healed")
    String notHealed();

    @Message("its event came later")
    String toldLater();

    @Message("found by the hourly look")
    String hourly();

    @Message("found in the night")
    String nightly();

    @Message("found by staff")
    String byStaff();

    @Message("Events put aside")
    String parkedEvents();

    @Message("What came and was not acted on. What concerns no reader, such as a payout, is counted and not listed.")
    String parkedWords();

    @Message("None.")
    String none();

    @Message("Account {number}")
    String account(long number);

    @Message("At Stripe")
    String atStripe();

    @Message("First log-in")
    String since();

    @Message("Access")
    String access();

    @Message("Reads everything until {at}")
    String readsUntil(String at);

    @Message("Reads what is free")
    String readsNothing();

    @Message("Subscriptions")
    String subscriptions();

    @Message("Never had one.")
    String neverHadOne();

    @Message("{plan}, {price} a term, price version {version}")
    String planAt(String plan, String price, String version);

    @Message("Waits for its first payment.")
    String awaiting();

    @Message("Runs, and renews on {day}.")
    String running(String day);

    @Message("Runs, though nothing that is paid is left.")
    String runningUnpaid();

    @Message("Was cancelled; ends on {day}.")
    String ending(String day);

    @Message("Is paused; nothing is collected.")
    String paused();

    @Message("A payment failed and is tried again. Paid through {day}.")
    String pastDue(String day);

    @Message("Ended on {day}.")
    String ended(String day);

    @Message("Changes to {plan} on {day}.")
    String changesTo(String plan, String day);

    @Message("Ask Stripe now")
    String sync();

    @Message("End it")
    String end();

    @Message("With what is paid")
    String atTerm();

    @Message("At once: access ends now, and no money goes back")
    String now();

    @Message("Reason, kept with your name")
    String reason();

    @Message("Payments")
    String payments();

    @Message("Nothing was ever paid.")
    String nothingPaid();

    @Message("{amount} for {plan}, paid {at}")
    String paid(String amount, String plan, String at);

    @Message("{amount} given back")
    String givenBack(String amount);

    @Message("disputed")
    String isDisputed();

    @Message("Refund")
    String refund();

    @Message("Refund of {amount}")
    String refundOf(String amount);

    @Message("{amount} of it is left. Stripe takes 5 to 10 days to bring money back.")
    String refundWords(String amount);

    @Message("A refund of all that is left ends access at once.")
    String wholeEnds();

    @Message("A refund of all that is left shortens access: it then ends on {day}.")
    String wholeShortens(String day);

    @Message("A refund of all that is left changes nothing about access.")
    String wholeKeeps();

    @Message("A refund in part leaves access as it is.")
    String partKeeps();

    @Message("Amount in rupees")
    String amount();

    @Message("As 900 or 412.50.")
    String amountHint();

    @Message("After a whole refund, end the subscription too")
    String alsoEnd();

    @Message("Without this it goes on and is charged again at the next term.")
    String alsoEndHint();

    @Message("Give the money back")
    String give();

    @Message("Type an amount in rupees, with at most two digits of paise.")
    String needsAmount();

    @Message("Nothing has changed.")
    String nothingNew();

    @Message("What it says has been taken over; the record below shows how things stood before.")
    String broughtUpToDate();

    @Message("Colleagues find it on the reader’s page.")
    String reasonHint();

    @Message("Back to the reader")
    String toReader();

    @Message("Please say why: the reason is kept.")
    String needsReason();

    @Message("Only {left} of this payment is left to give back.")
    String tooMuch(String left);

    @Message("Another refund of this payment waits for Stripe’s answer. Ask about that one first.")
    String unanswered();

    @Message("Stripe does not answer, so nothing is known to have changed. Send it again: it counts once.")
    String silent();

    @Message("Stripe refuses: {words} Nothing was changed.")
    String refused(String words);

    @Message("Stripe does not answer right now, so nothing was changed. Please try again in a minute.")
    String nothingChanged();

    @Message(
            "The money is given back. The subscription could not be ended, because Stripe does not answer: end it below.")
    String notEnded();

    @Message("A refund of {amount} waits for Stripe’s answer.")
    String waits(String amount);

    @Message("Ask again")
    String askAgain();

    @Message("What happened")
    String timeline();

    @Message("What staff did")
    String deeds();

    @Message("Nothing yet.")
    String nothingYet();

    @Message("Before: {words}")
    String before(String words);

    @Message("After: {words}")
    String after(String words);

    @Message("{at}, by {who}")
    String atBy(String at, String who);

    @Message("Events heard")
    String events();

    @Message("put aside: {note}")
    String parked(String note);

    @Message("fetched, because it did not reach us")
    String fetched();

    @Message("Tax invoices and credit notes")
    String papers();

    @Message("Tax invoice for {amount}")
    String invoice(String amount);

    @Message("Credit note for {amount}")
    String creditNote(String amount);

    @Message("Tries to buy")
    String attempts();

    @Message("{plan}, until {at}: {state}")
    String attempt(String plan, String at, String state);

    @Message("Complimentary access")
    String comps();

    @Message("Why could they read, or not?")
    String decisions();
}
