package news.masthead.local;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of local mode. */
@MessageBundle("local")
interface LocalMessages {

    @Message("Local mode")
    String heading();

    @Message(
            "This copy runs on this machine alone. Logins, payments and mail are real programs or faithful twins, and nothing leaves.")
    String words();

    @Message("Services")
    String parts();

    @Message("Accounts")
    String accounts();

    @Message("Role")
    String role();

    @Message("User")
    String user();

    @Message("Password")
    String password();

    @Message("For")
    String what();

    @Message("Places")
    String links();

    @Message("Clock")
    String clock();

    @Message("It is")
    String now();

    @Message("{time} ahead of this machine.")
    String ahead(String time);

    @Message("Move it forward: renewals, resets and retries happen as they would. It never goes back.")
    String clockWords();

    @Message("Payments")
    String payments();

    @Message("Nothing was paid yet.")
    String noPayments();

    @Message("Time")
    String time();

    @Message("Customer")
    String customer();

    @Message("Item")
    String bought();

    @Message("Amount")
    String amount();

    @Message("State")
    String state();

    @Message("Mailbox")
    String mailbox();

    @Message("No mail was sent yet.")
    String noMail();

    @Message("To {address}")
    String to(String address);

    @Message("From")
    String from();

    @Message("To")
    String toLabel();

    @Message("Sent")
    String sent();

    @Message("Links in this mail")
    String mailLinks();

    @Message("Back to the mailbox")
    String toMailbox();

    @Message("Back to local mode")
    String toLocal();
}
