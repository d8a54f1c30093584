package news.masthead.ops;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words for what happened to a reader's money, and for what staff did. */
@MessageBundle("timeline")
interface TimelineMessages {

    @Message("Asked Stripe")
    String didSync();

    @Message("Gave {amount} back")
    String didRefund(String amount);

    @Message("Refund of {amount} refused by Stripe")
    String didRefuse(String amount);

    @Message("Ended the subscription at once")
    String didEndNow();

    @Message("Let the subscription end with what is paid")
    String didEndAtTerm();

    @Message("Subscription began")
    String began();

    @Message("Paid {amount}")
    String factPaid(String amount);

    @Message("Payment of {amount} failed")
    String declined(String amount);

    @Message("{amount} given back")
    String factRefunded(String amount);

    @Message("A bank took {amount} back, until it decides")
    String factDisputed(String amount);

    @Message("The bank decided for us: {amount} came back")
    String disputeWon(String amount);

    @Message("The bank decided for the reader: {amount} is gone")
    String disputeLost(String amount);

    @Message("{plan}, at no price in rupees: see Stripe")
    String planElsewhere(String plan);

    @Message("The reason was erased with the account.")
    String reasonForgotten();

    @Message("Subscription ended: cancelled")
    String endedByReader();

    @Message("Subscription ended: the money did not come")
    String endedByPayment();

    @Message("Subscription ended: a bank took the money back")
    String endedByDispute();
}
