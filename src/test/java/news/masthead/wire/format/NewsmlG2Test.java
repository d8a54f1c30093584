package news.masthead.wire.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NewsmlG2Test {

    @Test
    void a_story_comes_out_whole() {
        WireCopy story = Reading.only("newsml-g2-story.xml", Reading.MERIDIAN);

        assertEquals("tag:meridianwire.example,2011:newsml_MW4T0001", story.guid());
        assertEquals("1", story.version());
        assertEquals("Orange growers get a siding of their own at Warud", story.headline());
        assertEquals("INDIA-RAIL/SIDING", story.slugline());
        assertEquals("By Asmita Dhole", story.byline());
        assertEquals("Nagpur, Aug 12 (Meridian Wire)", story.dateline());
        assertEquals("Nagpur", story.location());
        assertEquals("3", story.urgency());
        assertEquals(
                Instant.parse("2026-08-12T08:35:00Z"), story.versionCreated().at());
        assertEquals(List.of(new WireCopy.Subject("medtop:20000340", "railway transport")), story.subjects());
        assertEquals(5, story.paragraphs().size());
        assertTrue(story.blocks().getFirst().contains("<strong>Rs 1,150</strong> on each tonne"));
        assertInstanceOf(WireMessage.Filed.class, WireMessage.of(story));
    }

    @Test
    void a_message_may_hold_several_items() {
        List<WireCopy> items = Reading.fixture("newsml-g2-message-two-items.xml", Reading.MERIDIAN);

        assertEquals(
                List.of(
                        "Turmeric steadies at Erode after four weeks of decline",
                        "Pumps firm Siruvani to make its own castings from next year"),
                items.stream().map(WireCopy::headline).toList());
    }

    @Test
    void an_embargo_is_an_instant_and_the_note_is_for_the_desk() {
        WireCopy story = Reading.only("newsml-g2-embargoed.xml", Reading.MERIDIAN);

        assertEquals(Instant.parse("2026-08-13T12:00:00Z"), story.embargo().at());
        assertEquals("EMBARGOED. Not for publication before 1730 hours IST on Aug 13.", story.edNote());
        assertFalse(String.join("", story.blocks()).contains("EMBARGOED"));
    }

    @Test
    void an_empty_embargo_holds_without_end() {
        WireCopy story = Reading.text(
                        new String(Reading.bytes("newsml-g2-embargoed.xml"), StandardCharsets.UTF_8)
                                .replaceFirst("<embargoed>.*</embargoed>", "<embargoed/>"),
                        Reading.MERIDIAN)
                .getFirst();

        assertTrue(story.embargo().isGiven());
        assertEquals(null, story.embargo().at());
    }

    @Test
    void a_cancelled_item_is_an_order_to_kill() {
        WireCopy order = Reading.only("newsml-g2-kill.xml", Reading.MERIDIAN);

        assertEquals(PubStatus.CANCELED, order.status());
        assertInstanceOf(WireMessage.Killed.class, WireMessage.of(order));
    }

    @Test
    void an_item_without_a_publication_status_is_usable_and_one_with_a_strange_status_is_not() {
        String story = new String(Reading.bytes("newsml-g2-story.xml"), StandardCharsets.UTF_8);

        WireCopy silent = Reading.text(story.replace("<pubStatus qcode=\"stat:usable\"/>", ""), Reading.MERIDIAN)
                .getFirst();
        WireCopy strange = Reading.text(story.replace("stat:usable", "stat:pending"), Reading.MERIDIAN)
                .getFirst();

        assertEquals(Verdict.Action.PUBLISHABLE, action(silent));
        assertEquals(Verdict.Action.HOLD, action(strange));
    }

    @Test
    void nothing_that_runs_survives_and_the_words_do() {
        WireCopy hostile = Reading.only("hostile/script-in-headline.xml", Reading.MERIDIAN);
        String html = String.join("", hostile.blocks()).toLowerCase(Locale.ROOT);

        for (String trace : List.of(
                "<script", "onerror", "onclick", "javascript:", "data:", "<iframe", "<svg", "<form", "evil.example")) {
            assertFalse(html.contains(trace), trace + " in " + html);
        }
        assertTrue(html.contains("a safe first sentence stays."));
        assertTrue(html.contains("href=\"https://port.example/berth\""));
        assertTrue(html.contains("a safe last sentence stays."));
    }

    @Test
    void all_text_within_a_paragraph_is_kept_behind_inline_elements_too() {
        List<String> paragraphs = Reading.text(
                        item("<p>One <Company>Acme</Company> two <b>three</b> four.</p>"), Reading.MERIDIAN)
                .getFirst()
                .paragraphs();

        assertEquals(List.of("One Acme two three four."), paragraphs);
    }

    @Test
    void a_story_in_one_paragraph_is_split_at_indented_lines() {
        List<String> paragraphs = Reading.text(
                        item("<p>   First.\n    Second\nstill second.\n    Third.</p>"), Reading.MERIDIAN)
                .getFirst()
                .paragraphs();

        assertEquals(List.of("First.", "Second still second.", "Third."), paragraphs);
    }

    @Test
    void a_body_without_paragraphs_is_split_at_blank_lines() {
        List<String> paragraphs = Reading.text(item("First.\n\nSecond\nstill second."), Reading.MERIDIAN)
                .getFirst()
                .paragraphs();

        assertEquals(List.of("First.", "Second still second."), paragraphs);
    }

    @Test
    void headings_lists_and_tables_stay_and_readers_get_no_rules() {
        WireCopy copy = Reading.text(
                        item("<p>One.</p><hl2>Two</hl2><ul><li>a</li></ul><p>___</p><p>&#160;</p>"
                                + "<table><tr><td>1</td></tr></table>"),
                        Reading.MERIDIAN)
                .getFirst();
        List<String> blocks = copy.story();

        assertEquals("<p>One.</p>", blocks.get(0));
        assertEquals("<h2>Two</h2>", blocks.get(1));
        assertEquals("<ul><li>a</li></ul>", blocks.get(2));
        assertTrue(blocks.get(3).startsWith("<table>"), blocks.get(3));
        assertEquals(4, blocks.size());
        assertEquals(List.of("One.", "___"), copy.paragraphs());
    }

    @Test
    void a_paragraph_that_is_a_heading_is_a_crosshead() {
        WireCopy copy = Reading.text(item("<p>One.</p><p>\n<h3>Two</h3>\n</p><p/>"), Reading.MERIDIAN)
                .getFirst();

        assertEquals(List.of("<p>One.</p>", "<h3>Two</h3>"), copy.blocks());
        assertEquals(List.of("One.", "Two"), copy.paragraphs());
    }

    @Test
    void a_body_of_nothing_but_preformatted_text_is_its_words() {
        WireCopy copy = Reading.text(item("<pre>Nagpur  41\nWarud   38\n</pre>"), Reading.MERIDIAN)
                .getFirst();

        assertEquals(List.of("<pre>Nagpur  41\nWarud   38\n</pre>"), copy.blocks());
        assertEquals(List.of("Nagpur 41 Warud 38"), copy.paragraphs());
    }

    @Test
    void a_sign_off_that_is_a_paragraph_stays_in_the_copy_and_out_of_the_story() {
        WireCopy copy =
                Reading.text(item("<p>One.</p><p>soni/dg</p>"), Reading.AFP).getFirst();

        assertEquals("soni/dg", copy.signOff());
        assertEquals(List.of("One.", "soni/dg"), copy.paragraphs());
        assertEquals(List.of("<p>One.</p>"), copy.story());
    }

    @Test
    void rights_expiry_and_what_a_subject_is_elsewhere_are_read() {
        WireCopy copy = Reading.text(
                        "<newsItem guid='x'><rightsInfo><copyrightNotice>2026 Meridian</copyrightNotice>"
                                + "<usageTerms>NO ARCHIVAL USE</usageTerms></rightsInfo>"
                                + "<itemMeta><expires>2026-09-01T00:00:00Z</expires></itemMeta>"
                                + "<contentMeta><subject qcode='mw:rail'><name>Rail</name>"
                                + "<sameAs uri='http://cv.iptc.org/newscodes/mediatopic/20000340'/></subject></contentMeta></newsItem>",
                        Reading.MERIDIAN)
                .getFirst();

        assertEquals("2026 Meridian | NO ARCHIVAL USE", copy.rights());
        assertEquals(Instant.parse("2026-09-01T00:00:00Z"), copy.expires().at());
        assertEquals(
                List.of(new WireCopy.Subject("mw:rail", "Rail"), new WireCopy.Subject("medtop:20000340", "Rail")),
                copy.subjects());
    }

    @Test
    void a_status_given_as_an_address_is_the_status() {
        assertEquals(PubStatus.CANCELED, PubStatus.of("http://cv.iptc.org/newscodes/pubstatusg2/canceled"));
        assertEquals(PubStatus.UNKNOWN, PubStatus.of("stat:"));
    }

    @Test
    void a_body_in_ttnitf_keeps_its_quotations_crossheads_and_lists_and_not_its_pictures() {
        WireCopy copy = g2(
                "<inlineXML contenttype='application/ttnitf+xml'><BODY><TEXT><RUBRIK>Ferry</RUBRIK>"
                        + "<DAT><ORT>Kendrapara</ORT></DAT><INGRESS><P>A lamp.</P></INGRESS>"
                        + "<BRODTEXT><CITAT>It shines.</CITAT><MELLIS>Goats</MELLIS><UL><LI>two</LI></UL><P/></BRODTEXT>"
                        + "<BYLINE>Bijoy Sahu</BYLINE><BILD><BILDTEXT><P>The lamp.</P></BILDTEXT></BILD></TEXT></BODY></inlineXML>");

        assertEquals(
                List.of("<p>A lamp.</p>", "<p>It shines.</p>", "<h2>Goats</h2>", "<ul><li>two</li></ul>"),
                copy.blocks());
    }

    @Test
    void a_body_in_nitf_is_its_content_without_the_head_and_gives_what_the_metadata_lacks() {
        WireCopy copy =
                g2("<inlineXML contenttype='application/nitf+xml'><nitf><head><title>From the head</title></head><body>"
                        + "<body.head><note><body.content><p>For editors.</p></body.content></note></body.head>"
                        + "<body.content><p>For readers.</p></body.content></body></nitf></inlineXML>");

        assertEquals("From the head", copy.headline());
        assertEquals(List.of("For readers."), copy.paragraphs());
    }

    @Test
    void html_in_a_cdata_section_is_read_as_html_and_only_what_it_marks_is_a_paragraph() {
        WireCopy copy = g2("<inlineData contenttype='text/html'><![CDATA[Loose <p>One<br>two</p>]]></inlineData>");

        assertEquals(List.of("One two"), copy.paragraphs());
        assertEquals(List.of("Loose", "<p>One<br />two</p>"), copy.blocks());
    }

    @Test
    void the_first_alternative_with_words_is_the_body() {
        WireCopy copy =
                g2("<inlineXML><html><body/></html></inlineXML><inlineData encoding='encd:base64'>QQ==</inlineData>"
                        + "<inlineData>Plain words.</inlineData><inlineData>Other words.</inlineData>");

        assertEquals(List.of("Plain words."), copy.paragraphs());
    }

    @Test
    void packages_plans_and_concepts_are_for_editors() {
        List<WireCopy> items = Reading.text(
                "<newsMessage><itemSet><packageItem guid='p'/><planningItem guid='q'/><conceptItem guid='r'/>"
                        + "<newsItem guid='s'><itemMeta><itemClass qcode='ninat:picture'/></itemMeta></newsItem></itemSet></newsMessage>",
                Reading.MERIDIAN);

        assertEquals(
                List.of("package", "planning", "concept", "picture"),
                items.stream().map(WireCopy::type).toList());
        items.forEach(item -> assertInstanceOf(WireMessage.Advisory.class, WireMessage.of(item)));
    }

    private static WireCopy g2(String content) {
        return Reading.text(
                        "<newsItem guid='x'><contentMeta/><contentSet>" + content + "</contentSet></newsItem>",
                        Reading.MERIDIAN)
                .getFirst();
    }

    private static String item(String body) {
        return "<newsItem guid='x' version='1'><itemMeta/><contentMeta><headline>H</headline></contentMeta>"
                + "<contentSet><inlineXML><html><body>" + body + "</body></html></inlineXML></contentSet></newsItem>";
    }

    private static Verdict.Action action(WireCopy copy) {
        return Verdict.of(WireMessage.of(copy), Instant.EPOCH).action();
    }
}
