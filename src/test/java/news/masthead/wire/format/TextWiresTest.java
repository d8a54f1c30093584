package news.masthead.wire.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Text between ZCZC and NNNN, and press releases. */
class TextWiresTest {

    @Test
    void fields_with_two_letters_and_a_hash() {
        WireCopy story = read("zczc-tags.txt");

        assertEquals("31945219", story.guid());
        assertEquals("Harbour Bites", story.credit());
        assertEquals("Asha Rao", story.byline());
        assertEquals("FERRY Comnews FER.AX", story.slugline());
        assertEquals("Ferry company’s talks go on", story.headline());
        assertEquals(List.of("The ferry company’s talks went on.", "Margin is not recognised."), story.paragraphs());
        assertEquals(Instant.parse("2026-11-24T03:00:00Z"), story.firstCreated().at());
    }

    @Test
    void a_release_names_who_paid_for_it_and_keeps_its_bullets() {
        WireCopy release = read("zczc-medianet.txt");

        assertEquals("Media release: Ferry use rises", release.headline());
        assertEquals("Coastal Ferry Authority", release.credit());
        assertEquals(List.of(PressRelease.SIGNAL), release.signals());
        assertEquals(
                List.of(
                        "Media release: Ferry use rises",
                        "Tue 24 November 2026",
                        "Ferry use rose:",
                        "* tickets by 2%",
                        "* passes by 3%.",
                        "SOURCE: Coastal Ferry Authority"),
                release.paragraphs());
    }

    @Test
    void each_desk_s_signs_mean_its_own() {
        WireCopy broadcast = read("zczc-broadcast.txt");
        WireCopy desk = read("zczc-desk.txt");

        assertEquals("Coast headlines round-up Nov 24, 1200", broadcast.headline());
        assertEquals("AM Coast headlines", broadcast.slugline());
        assertEquals("", broadcast.credit());
        assertEquals(3, broadcast.paragraphs().size());
        assertEquals("Ferry leaves the harbour", desk.headline());
        assertEquals("Ferry", desk.slugline());
        assertEquals("2nd Lead", desk.takeKey());
        assertEquals("SYDNEY, Nov 24 AAP -", desk.dateline());
        assertEquals("AAP", desk.credit());
        assertEquals("AAP RTV ar", desk.signOff());
        assertEquals(2, desk.paragraphs().size());
    }

    @Test
    void a_media_release_with_its_dateline_apart() {
        WireCopy release = read("release.txt");

        assertEquals("PR94541", release.guid());
        assertEquals("Coastal Ferries", release.credit());
        assertEquals("Coastal Ferries Orders a Third Ship from the Yard at Kaup", release.headline());
        assertEquals("UDUPI, India, Nov. 24, 2026 /PRNewswire-AsiaNet/", release.dateline());
        assertEquals("UDUPI, India", release.location());
        assertEquals(List.of(PressRelease.SIGNAL), release.signals());
        assertEquals(6, release.paragraphs().size());
        assertTrue(release.paragraphs().get(1).endsWith("– It is worth £1million."));
    }

    private static WireCopy read(String name) {
        return Reading.only("text/" + name, Reading.AAP);
    }
}
