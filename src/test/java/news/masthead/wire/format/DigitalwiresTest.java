package news.masthead.wire.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigitalwiresTest {

    @Test
    void an_entry_is_its_main_section_and_the_notes_stay_with_editors() {
        WireCopy copy = Reading.only("digitalwires.json", Reading.MERIDIAN);

        assertEquals("urn:newsml:wire.ins.example:20260812:260812-99-1001", copy.guid());
        assertEquals("2", copy.version());
        assertEquals("Filigree workers light a second kiln", copy.headline());
        assertEquals("Silver", copy.slugline());
        assertEquals("By Kabir Dutt, ins", copy.byline());
        assertEquals("ins", copy.credit());
        assertEquals("Cuttack (ins) -", copy.dateline());
        assertEquals("3", copy.urgency());
        assertEquals("ins abc yydd n1 sku", copy.signOff());
        assertEquals("Pictures in the picture service. | Desk: 0123 456", copy.edNote());
        assertEquals(List.of(new WireCopy.Subject("medtop:20000011", "fashion")), copy.subjects());
        assertEquals(
                List.of("Cuttack (ins) - A second kiln burns at Cuttack.", "It takes less wood."), copy.paragraphs());
        assertFalse(String.join("", copy.blocks()).contains("0123"));
        assertInstanceOf(WireMessage.Updated.class, WireMessage.of(copy));
    }

    @Test
    void usable_and_embargoed_at_once_is_embargoed() {
        WireCopy copy = Reading.only("digitalwires.json", Reading.MERIDIAN);

        assertEquals(PubStatus.USABLE, copy.status());
        assertEquals(Instant.parse("2026-08-12T17:00:00Z"), copy.embargo().at());
    }

    @Test
    void the_answer_of_the_interface_lists_entries() {
        String entry = new String(Reading.bytes("digitalwires.json"), StandardCharsets.UTF_8);

        List<WireCopy> copies = Reading.text(
                "{\"entries\": [" + entry + ", " + entry.replace("-1001", "-1002") + "]}", Reading.MERIDIAN);

        assertEquals(
                List.of("260812-99-1001", "260812-99-1002"),
                copies.stream().map(copy -> copy.guid().replaceAll(".*:", "")).toList());
    }

    @Test
    void an_entry_of_nothing_but_nulls_is_an_item_without_words() {
        WireCopy copy = Reading.text("""
                        {"format": "digitalwires@0.9.1", "urn": "urn:x", "article_html": null, "ednotes": null, "categories": {"type": 1}}""", Reading.MERIDIAN).getFirst();

        assertEquals("urn:x", copy.guid());
        assertFalse(copy.hasWords());
        assertEquals(WireTime.NONE, copy.embargo());
    }
}
