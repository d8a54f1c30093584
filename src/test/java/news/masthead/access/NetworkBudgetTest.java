package news.masthead.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import news.masthead.given.Together;
import news.masthead.values.NetworkPrefix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkBudgetTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-26T05:10:00Z"));

    @Test
    void a_network_has_so_many_new_meters_an_hour_and_its_neighbour_its_own() {
        NetworkBudget budget = new NetworkBudget(Budgets.of(3), clock);
        assertEquals(3, taken(budget, "203.0.113.1", "203.0.113.99", "203.0.113.1", "203.0.113.250", "203.0.113.7"));
        assertTrue(budget.isFull(address("203.0.113.200")));
        assertFalse(budget.isFull(address("203.0.114.1")));
        assertEquals(1, taken(budget, "203.0.114.1"));
    }

    @Test
    void of_IPv6_a_network_is_a_48() {
        NetworkBudget budget = new NetworkBudget(Budgets.of(2), clock);
        assertEquals(2, taken(budget, "2001:db8:7:1::1", "2001:db8:7:2::1", "2001:db8:7:3::1"));
        assertFalse(budget.isFull(address("2001:db8:8::1")));
    }

    @Test
    void an_IPv4_address_in_IPv6_clothes_is_the_IPv4_address() {
        NetworkBudget budget = new NetworkBudget(Budgets.of(2), clock);
        assertEquals(2, taken(budget, "203.0.113.1", "::ffff:203.0.113.2", "::ffff:203.0.113.3"));
        assertFalse(budget.isFull(address("::ffff:203.0.114.1")));
    }

    @Test
    void a_new_hour_is_a_new_budget_and_a_clock_set_back_none() {
        NetworkBudget budget = new NetworkBudget(Budgets.of(1), clock);
        assertEquals(1, taken(budget, "203.0.113.1", "203.0.113.1"));
        clock.move(Duration.ofHours(-2));
        assertEquals(0, taken(budget, "203.0.113.1"));
        clock.move(Duration.ofHours(3));
        assertEquals(1, taken(budget, "203.0.113.1", "203.0.113.1"));
        clock.move(Duration.ofMinutes(-30));
        assertEquals(0, taken(budget, "203.0.113.1"));
    }

    @Test
    void M16_a_restart_begins_with_whole_budgets() {
        assertEquals(2, taken(new NetworkBudget(Budgets.of(2), clock), "203.0.113.1", "203.0.113.1", "203.0.113.1"));
        NetworkBudget restarted = new NetworkBudget(Budgets.of(2), clock);
        assertFalse(restarted.isFull(address("203.0.113.1")));
        assertEquals(2, taken(restarted, "203.0.113.1", "203.0.113.1", "203.0.113.1"));
    }

    @Test
    void a_carrier_has_more_and_the_longest_prefix_counts() {
        NetworkBudget budget =
                new NetworkBudget(Budgets.of(1, "49.32.0.0/12=2", "49.40.0.0/16=4", "2409:4000::/22=3"), clock);
        String[] often = new String[9];
        assertEquals(2, taken(budget, fill(often, "49.33.1.1")));
        assertEquals(4, taken(budget, fill(often, "49.40.1.1")));
        assertEquals(2, taken(budget, fill(often, "49.33.2.1")), "each /24 of the carrier has its own");
        assertEquals(3, taken(budget, fill(often, "2409:4070:1::1")));
        assertEquals(1, taken(budget, fill(often, "49.48.1.1")));
    }

    @Test
    void many_at_once_get_no_more_than_the_budget() throws Exception {
        NetworkBudget budget = new NetworkBudget(Budgets.of(500), clock);
        AtomicInteger taken = new AtomicInteger();
        Together.of(16, () -> {
            IntStream.range(0, 100)
                    .filter(time -> budget.mint(address("203.0.113." + time)))
                    .forEach(time -> taken.incrementAndGet());
            return null;
        });
        assertEquals(500, taken.get());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "::1",
                "10.1.2.3",
                "172.18.0.1",
                "192.168.1.1",
                "169.254.1.1",
                "100.64.1.1",
                "fd00::1",
                "fe80::1"
            })
    void where_an_address_tells_nothing_of_a_network_nobody_is_counted(String inside) {
        NetworkBudget budget = new NetworkBudget(Budgets.of(1), clock);
        assertEquals(3, taken(budget, inside, inside, inside));
        assertFalse(budget.isFull(address(inside)));
    }

    @Test
    void switched_off_it_counts_nobody() {
        NetworkBudget budget = new NetworkBudget(new Budgets(false, 1, 1, Optional.empty()), clock);
        assertEquals(3, taken(budget, "203.0.113.1", "203.0.113.1", "203.0.113.1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.0.0.0/0=9        | /0 would be every network there is
            49.33.0.0/12=9     | write 49.32.0.0/12
            49.32.0.0/12       | is no carrier: write its network, = and its meters an hour
            49.32.0.0/12=many  | is no carrier: write its network, = and its meters an hour
            49.32.0.0/12=0     | needs a budget of at least 1 meter an hour
            jio.example=9      | is no network: write an address in numbers
            """)
    void a_slip_in_the_list_of_carriers_stops_the_start_with_a_sentence(String carriers, String sentence) {
        Budgets slip = Budgets.of(60, "106.192.0.0/11=2000", carriers);
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new NetworkBudget(slip, clock));
        assertTrue(refusal.getMessage().contains(sentence), refusal.getMessage());
    }

    @Test
    void a_budget_of_nothing_stops_the_start_with_a_sentence() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new NetworkBudget(Budgets.of(0), clock));
        assertTrue(refusal.getMessage().contains("must be at least 1"), refusal.getMessage());
    }

    private static long taken(NetworkBudget budget, String... readers) {
        return IntStream.range(0, readers.length)
                .filter(reader -> budget.mint(address(readers[reader])))
                .count();
    }

    private static String[] fill(String[] readers, String address) {
        Arrays.fill(readers, address);
        return readers;
    }

    private static InetAddress address(String numbers) {
        return NetworkPrefix.address(numbers).orElseThrow();
    }
}
