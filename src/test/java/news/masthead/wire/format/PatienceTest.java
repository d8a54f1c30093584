package news.masthead.wire.format;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatienceTest {

    @ParameterizedTest
    @ValueSource(strings = {"((a+)+)\\1+b", "(.*a){25}b", "(\\w+\\s?)+\\1!", "(a*)*(a*)*(a*)*(a*)*b"})
    void a_pattern_that_runs_away_is_found_out_and_cannot_hang_a_parse(String pattern) {
        assertTrue(Patience.isLost(Pattern.compile(pattern)), pattern);
        Dialect dialect = new Dialect(List.of("INS"), ZoneOffset.UTC, "en", Optional.of(Pattern.compile("(.*a){25}b")));
        String text = "Pune, Aug 12 (INS) The first paragraph.\n\n" + "a".repeat(58) + "!";
        assertTimeoutPreemptively(
                Duration.ofSeconds(2), () -> assertThrows(UnreadableWire.class, () -> Reading.text(text, dialect)));
    }

    @Test
    void the_sign_offs_we_know_are_patient() {
        for (Dialect dialect : List.of(Reading.IANS, Reading.PTI, Reading.ANI, Reading.AFP)) {
            assertFalse(Patience.isLost(dialect.signOff().orElseThrow()));
        }
    }
}
