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

        assertEquals(PubStatus.USABLE, copy.status());
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
        "usable, Kill, KILL",
        "usable, Elimination, KILL",
        "canceled, Lead, KILL",
        "usable, Withhold, HOLD",
        "withheld, Lead, HOLD",
        "embargoed, Lead, HOLD",
        "usable, HoldForRelease, HOLD",
        "usable, Disregard, HOLD",
        "usable, Advisory, ADVISORY",
        "usable, Takes, PUBLISHABLE"
    })
    void status_and_editorial_type_together_say_what_is_allowed(String status, String type, Verdict.Action meant) {
        String json = """
                {"data": {"item": {"altids": {"itemid": "x"}, "type": "text", "headline": "H", "pubstatus": "%s",
                 "editorialtypes": ["%s"]}}, "nitf": {"body_html": "<p>B</p>"}}""".formatted(status, type);
        WireCopy copy = Reading.text(json, Reading.MERIDIAN).getFirst();

        assertEquals(meant, Verdict.of(WireMessage.of(copy), Instant.EPOCH).action());
    }
}
