package news.masthead.values;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static news.masthead.values.Signature.Verdict.FORGED;
import static news.masthead.values.Signature.Verdict.GENUINE;
import static news.masthead.values.Signature.Verdict.MALFORMED;
import static news.masthead.values.Signature.Verdict.STALE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.stripe.net.Webhook;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import news.masthead.values.Signature.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The signer here is Stripe's own SDK. */
class SignatureTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final String SECRET = "whsec_now";
    private static final String OLD_SECRET = "whsec_before";
    private static final String BODY = "{\"name\":\"ಆನಂದ ₹900\"}";

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void a_header_is_judged(String what, String header, byte[] body, Verdict expected) {
        assertEquals(expected, Signature.judge(body, header, List.of(SECRET, OLD_SECRET), NOW));
    }

    static Stream<Arguments> a_header_is_judged() {
        String valid = signed(BODY, SECRET, 0);
        String code = valid.substring(valid.indexOf("v1="));
        String forged = "v1=" + "0".repeat(64);
        return Stream.of(
                row("signed now", valid, GENUINE),
                row("signed with the secret that is being replaced", signed(BODY, OLD_SECRET, 0), GENUINE),
                row("two signatures, the second fits", valid.replace(code, forged + "," + code), GENUINE),
                row("a scheme of tomorrow beside it", valid + ",v2=abc", GENUINE),
                row("300 s old", signed(BODY, SECRET, -300), GENUINE),
                row("301 s old", signed(BODY, SECRET, -301), STALE),
                row("301 s ahead", signed(BODY, SECRET, 301), STALE),
                row("a day ahead", signed(BODY, SECRET, 86_400), STALE),
                row("signed with another secret", signed(BODY, "whsec_other", 0), FORGED),
                row("v0 only", valid.replace("v1=", "v0="), MALFORMED),
                row("another time than was signed", valid.replaceFirst("t=\\d+", "t=1"), FORGED),
                row("t in letters", "t=x," + code, MALFORMED),
                row("t without a value", "t," + code, MALFORMED),
                row("t negative", "t=-1," + code, MALFORMED),
                row("t beyond every calendar", "t=99999999999999999999," + code, MALFORMED),
                row("t in other digits", valid.replaceFirst("t=\\d+", "t=१२३"), MALFORMED),
                row("no t", code, MALFORMED),
                row("no signature", valid.substring(0, valid.indexOf(',')), MALFORMED),
                row("signature empty", valid.replace(code, "v1="), FORGED),
                row("signature cut short", valid.substring(0, valid.length() - 1), FORGED),
                row("empty", "", MALFORMED),
                row("absent", null, MALFORMED),
                row("commas", ",,,", MALFORMED),
                row("equals signs", "===,=,t==,v1==", MALFORMED),
                Arguments.of("one space more in the body", valid, (BODY + " ").getBytes(UTF_8), FORGED),
                Arguments.of("body in another charset", valid, BODY.getBytes(ISO_8859_1), FORGED),
                Arguments.of("empty body", valid, new byte[0], FORGED));
    }

    @Test
    void without_a_secret_nothing_is_genuine() {
        assertEquals(FORGED, Signature.judge(BODY.getBytes(UTF_8), signed(BODY, SECRET, 0), List.of(), NOW));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void no_garbage_is_genuine_or_throws(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            String header = random.ints(random.nextInt(120), 1, 0x300)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertNotEquals(
                    GENUINE, Signature.judge(BODY.getBytes(UTF_8), "t=" + header, List.of(SECRET), NOW), header);
        }
    }

    private static Arguments row(String what, String header, Verdict expected) {
        return Arguments.of(what, header, BODY.getBytes(UTF_8), expected);
    }

    private static String signed(String body, String secret, long secondsFromNow) {
        try {
            return Webhook.Signature.generateSignatureHeader(body, secret, NOW.getEpochSecond() + secondsFromNow);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
