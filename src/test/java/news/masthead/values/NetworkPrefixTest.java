package news.masthead.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkPrefixTest {

    @ParameterizedTest
    @CsvSource({
        "49.32.0.0/12, 49.47.255.255, 49.48.0.0",
        "203.0.113.0/24, 203.0.113.255, 203.0.114.0",
        "203.0.113.7, 203.0.113.7, 203.0.113.8",
        "128.0.0.0/1, 255.0.0.1, 127.0.0.1",
        "2401:4900::/32, 2401:4900:ffff::1, 2401:4901::",
        "2409:4000::/22, 2409:43ff::1, 2409:4400::",
        "2001:db8::1, 2001:db8::1, 2001:db8::2",
        "10.0.0.0/8, ::ffff:10.1.2.3, ::ffff:11.1.2.3",
        "10.0.0.0/8, 10.1.2.3, a01:203::"
    })
    void holds_what_begins_with_its_bits(String prefix, String within, String without) {
        assertTrue(NetworkPrefix.of(prefix).holds(address(within)));
        assertFalse(NetworkPrefix.of(prefix).holds(address(without)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.0.0.0/0         | /0 would be every network
            ::/0              | /0 would be every network
            10.0.0.0/33       | must fix 1 to 32 bits
            2401:4900::/129   | must fix 1 to 128 bits
            ::ffff:10.0.0.0/104 | must fix 1 to 32 bits
            49.33.0.0/12      | write 49.32.0.0/12
            10.0.0.0/8/8      | is no network
            10.0.0.0/         | is no network
            10.0.0.0/-8       | is no network
            10.0.0.0/+8       | is no network
            10.0.0/8          | is no network
            10.0.0.256/32     | is no network
            proxy.example/24  | is no network
            localhost         | is no network
            '' | is no network
            """)
    void refuses_a_slip_of_the_pen_in_a_sentence(String written, String sentence) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> NetworkPrefix.of(written));
        assertTrue(refusal.getMessage().contains(sentence), refusal.getMessage());
    }

    @Test
    void surrounds_an_address() {
        assertEquals(NetworkPrefix.of("203.0.113.0/24"), NetworkPrefix.around(address("203.0.113.77"), 24));
        assertEquals(NetworkPrefix.of("203.0.113.0/24"), NetworkPrefix.around(address("::ffff:203.0.113.77"), 24));
        assertEquals(NetworkPrefix.of("2001:db8:7::/48"), NetworkPrefix.around(address("2001:db8:7:8::9"), 48));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "unknown", "_hidden", "1.2.3", "0x7f000001", "2130706433", "a.example", "1.2.3.4, 5.6.7.8"})
    void asks_nobody_about_what_is_no_address(String text) {
        assertEquals(Optional.empty(), NetworkPrefix.address(text));
    }

    private static InetAddress address(String numbers) {
        return NetworkPrefix.address(numbers).orElseThrow();
    }
}
