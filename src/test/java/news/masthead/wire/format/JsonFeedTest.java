package news.masthead.wire.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonFeedTest {

    @Test
    void an_item_with_html() {
        WireCopy copy = Reading.only("feed-1.1.json", Reading.ANI);

        assertEquals("7001", copy.guid());
        assertEquals("Salt pans of Thoothukudi flood early", copy.headline());
        assertEquals("R. Selvi, Anand K", copy.byline());
        assertEquals("en-IN", copy.language());
        assertEquals(
                Instant.parse("2026-08-12T02:30:00.250Z"), copy.firstCreated().at());
        assertEquals("2026-08-12T09:00:00+05:30", copy.versionCreated().words());
        assertEquals(
                List.of("Rain came a fortnight early.", "We had two days.", "Half the salt is lost."),
                copy.paragraphs());
        assertEquals(
                "<a href=\"https://cpa.example/7001\" rel=\"nofollow\">Permalink</a>",
                copy.blocks().getLast());
        assertEquals(
                List.of("salt", "weather"),
                copy.subjects().stream().map(WireCopy.Subject::name).toList());
    }

    @Test
    void an_item_with_plain_text_takes_its_author_from_the_feed() {
        WireCopy copy = Reading.fixture("feed-1.1.json", Reading.ANI).get(1);

        assertEquals("7002", copy.guid());
        assertEquals("ta", copy.language());
        assertEquals("CPA Desk", copy.byline());
        assertEquals(List.of("Short note.", "Second paragraph of it."), copy.paragraphs());
    }

    @Test
    void version_one_has_a_single_author() {
        WireCopy copy = Reading.text("""
                        {"version": "https://jsonfeed.org/version/1", "items": [{"id": "a", "author": {"name": "Asha"}, "content_text": "x"}]}""", Reading.MERIDIAN).getFirst();

        assertEquals("Asha", copy.byline());
    }

    @Test
    void a_feed_without_items_is_refused() {
        assertThrows(
                UnreadableWire.class,
                () -> Reading.text(
                        "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []}", Reading.MERIDIAN));
    }
}
