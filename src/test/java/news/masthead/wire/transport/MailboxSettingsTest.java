package news.masthead.wire.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class MailboxSettingsTest {

    private static final Map<String, String> LEAST = Map.of(
            "masthead.mailboxes.wire.host", "imap.paper.example",
            "masthead.mailboxes.wire.user", "wire",
            "masthead.mailboxes.wire.password", "secret",
            "masthead.mailboxes.wire.authserv-id", "mx.paper.example");

    @Test
    void a_mailbox_is_secret_from_the_first_byte_unless_told_otherwise() {
        MailboxSettings.Mailbox mailbox = settings(LEAST).all().get("wire");

        assertEquals(MailboxSettings.Tls.IMPLICIT, mailbox.tls());
        assertEquals(OptionalInt.empty(), mailbox.port());
        assertEquals("INBOX", mailbox.folder());
        assertEquals("Done", mailbox.doneFolder());
        assertEquals("Error", mailbox.errorFolder());
    }

    @Test
    void whom_to_believe_must_be_said() {
        Map<String, String> without = new HashMap<>(LEAST);
        without.remove("masthead.mailboxes.wire.authserv-id");

        assertThrows(ConfigValidationException.class, () -> settings(without));
    }

    private static MailboxSettings settings(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(MailboxSettings.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(MailboxSettings.class);
    }
}
