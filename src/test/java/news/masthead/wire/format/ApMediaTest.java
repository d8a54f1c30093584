package news.masthead.wire.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApMediaTest {

    @Test
    void a_feed_holds_items_without_their_words() {
        WireCopy copy = Reading.only("ap-media-feed.json", Reading.MERIDIAN);

        assertEquals("aa01", copy.guid());
        assertEquals("3", copy.version());
        assertEquals("Ferry service to Elephanta runs by battery", copy.headline());
        assertEquals("BC-AS-India-Ferry, 3rd Ld-Writethru", copy.slugline());
        assertEquals("By MEERA KALE, By JOHN PINTO", copy.byline());
        assertEquals("MUMBAI, India", copy.dateline());
        assertEquals("Mumbai", copy.location());
        assertEquals("4", copy.urgency());
        assertEquals("Eds: UPDATES: Adds fares.", copy.edNote());
        assertEquals(
                Instant.parse("2026-08-12T08:15:00Z"), copy.versionCreated().at());
        assertEquals(List.of(), copy.blocks());
        assertInstanceOf(WireMessage.Updated.class, WireMessage.of(copy));
    }

    @Test
    void an_editorial_type_kills_whatever_the_status_says() {
        WireCopy copy = Reading.fixture("ap-media-feed.json", Reading.MERIDIAN).get(1);

        assertEquals(PubStatus.CANCELED, copy.status());
        assertInstanceOf(WireMessage.Killed.class, WireMessage.of(copy));
        assertEquals("aa02", copy.guid());
    }

    @Test
    void a_picture_has_its_photographer_credit_and_caption() {
        WireCopy copy = Reading.fixture("ap-media-feed.json", Reading.MERIDIAN).get(2);

        assertEquals("picture", copy.type());
        assertEquals("Nitin Rao", copy.byline());
        assertEquals("COASTAL PRESS", copy.credit());
        assertEquals(List.of("A battery ferry leaves Mumbai on Wednesday."), copy.paragraphs());
    }

    @Test
    void the_words_that_were_fetched_with_an_item_are_its_body() {
        WireCopy copy = Reading.only("ap-media-item.json", Reading.MERIDIAN);

        assertEquals("4", copy.version());
        assertEquals(
                List.of("MUMBAI, India — The first battery ferry left on Wednesday.", "It carries 150."),
                copy.paragraphs());
        assertInstanceOf(WireMessage.Corrected.class, WireMessage.of(copy));
    }

    @ParameterizedTest
    @CsvSource({
        "usable, Withhold, WITHHELD",
        "usable, Elimination, CANCELED",
        "usable, Disregard, CANCELED",
        "canceled, Withhold, CANCELED",
        "withheld, Lead, WITHHELD",
        "usable, Takes, USABLE"
    })
    void status_and_editorial_type_together_say_what_is_allowed(String status, String type, PubStatus meant) {
        assertEquals(meant, item(status, type).status());
    }

    @Test
    void an_advisory_is_for_editors_and_a_hold_without_a_time_holds() {
        assertInstanceOf(WireMessage.Advisory.class, WireMessage.of(item("usable", "Advisory")));
        assertEquals(
                new WireTime("HoldForRelease", null),
                item("usable", "HoldForRelease").embargo());
    }

    private static WireCopy item(String status, String type) {
        return Reading.text("""
                        {"data": {"item": {"altids": {"itemid": "x"}, "type": "text", "pubstatus": "%s", "editorialtypes": ["%s"]}}}""".formatted(status, type), Reading.MERIDIAN).getFirst();
    }
}
