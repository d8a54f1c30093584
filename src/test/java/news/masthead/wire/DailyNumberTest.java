package news.masthead.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import news.masthead.SiteTest;
import news.masthead.desk.Newsroom;
import news.masthead.given.GivenWire;
import news.masthead.story.Archive;
import org.junit.jupiter.api.Test;

/** Items of formats that give no identity, and the orders that name them by number. */
@SiteTest
class DailyNumberTest {

    @Inject
    GivenWire wire;

    @Inject
    Newsroom newsroom;

    @Inject
    Archive archive;

    @Inject
    WireItems items;

    @Test
    void an_order_kills_the_item_of_its_number_and_day_and_no_other() {
        long other = published("cpa 7101", "20 Nov 26");
        long meant = published("cpa 7101", "24 Nov 26");

        arrives(notice("KILL KILL KILL", "Please kill item cpa 7101 \"Ferry leaves\".", "24 Nov 26"));

        assertTrue(archive.story(meant).orElseThrow().isKilled());
        assertFalse(archive.story(other).orElseThrow().isKilled());
    }

    @Test
    void an_order_of_the_next_day_finds_yesterday_s_item() {
        long meant = published("cpa 7102", "24 Nov 26");

        arrives(notice("KILL KILL KILL", "Please kill item cpa 7102, it is wrong.", "25 Nov 26"));

        assertTrue(archive.story(meant).orElseThrow().isKilled());
    }

    @Test
    void an_order_that_comes_first_stops_the_item_of_its_day_alone() {
        arrives(notice("KILL KILL KILL", "Please kill item cpa 7103, it is wrong.", "24 Nov 26"));

        assertEquals(WireItem.Standing.KILLED, standing(arrives(story("cpa 7103", "24 Nov 26"))));
        assertEquals(WireItem.Standing.NEW, standing(arrives(story("cpa 7103", "26 Nov 26"))));
    }

    @Test
    void an_order_to_hold_withholds_it() {
        long meant = published("cpa 7104", "24 Nov 26");

        arrives(notice("HOLD HOLD HOLD", "Please hold item cpa 7104.", "24 Nov 26"));

        assertTrue(archive.story(meant).orElseThrow().isWithheld());
    }

    private long published(String number, String day) {
        return newsroom.publish(
                arrives(story(number, day)), GivenWire.aDecision("Ferry leaves"), Optional.empty(), "Test Editor");
    }

    private WireItem.Standing standing(long item) {
        return items.findById(item).standing;
    }

    private long arrives(String file) {
        return wire.arrives("cpa", file.getBytes(StandardCharsets.ISO_8859_1))
                .items()
                .getFirst()
                .item();
    }

    private static String story(String number, String day) {
        return message(number, "Ferry leaves", "   Malpe (cpa) - It left.\r\n\r\n   That was on " + day + ".", day);
    }

    private static String notice(String head, String words, String day) {
        return message("cpa 7999", head, words, day);
    }

    private static String message(String number, String head, String words, String day) {
        String[] parts = day.split(" ", 2);
        return "\1cpb0063 4 i 40  " + number + "\r\n\r\nHarbour/\r\n\2" + head + " =\r\n\r\n" + words + "\r\n\r\n\3"
                + parts[0] + "1150 GMT " + parts[1] + "\r\n\4";
    }
}
