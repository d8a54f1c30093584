package news.masthead.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.regex.Pattern;
import news.masthead.access.ReadersOfADay.Outcome;
import news.masthead.given.Size;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How many genuine first readers are asked to register too early because others share their network, when loops that throw their cookie away
 * run in the same networks. One seed, so the figures are the same on every machine.
 */
class CarrierNatTest {

    private static final Pattern LIST = Pattern.compile("```properties\n(.*?)```", Pattern.DOTALL);
    private static final int SHIPPED = 60;
    private static final double BAR = 0.005;

    private static String[] documented;

    @BeforeAll
    static void the_list_in_the_documentation() throws IOException {
        var list = LIST.matcher(Files.readString(Path.of("docs/carriers.md")));
        assertTrue(list.find());
        Properties properties = new Properties();
        properties.load(new StringReader(list.group(1)));
        documented = properties.getProperty("masthead.network-budget.carriers").split(",");
    }

    @Test
    void few_genuine_readers_meet_the_wall_too_early_behind_carrier_NAT() {
        Outcome listed = day(200_000, documented);
        Outcome unlisted = day(200_000);
        tell("200,000 first readers a day, carriers listed", listed);
        tell("200,000 first readers a day, no list", unlisted);
        assertTrue(listed.share() <= BAR, "false early walls: " + listed);
        assertTrue(unlisted.share() > listed.share(), "the list is what makes the difference");
        assertTrue(listed.mostOfALoopAtHome() <= SHIPPED);
        assertTrue(listed.mostOfALoopAtACarrier() <= 2_000);
    }

    @Test
    void a_larger_paper_can_see_where_its_budgets_end() {
        int readers = Size.of(300_000, 1_000_000);
        Outcome listed = day(readers, documented);
        tell("%,d first readers a day, carriers listed".formatted(readers), listed);
        assertEquals(readers, listed.genuine());
        assertTrue(listed.share() < day(readers).share());
    }

    @Test
    void M9_a_loop_without_a_cookie_gets_no_more_than_the_budget() {
        SettableClock clock = new SettableClock(Instant.parse("2026-11-26T05:00:00Z"));
        NetworkBudget budget = new NetworkBudget(Budgets.of(SHIPPED, documented), clock);
        assertEquals(SHIPPED, ReadersOfADay.loop(budget, "203.0.113.5", 1_000));
        assertEquals(SHIPPED, ReadersOfADay.loop(budget, "2001:db8:7::5", 1_000));
        assertEquals(0, ReadersOfADay.loop(budget, "203.0.113.6", 1_000), "the neighbour's address does not help");
        clock.move(Duration.ofHours(1));
        assertEquals(SHIPPED, ReadersOfADay.loop(budget, "203.0.113.5", 1_000));
    }

    private static Outcome day(int readers, String... carriers) {
        SettableClock clock = new SettableClock(Instant.parse("2026-11-25T18:30:00Z"));
        return new ReadersOfADay(new NetworkBudget(Budgets.of(SHIPPED, carriers), clock), clock).read(readers);
    }

    private static void tell(String when, Outcome outcome) {
        System.out.printf(
                "Network budget, %s: %,d of %,d genuine readers walled too early (%.3f %%); a loop of 1,000 got at most %d at home, %d at a carrier%n",
                when,
                outcome.walled(),
                outcome.genuine(),
                100 * outcome.share(),
                outcome.mostOfALoopAtHome(),
                outcome.mostOfALoopAtACarrier());
    }
}
