package news.masthead.ops;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the operator's pages about readers. */
@MessageBundle("readers")
interface ReaderMessages {

    @Message("Readers")
    String readers();

    @Message("E-mail address")
    String email();

    @Message("Find")
    String find();

    @Message("Nobody has logged in with this address.")
    String nobody();

    @Message("Banned")
    String banned();

    @Message("Address confirmed")
    String confirmed();

    @Message("Yes")
    String yes();

    @Message("No")
    String no();

    @Message("First log-in")
    String firstLogIn();

    @Message("Devices logged in")
    String loggedInOn();

    @Message("Reads everything until")
    String paidUntil();

    @Message("Nothing paid or given")
    String nothingPaid();

    @Message(
            "A ban ends all sessions at once and refuses every log-in. What was paid stays as it is; refunds are made on the billing page.")
    String banWords();

    @Message("Reason, kept with the account")
    String reason();

    @Message("Ban this account")
    String ban();

    @Message("Lift the ban")
    String lift();

    @Message("Log out everywhere")
    String endSessions();

    @Message("Please say why: the reason is kept.")
    String needsReason();

    @Message("This is your own account, and nobody could let you in again.")
    String ownAccount();

    @Message("Done.")
    String done();

    @Message("What was done to this account")
    String history();

    @Message("Banned")
    String wasBanned();

    @Message("Ban lifted")
    String wasLifted();

    @Message("Logged out everywhere")
    String wasLoggedOut();

    @Message("{at}, by {by}")
    String atBy(String at, String by);

    @Message("Erased here, to be deleted at the log-in")
    String left();

    @Message("Account {account}: user {subject}")
    String leftAtProvider(long account, String subject);

    @Message("Find another reader")
    String findAnother();
}
