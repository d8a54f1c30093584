package news.masthead.wire.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples are in the forms of RFC 8601, appendix B. */
class AuthenticationResultsTest {

    @Test
    void methods_and_their_properties_are_read() {
        var results = AuthenticationResults.read("MX.Paper.example 1; dkim=pass (good signature) header.d=ins.example"
                + " header.i=@ins.example; spf=softfail smtp.mailfrom=bounce@mail.ins.example; dmarc/1 = pass"
                + " header.from=\"ins.example\"");

        assertEquals("mx.paper.example", results.server());
        assertEquals(
                List.of("dkim pass", "spf softfail", "dmarc pass"),
                results.results().stream()
                        .map(result -> result.method() + " " + result.value())
                        .toList());
        assertEquals("ins.example", results.results().get(0).domain("header.d").orElseThrow());
        assertEquals(
                "mail.ins.example",
                results.results().get(1).domain("smtp.mailfrom").orElseThrow());
        assertEquals(
                "ins.example", results.results().get(2).domain("header.from").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.paper.example; none",
                "mx.paper.example",
                "mx.paper.example;;;",
                "mx.paper.example; dkim",
                "mx.paper.example; (dkim=pass header.d=ins.example)",
                "mx.paper.example; (a (nested\\) comment) dkim=pass header.d=ins.example",
                "mx.paper.example; reason=\"; dkim=pass header.d=ins.example",
                "mx.paper.example; dkim=fail reason=\"; dkim=pass header.d=ins.example\"",
                "mx.paper.example; dkim=fail header.d=ins.example dkim=pass",
                "mx.paper.example; dkim=fail reason=\"a \\\"; dkim=pass header.d=ins.example; \\\"\"",
                "mx.paper.example; spf=fail smtp.mailfrom=\"x; dkim=pass header.d=ins.example;\"@evil.example",
                "",
                "("
            })
    void nothing_passes_that_the_server_did_not_say_itself(String header) {
        assertTrue(AuthenticationResults.read(header).results().stream()
                .noneMatch(result -> result.value().equals("pass")));
    }

    @Test
    void a_property_that_is_there_twice_names_no_domain() {
        var result = AuthenticationResults.read("mx; dkim=pass header.d=evil.example header.d=ins.example")
                .results()
                .getFirst();

        assertTrue(result.domain("header.d").isEmpty());
    }

    @ParameterizedTest
    @Timeout(10)
    @ValueSource(strings = {"\\(", "\\\"", "(", "a=", "\"", ";", "x", "a.b=c ", "\\"})
    void nothing_is_too_long_for_it(String repeated) {
        for (String start : new String[] {"mx; dkim=", "mx; dkim=\"", "mx; (", "mx; dkim=fail x=", "mx; dkim=fail "}) {
            assertTrue(AuthenticationResults.read(start + repeated.repeat(100_000)).results().stream()
                    .noneMatch(result -> result.value().equals("pass")));
        }
    }

    @Test
    void no_garbage_makes_it_throw() {
        Random random = new Random(7);
        String alphabet = "mx;()\"\\= .@/dkimpass\t\u00e9\u0000";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder header = new StringBuilder();
            random.ints(random.nextInt(60), 0, alphabet.length()).forEach(i -> header.append(alphabet.charAt(i)));
            AuthenticationResults.read(header.toString());
        }
    }
}
