package news.masthead.wire.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class Anpa1312Test {

    @Test
    void the_header_line_and_the_head_say_what_the_story_is() {
        WireCopy story = read("anpa-story.tst");

        assertEquals("r", story.urgency());
        assertEquals("W2607", story.number());
        assertEquals("BC-AS--Ferry-HarbourLeavi", story.slugline());
        assertEquals("2ndLd-Writethru", story.takeKey());
        assertEquals("BC-AS--Ferry-HarbourLeavi", story.refersTo());
        assertEquals("Largest ferry of the coast leaves harbour", story.headline());
        assertEquals("By LEELA RAO", story.byline());
        assertEquals("AP Photo MAL101, MAL102 | Eds: UPDATES with captain. With AP Photos.", story.edNote());
        assertEquals(
                Instant.parse("2026-11-24T07:45:00Z"), story.versionCreated().at());
        assertInstanceOf(WireMessage.Updated.class, WireMessage.of(story));
    }

    @Test
    void paragraphs_are_typeset_and_the_dateline_stays_as_it_is_printed() {
        WireCopy story = read("anpa-story.tst");

        assertEquals("MALPE, India (AP) _", story.dateline());
        assertEquals("MALPE", story.location());
        assertEquals("AP", story.credit());
        assertEquals(
                List.of(
                        "MALPE, India (AP) _ The coast's largest ferry left — late — on Tuesday.",
                        "“She lies well,” said Capt. Asha Shenoy.",
                        "___",
                        "AP writer Meera Pai in Udupi contributed to this report."),
                story.paragraphs());
    }

    @Test
    void tables_keep_their_columns_and_are_no_paragraphs() {
        WireCopy table = read("anpa-table.tst");

        assertEquals("Ferry League Glance", table.headline());
        assertEquals("By The Associated Press", table.byline());
        assertEquals("AP", table.credit());
        assertEquals("BC-BOA--FerryLeague", table.slugline());
        assertEquals(List.of("___=", "Malpe 6, Udupi 5", "Kaup 4, Honnavar 1"), table.paragraphs());
        assertFalse(table.story().toString().contains("___"), "rules are no words for readers");
        assertEquals("<h2>COAST</h2>", table.blocks().getFirst());
        assertTrue(
                table.blocks().get(1).contains("Malpe Bay\t24\t13\t13½"),
                table.blocks().get(1));
        assertTrue(
                table.blocks().toString().contains("s Races</h2>"),
                table.blocks().toString());
    }

    @Test
    void without_paragraphs_the_lines_of_the_head_are_the_text() {
        WireCopy list = read("anpa-headlines.tst");

        assertEquals("AP Top Coast News at 11:23 p.m. IST", list.headline());
        assertEquals(List.of("Ferry leaves harbour", "Captain waves to the crowd"), list.paragraphs());
    }

    @Test
    void a_mandatory_kill_names_the_story_by_its_number() {
        WireCopy kill = read("anpa-advisory.tst");

        assertInstanceOf(WireMessage.Killed.class, WireMessage.of(kill));
        assertEquals("W2607", kill.refersTo());
        assertEquals(read("anpa-story.tst").number(), kill.refersTo());
        assertEquals(List.of(), kill.blocks());
    }

    @Test
    void the_advisory_category_is_for_the_desk() {
        String advisory = "\u0016\u0016\1v0001\u001f_\nr v\u0013\u0011 BC-Coverage     11-24 0040\n"
                + "\2^BC-Coverage,40<\n^Coverage of the ferry<\n\t   We will move pictures.\n\t   \3AP-WF-11-24-26 0800GMT<\n\4";

        assertInstanceOf(
                WireMessage.Advisory.class,
                WireMessage.of(Reading.text(advisory, Reading.AP).getFirst()));
    }

    @Test
    void a_head_that_ends_in_a_plus_is_read_as_in_tokyo() {
        WireCopy story = Reading.only("text/anpa-plus.txt", Reading.KYODO);

        assertEquals("Ferry: Largest ferry of the coast leaves the harbour after a wait", story.headline());
        assertEquals("MALPE, India, Nov. 24 Kyodo -", story.dateline());
        assertEquals("MALPE", story.location());
        assertEquals("==Kyodo", story.signOff());
        assertEquals(2, story.paragraphs().size());
        assertEquals("u", story.urgency());
        assertEquals(
                Instant.parse("2026-11-24T12:37:00Z"), story.versionCreated().at());
    }

    @Test
    void a_file_that_breaks_off_loses_nothing_that_came() {
        String whole = new String(Reading.bytes("text/anpa-story.tst"), java.nio.charset.StandardCharsets.ISO_8859_1);
        String broken = whole.substring(0, whole.indexOf("late"));

        assertEquals(
                List.of("MALPE, India (AP) _ The coast's largest ferry left _"),
                Reading.text(broken, Reading.AP).getFirst().paragraphs());
        assertEquals(
                "W2607",
                Reading.text(whole.substring(0, 12), Reading.AP).getFirst().number());
    }

    private static WireCopy read(String name) {
        return Reading.only("text/" + name, Reading.AP);
    }
}
