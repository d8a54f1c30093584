package news.masthead.wire.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class Iptc7901Test {

    @Test
    void a_story_stands_between_its_head_and_its_notebook() {
        WireCopy story = read("7901-story.txt");

        assertEquals("Größte Fähre der Küste läuft aus", story.headline());
        assertEquals("KORREKTUR / Neue Fähre: Zweiter Satz", story.takeKey());
        assertEquals("Hafen/Fähre/Verkehr/", story.slugline());
        assertEquals("3", story.urgency());
        assertEquals("cpa 0417", story.number());
        assertEquals("", story.guid());
        assertEquals("Malpe (cpa) -", story.dateline());
        assertEquals("Malpe", story.location());
        assertEquals("cpa", story.credit());
        assertEquals(3, story.paragraphs().size());
        assertEquals(
                "«Sie liegt ruhig», sagte Kapitänin Leela Shenoy der cpa.",
                story.paragraphs().get(1));
        assertInstanceOf(WireMessage.Corrected.class, WireMessage.of(story));
    }

    @Test
    void nothing_below_the_notebook_reaches_a_reader() {
        WireCopy story = read("7901-story.txt");

        assertTrue(story.edNote().contains("desk@cpa.example"), story.edNote());
        assertFalse(
                String.join(" ", story.blocks()).contains("Orte"),
                story.blocks().toString());
        assertFalse(
                String.join(" ", story.blocks()).contains("cpa.example"),
                story.blocks().toString());
    }

    @Test
    void the_end_stamp_counts_in_the_agencys_zone_unless_it_names_one() {
        assertEquals(
                Instant.parse("2026-10-24T08:31:00Z"),
                read("7901-story.txt").versionCreated().at());
        assertEquals(
                Instant.parse("2026-11-24T05:01:00Z"),
                read("7901-english.txt").versionCreated().at());
        assertEquals(
                "240501 GMT Nov 26", read("7901-english.txt").versionCreated().words());
    }

    @Test
    void a_byline_may_close_the_head_and_initials_the_text() {
        WireCopy story = read("7901-english.txt");

        assertEquals("New ferry leaves harbour at last", story.headline());
        assertEquals("By Asha Rao, cpa", story.byline());
        assertEquals("EXTRA", story.takeKey());
        assertEquals("cpa ar ls", story.signOff());
        assertEquals(List.of("Malpe (cpa) - The coast's largest ferry has left.", "It was late."), story.paragraphs());
    }

    @Test
    void a_file_may_hold_several_messages() {
        List<WireCopy> stories = Reading.fixture("text/7901-two-messages.txt", Reading.CPA);

        assertEquals(
                List.of("First message", "Second message"),
                stories.stream().map(WireCopy::headline).toList());
        assertEquals(
                List.of("cpa 0191", "cpa 0192"),
                stories.stream().map(WireCopy::number).toList());
    }

    @Test
    void an_order_to_kill_or_to_hold_names_the_number_and_has_no_words_for_readers() {
        WireCopy kill = read("7901-kill.txt");
        WireCopy hold = read("7901-hold.txt");

        assertInstanceOf(WireMessage.Killed.class, WireMessage.of(kill));
        assertInstanceOf(WireMessage.Withheld.class, WireMessage.of(hold));
        assertEquals("cpa 0190", kill.refersTo());
        assertEquals("cpa 0190", hold.refersTo());
        assertEquals(read("7901-english.txt").number(), kill.refersTo());
        assertEquals(List.of(), kill.blocks());
        assertEquals("", hold.headline());
    }

    @Test
    void an_embargo_in_the_head_holds_to_its_instant() {
        WireCopy story = read("7901-embargo.txt");

        assertEquals(Instant.parse("2026-11-25T09:00:00Z"), story.embargo().at());
        assertEquals("Reederei verdient mehr", story.headline());
    }

    @Test
    void a_preview_of_the_day_is_for_the_desk() {
        WireCopy planning = read("7901-planning.txt");

        assertInstanceOf(WireMessage.Advisory.class, WireMessage.of(planning));
        assertEquals("cpa-Terminvorschau für Sonntag", planning.headline());
        assertEquals(
                "Malpe - 1030 * Taufe der neuen Fähre", planning.paragraphs().getFirst());
    }

    @Test
    void head_lines_in_carets_are_read_as_a_video_desk_sends_them() {
        WireCopy story = read("7901-carets.txt");

        assertEquals("MW-Video-1400 Harbour pictures-", story.headline());
        assertEquals("MW-Video-1400Harbour", story.slugline());
        assertEquals(List.of("The ferry leaves.", "The crew waves."), story.paragraphs());
        assertEquals(
                Instant.parse("2026-09-04T13:45:00Z"), story.versionCreated().at());
    }

    @Test
    void a_copy_that_has_lost_its_control_characters_is_read_all_the_same() {
        WireCopy story = read("7901-controls-lost.txt");

        assertEquals("New ferry leaves harbour at last", story.headline());
        assertEquals("Harbour-ferry/", story.slugline());
        assertEquals("cpa 0190", story.number());
        assertEquals(List.of("Malpe (cpa) - The coast's largest ferry has left.", "It was late."), story.paragraphs());
        assertEquals("240501 GMT Nov 26", story.versionCreated().words());
    }

    @Test
    void a_message_that_breaks_off_loses_nothing_that_came() {
        String broken = "\1cpa041 3 wi 96  cpa 0417\r\n\r\nHarbour/\r\n\2Ferry leaves =\r\n\r\nMalpe (cpa) - It le";

        assertEquals(
                List.of("Malpe (cpa) - It le"),
                Reading.text(broken, Reading.CPA).getFirst().paragraphs());
        assertEquals(
                "Harbour/",
                Reading.text(broken.substring(0, 40), Reading.CPA).getFirst().slugline());
    }

    private static WireCopy read(String name) {
        return Reading.only("text/" + name, Reading.CPA);
    }
}
