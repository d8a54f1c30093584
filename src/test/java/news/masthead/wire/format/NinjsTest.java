package news.masthead.wire.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NinjsTest {

    @Test
    void superdesk_files_are_known_by_their_guid_and_read_from_their_html() {
        WireCopy copy = Reading.only("ninjs-1-superdesk.json", Reading.MERIDIAN);

        assertEquals("urn:newsml:desk.cpa.example:2026-08-12T09:10:11.123456:4f7a-port", copy.guid());
        assertEquals("3", copy.version());
        assertEquals("Fishing harbour at Alibag to be dredged before the monsoon ends", copy.headline());
        assertEquals("MAHARASHTRA-HARBOUR", copy.slugline());
        assertEquals("By Rohini Satam", copy.byline());
        assertEquals("", copy.credit());
        assertEquals("Alibag", copy.location());
        assertEquals("3", copy.urgency());
        assertEquals("UPDATES throughout. Pictures to follow.", copy.edNote());
        assertEquals("urn:newsml:desk.cpa.example:2026-08-12T07:00:00.000001:1c2d-port", copy.refersTo());
        assertEquals(
                Instant.parse("2026-08-12T10:40:00Z"), copy.versionCreated().at());
        assertEquals(
                List.of("medtop:20000308", "subj:04001000", "topic:harbours"),
                copy.subjects().stream().map(WireCopy.Subject::code).toList());
        assertEquals(
                List.of(
                        "The state will dredge the harbour at Alibag, where 310 boats have waited for the tide since April.",
                        "Work begins on 20 August.",
                        "Owners said they would believe it when they saw it."),
                copy.paragraphs());
        assertTrue(copy.blocks().contains("<ul><li>Rs 4.2 crore for the dredger</li></ul>"), copy.blocks()::toString);
        assertInstanceOf(WireMessage.Filed.class, WireMessage.of(copy));
    }

    @Test
    void flat_names_give_the_main_text_with_its_markup_and_the_embargo_stays_beside_the_status() {
        WireCopy copy = Reading.only("ninjs-1-flat.json", Reading.MERIDIAN);

        assertEquals("https://items.meridianwire.example/text/88213", copy.guid());
        assertEquals("Bearing makers ask for a test range of their own", copy.headline());
        assertEquals(PubStatus.USABLE, copy.status());
        assertEquals("2026-08-12T18:30:00+05:30", copy.embargo().words());
        assertEquals(Instant.parse("2026-08-12T13:00:00Z"), copy.embargo().at());
        assertEquals("Speech begins at 18:30.", copy.edNote());
        assertEquals(List.of("Bearing makers of Pune want a test range.", "They will pay half."), copy.paragraphs());
    }

    @Test
    void lists_by_role_give_the_main_one_and_a_composite_with_words_is_a_story() {
        WireCopy copy = Reading.only("ninjs-2.json", Reading.MERIDIAN);

        assertEquals("Silver filigree workers open a cooperative at Cuttack", copy.headline());
        assertEquals("Kabir Dutt", copy.byline());
        assertEquals("odisha-silver", copy.slugline());
        assertEquals(List.of("<p>Forty families share <em>one</em> kiln.</p>"), copy.blocks());
        assertEquals(List.of(new WireCopy.Subject("medtop:20000011", "fashion")), copy.subjects());
        assertEquals("text", copy.type());
    }

    @Test
    void camel_case_and_a_body_that_is_a_whole_nitf_document() {
        WireCopy copy = Reading.only("ninjs-3-nitf.json", Reading.MERIDIAN);

        assertEquals("Kiln is lit at Cuttack", copy.headline());
        assertEquals(Instant.parse("2026-08-13T03:30:00Z"), copy.embargo().at());
        assertEquals(Instant.parse("2026-08-12T00:30:00Z"), copy.firstCreated().at());
        assertEquals("Second reference corrected.", copy.edNote());
        assertEquals(
                List.of("The kiln was lit on Wednesday.", "It will burn for nine days & nights."), copy.paragraphs());
    }

    @Test
    void what_is_called_html_follows_its_rules_without_a_tag_in_it() {
        String words = "\"One\\n\\n     line.\"";

        assertEquals(
                List.of("One line."),
                one("{\"uri\": \"urn:x:1\", \"body_xhtml\": " + words + "}").paragraphs());
        assertEquals(
                List.of("One line."),
                one("{\"uri\": \"urn:x:1\", \"bodies\": [{\"contentType\": \"text/html\", \"value\": " + words + "}]}")
                        .paragraphs());
        assertEquals(
                List.of("One", "line."),
                one("{\"uri\": \"urn:x:1\", \"body_text\": " + words + "}").paragraphs());
    }

    @Test
    void a_body_that_is_broken_xml_does_not_lose_the_item() {
        WireCopy copy = one("""
                {"uri": "urn:x:1", "type": "text", "body_nitf": "<?xml version='1.0'?><nitf><body><body.content><p>One & two<p>Three.</nitf>"}""");

        assertEquals(List.of("One & two", "Three."), copy.paragraphs());
    }

    @Test
    void of_dpas_sections_only_the_main_one_is_the_story() {
        WireCopy copy = one("""
                {"uri": "urn:x:1", "bodies": [{"value": "<section class='main'><p>Story.</p></section><section><p>Notes.</p></section>"}]}""");

        assertEquals(List.of("<p>Story.</p>"), copy.blocks());
        assertEquals("text", copy.type());
    }

    @Test
    void a_canceled_item_is_a_kill() {
        WireCopy copy = Reading.only("ninjs-kill.json", Reading.MERIDIAN);

        assertInstanceOf(WireMessage.Killed.class, WireMessage.of(copy));
        assertEquals("https://items.meridianwire.example/text/88213", copy.guid());
        assertEquals("3", copy.version());
        assertEquals("Mandatory kill: the range exists.", copy.edNote());
    }

    @ParameterizedTest
    @CsvSource({
        "picture, '', Not a text: picture.",
        "event, '', Not a text: event.",
        "text, INFO, 'A message to editors, not a story.'"
    })
    void what_is_no_story_goes_to_editors(String type, String profile, String reason) {
        WireCopy copy = one("""
                {"uri": "urn:x:1", "type": "%s", "profile": "%s", "title": "Name", "headlines": [{"value": "Head"}]}""".formatted(type, profile));

        assertEquals("Head", copy.headline());
        assertEquals(
                reason,
                assertInstanceOf(WireMessage.Advisory.class, WireMessage.of(copy))
                        .reason());
    }

    @Test
    void a_status_that_no_standard_knows_is_no_permission() {
        WireCopy copy = one("{\"uri\": \"urn:x:1\", \"type\": \"text\", \"pubstatus\": \"commissioned\"}");

        assertEquals(PubStatus.UNKNOWN, copy.status());
        assertEquals(
                Verdict.Action.HOLD,
                Verdict.of(WireMessage.of(copy), Instant.EPOCH).action());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[%s, %s]", "{\"_items\": [%s, %s]}", "{\"hits\": [%s, %s], \"total\": 2}", "%s\n%s\n"})
    void a_list_of_items_is_read_in_its_order(String list) {
        List<WireCopy> copies = Reading.text(
                list.formatted(
                        "{\"uri\": \"urn:x:1\", \"type\": \"text\"}", "{\"uri\": \"urn:x:2\", \"type\": \"text\"}"),
                Reading.MERIDIAN);

        assertEquals(
                List.of("urn:x:1", "urn:x:2"),
                copies.stream().map(WireCopy::guid).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"headline\": [\"H\"], \"bodies\": \"<p>B</p>\", \"version\": 4",
                "\"headlines\": \"H\", \"bodies\": [\"<p>B</p>\"], \"version\": [4]",
                "\"headlines\": {\"value\": \"H\"}, \"bodies\": {\"value\": \"<p>B</p>\"}, \"version\": \"4\"",
                "\"headlines\": [{\"role\": 7, \"value\": [\"H\"]}], \"body_html\": [\"<p>B</p>\"], \"version\": 4,"
                        + " \"subject\": \"x\", \"associations\": 3, \"ednote\": {}, \"urgency\": true, \"embargoed\": null",
                "\"headline\": \"H\", \"body_html\": \"<p>B</p>\", \"version\": 4, \"__proto__\": {\"pubstatus\": \"usable\"},"
                        + " \"constructor\": {\"prototype\": 1}",
                "\"headline\": \"old\", \"headline\": \"H\", \"body_html\": \"<p>B</p>\", \"version\": 4"
            })
    void wrong_types_and_repeated_keys_are_taken_as_what_they_can_only_mean(String fields) {
        WireCopy copy = one("{\"uri\": \"urn:x:1\", \"type\": \"text\", " + fields + "}");

        assertEquals("H", copy.headline());
        assertEquals(List.of("<p>B</p>"), copy.blocks());
        assertEquals("4", copy.version());
        assertFalse(copy.embargo().isGiven());
    }

    @Test
    void raw_line_ends_and_escaped_curly_quotes_are_read_as_agencies_mean_them() {
        WireCopy copy = one(
                "{\"uri\": \"urn:x:1\", \"type\": \"text\", \"body_text\": \"He said \\\u201cno\\\u201d.\n\nTwice.\"}");

        assertEquals(List.of("He said \u201cno\u201d.", "Twice."), copy.paragraphs());
    }

    @Test
    void one_strange_item_in_a_list_keeps_no_kill_from_the_desk() {
        List<WireCopy> copies = Reading.text(
                "[{\"colour\": \"red\"}, {\"uri\": \"urn:x:1\", \"pubstatus\": \"canceled\"}]", Reading.MERIDIAN);

        assertInstanceOf(WireMessage.Advisory.class, WireMessage.of(copies.getFirst()));
        assertEquals(
                "An item of this file could not be read. The JSON is in no form that we read. | {\"colour\":\"red\"}",
                copies.getFirst().edNote());
        assertInstanceOf(WireMessage.Killed.class, WireMessage.of(copies.getLast()));
    }

    @Test
    void a_list_of_nothing_but_strange_items_is_refused() {
        assertEquals(
                "The JSON is in no form that we read.",
                assertThrows(UnreadableWire.class, () -> Reading.text("[{}, {\"colour\": 1}]", Reading.MERIDIAN))
                        .getMessage());
    }

    private static WireCopy one(String json) {
        return Reading.text(json, Reading.MERIDIAN).getFirst();
    }
}
