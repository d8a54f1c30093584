package news.masthead.ops;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words for the letters about money on a reader's page at the support desk. */
@MessageBundle("letterrow")
interface LetterRowMessages {

    @Message("Letters about money")
    String title();

    @Message("None was due.")
    String none();

    @Message("About {day}")
    String about(String day);

    @Message("Receipt for {amount}")
    String receipt(String amount);

    @Message("Payment of {amount} did not go through")
    String declined(String amount);

    @Message("Refund of {amount}")
    String refund(String amount);

    @Message("Dispute of {amount}, to the billing desk")
    String dispute(String amount);

    @Message("End of the subscription")
    String ended();

    @Message("Renewal ahead, for {amount}")
    String upcoming(String amount);

    @Message("Card expires before the next payment")
    String cardExpiring();

    @Message("End of the pause ahead, for {amount}")
    String resuming(String amount);

    @Message("Sent {at}")
    String sent(String at);

    @Message("Waits to be sent since {at}")
    String queued(String at);

    @Message("Not sent yet, after try {tries}: {problem}")
    String triedAgain(int tries, String problem);

    @Message("Not sent, given up after try {tries}: {problem}")
    String failed(int tries, String problem);

    @Message("Not sent: {problem}")
    String dropped(String problem);
}
