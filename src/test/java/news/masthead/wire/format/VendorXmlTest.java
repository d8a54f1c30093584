package news.masthead.wire.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The agencies' own XML, which no standard describes: Ritzau, Europa Press. */
class VendorXmlTest {

    private static final Dialect COPENHAGEN =
            new Dialect(List.of("Ritzau"), ZoneId.of("Europe/Copenhagen"), "da", Optional.empty());

    @Test
    void a_correction_of_ritzau_comes_out_whole() {
        WireCopy copy = Reading.only("ritzau-correction.xml", COPENHAGEN);

        assertEquals("0b5c3d1e-77aa-4c11-9d02-1f2e3d4c5b6a", copy.guid());
        assertEquals("2", copy.version());
        assertEquals("Havn i Skagen får ny kran", copy.headline());
        assertEquals("NU/HAVN-U", copy.slugline());
        assertEquals("Karen Holm", copy.byline());
        assertEquals("/meridian/", copy.credit());
        assertEquals("Skagen", copy.location());
        assertEquals("4", copy.urgency());
        assertEquals("Retter vægten.", copy.edNote());
        assertEquals("0b5c3d1e-77aa-4c11-9d02-000000000000", copy.refersTo());
        assertEquals(
                Instant.parse("2026-08-12T15:32:18.397Z"), copy.versionCreated().at());
        assertEquals(
                List.of(new WireCopy.Subject("subj:04015000", "transport"), new WireCopy.Subject("", "Udland")),
                copy.subjects());
        assertEquals(List.of("Havnen i Skagen får en ny kran.", "Den løfter 90 ton."), copy.paragraphs());
        assertInstanceOf(WireMessage.Corrected.class, WireMessage.of(copy));
    }

    @Test
    void what_ritzau_annuls_is_an_order_to_kill() {
        String annulled = new String(Reading.bytes("ritzau-correction.xml"), StandardCharsets.UTF_8)
                .replace("<Annuleret>false", "<Annuleret>true");

        assertInstanceOf(
                WireMessage.Killed.class,
                WireMessage.of(Reading.text(annulled, COPENHAGEN).getFirst()));
    }

    @Test
    void a_story_of_europa_press_comes_out_whole() {
        WireCopy copy = Reading.only(
                "europapress-story.xml",
                new Dialect(List.of("Europa Press"), ZoneId.of("Europe/Madrid"), "es", Optional.empty()));

        assertEquals("20260812181604", copy.guid());
        assertEquals("El faro vuelve a encenderse", copy.headline());
        assertEquals("FARO-CADIZ", copy.slugline());
        assertEquals("Luz Mar", copy.byline());
        assertEquals("30", copy.urgency());
        assertEquals(
                Instant.parse("2026-08-12T16:16:04Z"), copy.versionCreated().at());
        assertEquals(List.of(new WireCopy.Subject("", "POL")), copy.subjects());
        assertEquals(List.of("El faro se encendió anoche.", "Lo pidieron los pescadores."), copy.paragraphs());
    }

    @Test
    void nothing_is_needed_but_an_item_and_no_item_is_no_news() {
        assertEquals("", Reading.text("<RBNews/>", COPENHAGEN).getFirst().guid());
        assertEquals("", Reading.text("<NOTICIA/>", COPENHAGEN).getFirst().guid());
        assertThrows(UnreadableWire.class, () -> Reading.text("<ArrayOfRBNews/>", COPENHAGEN));
        assertThrows(UnreadableWire.class, () -> Reading.text("<NOTICIAS/>", COPENHAGEN));
        assertThrows(UnreadableWire.class, () -> Reading.text("<recipe/>", COPENHAGEN));
    }
}
