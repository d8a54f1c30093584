package news.masthead.billing;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of offers and their codes. */
@MessageBundle("promotion")
interface OfferMessages {

    @Message("{percent}% off")
    String percentOff(int percent);

    @Message("{amount} off")
    String amountOff(String amount);

    @Message("{off} your first payment")
    String firstPayment(String off);

    @Message("{off} each of your first {count} payments")
    String firstPayments(String off, int count);

    @Message("{off} every payment")
    String everyPayment(String off);

    @Message("Code")
    String code();

    @Message("Have a code?")
    String haveACode();

    @Message("Apply")
    String apply();

    @Message("Continue without a code")
    String without();

    @Message("There is no such code. Check how it is spelled.")
    String unknown();

    @Message("This code is no longer valid.")
    String over();

    @Message("This code is for another plan.")
    String otherPlan();

    @Message("You have used this code already.")
    String used();

    @Message("This code is for new subscribers.")
    String notFirst();

    @Message("This code has been used up.")
    String usedUp();
}
