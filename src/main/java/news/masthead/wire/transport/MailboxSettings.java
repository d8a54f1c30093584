package news.masthead.wire.transport;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

/** The IMAP mailboxes that agencies send copy to. */
@ConfigMapping(prefix = "masthead.mailboxes")
interface MailboxSettings {

    @WithParentName
    Map<String, Mailbox> all();

    /** One mailbox. */
    interface Mailbox {

        String host();

        /** The protocol's own where it is not given: 993, without implicit TLS 143. */
        OptionalInt port();

        String user();

        String password();

        @WithDefault("implicit")
        Tls tls();

        /** Where copy comes in. */
        @WithDefault("INBOX")
        String folder();

        /** Where a mail goes that was taken. */
        @WithDefault("Done")
        String doneFolder();

        /** Where a mail goes that lies in quarantine here. */
        @WithDefault("Error")
        String errorFolder();

        /** What our own mail server calls itself in {@code Authentication-Results}: RFC 8601, authserv-id. */
        String authservId();

        /** From one look to the next where the server does not tell of new mail by itself (IDLE). */
        @WithDefault("PT30S")
        Duration pause();
    }

    /** How the connection is kept secret. */
    enum Tls {
        /** From the first byte. */
        IMPLICIT,
        STARTTLS,
        /** Not at all: for a server on this machine only. */
        NONE
    }
}
