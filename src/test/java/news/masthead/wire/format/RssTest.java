package news.masthead.wire.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RssTest {

    private final List<WireCopy> rss = Reading.fixture("rss-2.0.xml", Reading.MERIDIAN);

    @Test
    void content_goes_before_description_and_modules_are_not_the_standards_own_elements() {
        WireCopy copy = rss.getFirst();

        assertEquals("cpa-2026-1", copy.guid());
        assertEquals("Mangrove nursery at Pichavaram sells a million saplings", copy.headline());
        assertEquals("Leela Menon", copy.byline());
        assertEquals("en-IN", copy.language());
        assertEquals("Wed, 12 Aug 2026 14:05:10 +0530", copy.firstCreated().words());
        assertEquals(Instant.parse("2026-08-12T08:35:10Z"), copy.firstCreated().at());
        assertEquals(List.of(new WireCopy.Subject("", "Environment")), copy.subjects());
        assertEquals(
                List.of("<p>The nursery sold its millionth sapling.</p>", "<p>Each costs <strong>Rs 4</strong>.</p>"),
                copy.blocks());
    }

    @Test
    void a_description_is_html_where_only_elements_make_paragraphs() {
        WireCopy copy = rss.get(1);

        assertEquals(
                List.of(
                        "Line one. Line two of the same paragraph. Still the same, as white space means nothing in HTML."),
                copy.paragraphs());
        assertEquals("Night Desk", copy.byline());
        assertEquals("AT&amp;P road opens", copy.headline());
        assertEquals("AT&P road opens", copy.readableHeadline());
    }

    @Test
    void without_a_guid_the_address_names_an_item_and_the_title_too_where_two_share_it() {
        assertEquals("https://cpa.example/2", rss.get(1).guid());
        assertEquals("https://cpa.example/shared#", rss.get(2).guid());
        assertEquals("https://cpa.example/shared#Same address", rss.get(3).guid());
        assertEquals("", rss.get(2).headline());
        assertFalse(rss.get(3).hasWords());
    }

    @Test
    void rss_1_0_keeps_its_items_beside_the_channel() {
        List<WireCopy> copies = Reading.fixture("rss-1.0.rdf", Reading.MERIDIAN);
        WireCopy copy = copies.getFirst();

        assertEquals(1, copies.size());
        assertEquals("https://ins.example/a", copy.guid());
        assertEquals("S. Ghosh", copy.byline());
        assertEquals("en-in", copy.language());
        assertEquals(Instant.parse("2026-08-12T00:30:00Z"), copy.firstCreated().at());
        assertEquals(List.of("<p>Barges moved again on Wednesday.</p>"), copy.blocks());
    }

    @Test
    void rss_0_91_may_use_the_entities_of_a_document_type_that_nobody_fetches() {
        WireCopy copy = Reading.only("rss-0.91.xml", Reading.MERIDIAN);

        assertEquals("Café rouvert", copy.headline());
        assertEquals(List.of("Un café rouvre."), copy.paragraphs());
        assertEquals("fr", copy.language());
    }

    @Test
    void markup_that_nobody_escaped_and_a_chinese_charset_are_read() {
        byte[] feed = """
                <?xml version="1.0" encoding="gb2312"?>
                <rss><channel><item><title>\u9555\u57fa</title><description><p>One.</p><p>Two <b>x</b>.</p></description></item></channel></rss>""".getBytes(Charset.forName("GBK"));
        WireCopy copy = WireReader.read(feed, "", Reading.MERIDIAN).getFirst();

        assertEquals("\u9555\u57fa", copy.headline());
        assertEquals(List.of("<p>One.</p>", "<p>Two <strong>x</strong>.</p>"), copy.blocks());
    }

    @Test
    void a_wordpress_export_keeps_paragraphs_as_blank_lines() {
        WireCopy copy = Reading.only("wordpress-export.xml", Reading.MERIDIAN);

        assertEquals(
                List.of("The depot will get a roof of steel.", "It rains on 1,100 buses.", "Tenders close in May."),
                copy.paragraphs());
        assertInstanceOf(WireMessage.Filed.class, WireMessage.of(copy));
    }

    @Test
    void drafts_attachments_and_what_has_a_password_are_no_stories() {
        List<WireCopy> copies = Reading.fixture("wordpress-export.xml", Reading.MERIDIAN);

        assertEquals(
                List.of("text", "draft", "attachment", "protected"),
                copies.stream().map(WireCopy::type).toList());
        copies.stream().skip(1).forEach(copy -> assertInstanceOf(WireMessage.Advisory.class, WireMessage.of(copy)));
    }

    @Test
    void one_item_that_is_too_much_keeps_no_other_from_the_desk() {
        List<WireCopy> copies = Reading.text(
                "<rss><channel><item><guid>1</guid><description>" + "&lt;p>x".repeat(6_000)
                        + "</description></item><item><guid>2</guid></item></channel></rss>",
                Reading.MERIDIAN);

        assertEquals("notice", copies.getFirst().type());
        assertEquals("2", copies.getLast().guid());
    }

    @Test
    void a_feed_without_items_is_refused() {
        assertThrows(
                UnreadableWire.class,
                () -> Reading.text("<rss version='2.0'><channel><title>x</title></channel></rss>", Reading.MERIDIAN));
    }
}
