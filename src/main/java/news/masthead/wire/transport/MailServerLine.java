package news.masthead.wire.transport;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPStore;

/** The line to a mail server (https://eclipse-ee4j.github.io/angus-mail/docs/api/org.eclipse.angus.mail/org/eclipse/angus/mail/imap/package-summary.html). */
final class MailServerLine {

    private static final String CONNECT_MS = "5000";
    private static final String ANSWER_MS = "20000";
    private static final String BYTES_AT_ONCE = "1000000";
    private static final int DEFAULT_PORT = -1;

    private MailServerLine() {}

    static IMAPStore connect(MailboxSettings.Mailbox mailbox) throws MessagingException {
        String protocol = mailbox.tls() == MailboxSettings.Tls.IMPLICIT ? "imaps" : "imap";
        Session session = Session.getInstance(properties("mail." + protocol + ".", mailbox.tls()));
        IMAPStore store = (IMAPStore) session.getStore(protocol);
        store.connect(mailbox.host(), mailbox.port().orElse(DEFAULT_PORT), mailbox.user(), mailbox.password());
        return store;
    }

    private static Properties properties(String prefix, MailboxSettings.Tls tls) {
        boolean starttls = tls == MailboxSettings.Tls.STARTTLS;
        Properties properties = new Properties();
        properties.put(prefix + "connectiontimeout", CONNECT_MS);
        properties.put(prefix + "timeout", ANSWER_MS);
        properties.put(prefix + "writetimeout", ANSWER_MS);
        properties.put(prefix + "fetchsize", BYTES_AT_ONCE);
        properties.put(prefix + "starttls.enable", Boolean.toString(starttls));
        properties.put(prefix + "starttls.required", Boolean.toString(starttls));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        return properties;
    }
}
