package news.masthead.billing.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MailSettingsTest {

    private static final Duration LONGEST = Duration.ofMinutes(4);

    @Test
    void mail_goes_in_secret_unless_told_otherwise() {
        MailSettings settings = settings(Map.of("host", "smtp.paper.example"));

        assertEquals(MailSettings.Tls.STARTTLS, settings.tls());
        assertEquals(OptionalInt.empty(), settings.port());
        assertEquals(Duration.ofSeconds(10), settings.connectTimeout());
        assertEquals(Duration.ofMinutes(1), settings.readTimeout());
    }

    @Test
    void what_is_left_empty_is_not_given() {
        assertEquals(
                Optional.empty(),
                settings(Map.of("host", "smtp.paper.example", "user", "", "password", ""))
                        .user());
    }

    @Test
    void the_server_must_be_named() {
        assertThrows(ConfigValidationException.class, () -> settings(Map.of("from", "paper@paper.example")));
    }

    @Test
    void a_user_needs_a_password() {
        assertTrue(refusal(Map.of("user", "paper")).contains("masthead.mail.password"));
        assertTrue(refusal(Map.of("password", "secret")).contains("masthead.mail.user"));
    }

    @Test
    void an_answer_is_not_waited_for_longer_than_a_letter_may_take() {
        assertTrue(refusal(Map.of("read-timeout", "PT4M")).contains("masthead.mail.read-timeout"));
    }

    @Test
    void whom_mail_is_from_must_be_an_address() {
        assertEquals(
                "The Paper <paper@paper.example>",
                Post.sender("paper@paper.example", "The Paper").toString());
        assertEquals(
                "The Desk <desk@paper.example>",
                Post.sender("The Desk <desk@paper.example>", "The Paper").toString());
        String words = assertThrows(IllegalArgumentException.class, () -> Post.sender("the paper", "The Paper"))
                .getMessage();
        assertTrue(words.contains("masthead.mail.from"), words);
    }

    private static String refusal(Map<String, String> wrong) {
        MailSettings settings =
                settings(Stream.concat(Stream.of(Map.entry("host", "smtp.paper.example")), wrong.entrySet().stream())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return assertThrows(IllegalArgumentException.class, () -> new SmtpLine(settings, "paper.example", LONGEST))
                .getMessage();
    }

    /** @param given without their prefix */
    static MailSettings settings(Map<String, String> given) {
        Map<String, String> full = given.entrySet().stream()
                .collect(Collectors.toMap(one -> "masthead.mail." + one.getKey(), Map.Entry::getValue));
        return new SmallRyeConfigBuilder()
                .withMapping(MailSettings.class)
                .withSources(new PropertiesConfigSource(full, "test", 100))
                .build()
                .getConfigMapping(MailSettings.class);
    }
}
