package news.masthead.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page about how the agencies fare, and of its alerts. */
@MessageBundle("health")
interface HealthMessages {

    @Message("Health")
    String health();

    @Message("{agency} has been silent for {silence}; usually {usual}")
    String silentUsually(String agency, String silence, String usual);

    @Message("{agency} has been silent for {silence}")
    String silent(String agency, String silence);

    @Message("Alerts")
    String alerts();

    @Message("Agency")
    String agency();

    @Message("Last item")
    String last();

    @Message("Usual gap")
    String usual();

    @Message("Counted are the items of the last 24 hours, by where they ended.")
    String lastDay();

    @Message("Accepted")
    String accepted();

    @Message("Duplicate")
    String duplicate();

    @Message("Superseded")
    String superseded();

    @Message("Quarantined")
    String quarantined();

    @Message("Not read yet")
    String unread();

    @Message("Transports")
    String transports();

    @Message("never")
    String never();

    @Message("not known yet")
    String unknown();

    @Message("silent")
    String isSilent();

    @Message("fails")
    String fails();

    @Message("works")
    String works();

    @Message("not used within a day")
    String notUsed();

    @Message("push")
    String push();

    @Message("drop folder")
    String folder();

    @Message("mailbox")
    String mailbox();

    @Message("feed")
    String feed();

    @Message("last success {when}")
    String success(String when);

    @Message("last error {when}: {error}")
    String error(String when, String error);

    @Message("Mailboxes, for all agencies")
    String mailboxes();

    @Message("{count} min")
    String minutes(long count);

    @Message("{count} h")
    String hours(long count);

    @Message("{count} days")
    String days(long count);
}
