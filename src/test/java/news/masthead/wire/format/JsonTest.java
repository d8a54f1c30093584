package news.masthead.wire.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {

    private static final Duration QUICKLY = Duration.ofSeconds(20);
    private static final int DEEP = 200_000;

    @Test
    void a_file_that_was_cut_off_says_where() {
        assertEquals("The JSON is cut off in line 1, column 28.", refusal("{\"uri\": \"urn:x:1\", \"type\": "));
    }

    @Test
    void what_follows_the_item_is_not_passed_over() {
        assertTrue(
                refusal("{\"uri\": \"urn:x:1\", \"type\": \"text\"} {\"uri\"").startsWith("The JSON is "));
    }

    @Test
    void depth_is_refused() {
        assertTrue(refusal("[".repeat(DEEP)).contains("deeper or longer"));
        assertTrue(refusal("{\"uri\":\"x\",\"type\":" + "{\"a\":".repeat(DEEP)).contains("deeper or longer"));
    }

    @Test
    void a_name_or_a_number_longer_than_any_is_refused() {
        assertTrue(refusal("{\"" + "x".repeat(5_000) + "\": 1}").contains("deeper or longer"));
        assertTrue(refusal("{\"version\": 1" + "0".repeat(5_000) + "}").contains("deeper or longer"));
    }

    @Test
    void one_string_of_five_megabytes_ends_in_time() {
        String plain =
                "{\"uri\": \"urn:x:1\", \"type\": \"text\", \"body_html\": \"<p>" + "words ".repeat(800_000) + "\"}";

        List<WireCopy> copies = assertTimeout(QUICKLY, () -> Reading.text(plain, Reading.MERIDIAN));

        assertEquals(1, copies.getFirst().paragraphs().size());
        assertTrue(refusal(plain.replace("words", "<b>x")).contains("tags"));
    }

    @Test
    void more_items_than_any_file_has_are_refused() {
        String items = "{\"uri\": \"urn:x:1\", \"type\": \"text\"},".repeat(1_001);

        assertTrue(refusal("[" + items.substring(0, items.length() - 1) + "]").contains("1000 items"));
    }

    private static String refusal(String json) {
        return assertTimeout(
                QUICKLY,
                () -> assertThrows(UnreadableWire.class, () -> Reading.text(json, Reading.MERIDIAN))
                        .getMessage());
    }
}
