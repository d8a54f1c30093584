package news.masthead.wire.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NitfTest {

    private static final String STORY = new String(Reading.bytes("nitf-story.xml"), StandardCharsets.UTF_8);

    @Test
    void a_story_comes_out_whole() {
        WireCopy story = Reading.only("nitf-story.xml", Reading.MERIDIAN);

        assertEquals("CPA.2026.08812", story.guid());
        assertEquals("2", story.version());
        assertEquals("Beypore boats fit silent winches", story.headline());
        assertEquals("Kerala-Boats", story.slugline());
        assertEquals("By Sarasu Pillai CPA Harbour Writer", story.byline());
        assertEquals("Beypore , Kerala Aug 12", story.dateline());
        assertEquals("Beypore", story.location());
        assertEquals("en-IN", story.language());
        assertEquals("4", story.urgency());
        assertEquals(
                Instant.parse("2026-08-12T04:45:00Z"), story.versionCreated().at());
        assertEquals(WireTime.NONE, story.expires());
        assertEquals("2026 Coastal Press Agency | India | NO ARCHIVAL USE", story.rights());
        assertEquals(
                List.of(
                        new WireCopy.Subject("subj:04001002", "fishing industry"),
                        new WireCopy.Subject("", "Harbours"),
                        new WireCopy.Subject("", "trawlers")),
                story.subjects());
        assertInstanceOf(WireMessage.Filed.class, WireMessage.of(story));
    }

    @Test
    void the_body_keeps_its_blocks_and_what_is_for_editors_stays_with_editors() {
        WireCopy story = Reading.only("nitf-story.xml", Reading.MERIDIAN);
        String html = String.join("\n", story.story());

        assertEquals(
                List.of(
                        "Forty boats at Beypore have fitted winches that make no noise, the harbour said on Wednesday.",
                        "The harbour lends half of the Rs 84,000 that each one costs.",
                        "A second harbour will follow in September.",
                        "“The fish no longer hear us,” said a skipper, Moosa.",
                        "___"),
                story.paragraphs());
        assertEquals("<h2>Half the price</h2>", story.story().get(1));
        assertFalse(html.contains("telephoned") || html.contains("winch at work") || html.contains("___"), html);
        assertEquals(
                "Pictures to come. | The harbour master asks not to be telephoned. | ADDS quote of the harbour master",
                story.edNote());
    }

    @Test
    void an_embargoed_document_waits_for_its_release() {
        WireCopy story = read(STORY.replace("management-status=\"usable\"", "management-status=\"embargoed\"")
                .replace("date.release norm=\"20260812T101500+0530\"", "date.release norm=\"20260813T060000+0530\""));

        assertEquals(PubStatus.EMBARGOED, story.status());
        assertEquals(Instant.parse("2026-08-13T00:30:00Z"), story.embargo().at());
        assertInstanceOf(WireMessage.Filed.class, WireMessage.of(story));
    }

    @Test
    void embargoed_without_a_release_is_no_permission() {
        WireCopy story = read(STORY.replace("management-status=\"usable\"", "management-status=\"embargoed\"")
                .replaceFirst("<date.release [^>]*>", ""));

        assertEquals(
                Verdict.Action.HOLD,
                Verdict.of(WireMessage.of(story), Instant.EPOCH).action());
    }

    @Test
    void a_release_after_the_issue_holds_a_usable_document_and_one_at_the_issue_does_not() {
        WireCopy held = read(STORY.replace(
                "date.release norm=\"20260812T101500+0530\"", "date.release norm=\"20260812T180000+0530\""));

        assertEquals(Instant.parse("2026-08-12T12:30:00Z"), held.embargo().at());
        assertFalse(read(STORY).embargo().isGiven());
    }

    @Test
    void a_document_may_recall_another() {
        List<WireCopy> copies = Reading.text(
                STORY.replace(
                        "<docdata ",
                        "<docdata management-doc-idref=\"CPA.2026.08801\" management-idref-status=\"canceled\" "),
                Reading.MERIDIAN);

        assertEquals(2, copies.size());
        assertEquals("CPA.2026.08801", copies.get(1).guid());
        assertInstanceOf(WireMessage.Filed.class, WireMessage.of(copies.get(0)));
        assertInstanceOf(WireMessage.Killed.class, WireMessage.of(copies.get(1)));
    }

    @Test
    void a_cancelled_or_withheld_document_is_an_order() {
        assertInstanceOf(WireMessage.Killed.class, WireMessage.of(read(withStatus("canceled"))));
        assertInstanceOf(WireMessage.Withheld.class, WireMessage.of(read(withStatus("withheld"))));
    }

    private static String withStatus(String status) {
        return STORY.replace("management-status=\"usable\"", "management-status=\"" + status + "\"");
    }

    @Test
    void a_dateline_or_place_without_parts_is_taken_as_it_stands() {
        WireCopy plain = read(STORY.replaceFirst("<dateline>.*</dateline>", "<dateline>Oslo</dateline>"));
        WireCopy placed = read(
                STORY.replaceFirst("<dateline>.*</dateline>", "<dateline><location>NEW YORK</location></dateline>"));

        assertEquals("Oslo", plain.dateline());
        assertEquals("", plain.location());
        assertEquals("NEW YORK", placed.dateline());
        assertEquals("NEW YORK", placed.location());
    }

    @Test
    void the_title_stands_in_for_a_headline() {
        assertEquals(
                "1 KERALA Boats",
                read(STORY.replaceFirst("(?s)<hedline>.*</hedline>", "")).headline());
    }

    @Test
    void nothing_is_needed_but_the_root() {
        WireCopy empty = read("<nitf/>");

        assertEquals("", empty.guid() + empty.headline() + empty.version());
        assertEquals(PubStatus.USABLE, empty.status());
        assertFalse(empty.hasWords());
    }

    private static WireCopy read(String document) {
        return Reading.text(document, Reading.MERIDIAN).getFirst();
    }
}
