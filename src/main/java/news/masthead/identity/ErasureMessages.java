package news.masthead.identity;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the reader's copy and of the end of an account. */
@MessageBundle("erasure")
interface ErasureMessages {

    @Message("Your data")
    String title();

    @Message(
            "Everything we keep about you, in one file (JSON). What you read is not in it: we keep that under no name.")
    String copyWords();

    @Message("Download my data")
    String download();

    @Message("Delete my account")
    String delete();

    @Message(
            "Your subscription ends at once and nothing more is charged; what is paid is not refunded by itself. Your name, your e-mail address and your devices are erased here, at our payment partner and at our log-in.")
    String goes();

    @Message(
            "What you paid and agreed to, that we announced it, and tax invoices as they were issued, stay until {day}, because tax and company law says so (Companies Act 2013, section 128). Apart from those invoices they stay under a number, without your name.")
    String stays(String day);

    @Message("This cannot be taken back. You can open a new account at any time.")
    String sure();

    @Message("Yes, delete my account")
    String deleteNow();

    @Message(
            "Our payment partner does not answer, so we could not end your subscription, and nothing was deleted. Please try again in a few minutes.")
    String notNow();

    @Message("Your account is deleted")
    String gone();

    @Message("Nothing more will be charged. If our log-in still knows you, our staff take you out there.")
    String goneWords();

    @Message("To the front page")
    String toFront();
}
