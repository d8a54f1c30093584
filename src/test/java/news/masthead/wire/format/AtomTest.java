package news.masthead.wire.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;

class AtomTest {

    private final List<WireCopy> atom = Reading.fixture("atom-1.0.xml", Reading.MERIDIAN);

    @Test
    void an_entry_with_html() {
        WireCopy copy = atom.getFirst();

        assertEquals("tag:meridianwire.example,2026:1", copy.guid());
        assertEquals("Weavers’ bank opens", copy.readableHeadline());
        assertEquals("Usha Reddy, Imran Shah", copy.byline());
        assertEquals("en-IN", copy.language());
        assertEquals("2026-08-12T08:00:00Z", copy.firstCreated().words());
        assertEquals("2026-08-12T09:00:00Z", copy.versionCreated().words());
        assertEquals(List.of("The bank opened on Wednesday.", "It lends at 7%."), copy.paragraphs());
        assertEquals(List.of(new WireCopy.Subject("medtop:20000271", "financial services")), copy.subjects());
    }

    @Test
    void an_entry_with_xhtml_has_its_own_language_and_the_feeds_author() {
        WireCopy copy = atom.get(1);

        assertEquals("hi", copy.language());
        assertEquals("Meridian Desk", copy.byline());
        assertEquals(List.of("<p>The tax goes.</p>", "<p>Weavers <em>cheered</em>.</p>"), copy.blocks());
    }

    @Test
    void plain_text_is_what_it_says() {
        assertEquals(
                List.of("There are 3 < 4 looms.", "Another paragraph."),
                atom.get(2).paragraphs());
    }

    @Test
    void a_deleted_entry_is_a_kill() {
        WireCopy copy = atom.getLast();

        assertEquals("tag:meridianwire.example,2026:0", copy.guid());
        assertEquals("Withdrawn: wrong bank.", copy.edNote());
        assertInstanceOf(WireMessage.Killed.class, WireMessage.of(copy));
    }

    @Test
    void version_0_3_says_by_its_mode_how_content_is_packed() {
        List<WireCopy> copies = Reading.fixture("atom-0.3.xml", Reading.MERIDIAN);

        assertEquals(List.of("High at six.", "Low at noon."), copies.getFirst().paragraphs());
        assertEquals("2026-08-12T08:00:00Z", copies.getFirst().firstCreated().words());
        assertEquals(List.of("Full moon."), copies.get(1).paragraphs());
    }

    @Test
    void a_lone_entry_is_read_too() {
        WireCopy copy = Reading.text("""
                        <entry xmlns="http://www.w3.org/2005/Atom"><id>urn:x</id><title>T</title><summary>S</summary></entry>""", Reading.MERIDIAN).getFirst();

        assertEquals("urn:x", copy.guid());
        assertEquals(List.of("S"), copy.paragraphs());
    }
}
