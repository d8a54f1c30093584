package news.masthead.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped profiles, and what an operator lays over them. */
class ProfilesTest {

    private static final Path SHIPPED = Path.of("src/main/resources/agencies");
    private static final Set<String> NO_AGENCY = Set.of("agencies", "unsaid");

    @TempDir
    Path folder;

    @Test
    void every_shipped_file_is_an_agency_with_a_name_and_a_credit() throws IOException {
        try (Stream<Path> files = Files.list(SHIPPED)) {
            Set<String> names = files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .filter(name -> !NO_AGENCY.contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(names, new TreeSet<>(Profiles.shipped().ids()));
        }
        Profiles.shipped().ids().forEach(id -> {
            Agency agency = Profiles.shipped().find(id).orElseThrow();
            assertEquals(id, agency.id());
            assertTrue(agency.rights().web(), id);
            assertFalse(agency.rights().ai(), id);
            assertFalse(agency.publishing().automatic(), id);
            assertTrue(agency.dialect().names().contains(agency.creditLine()), id);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ians|--IANS|Asia/Kolkata",
                "ians|--IANS ms/vd|Asia/Kolkata",
                "pti|PTI NIT KJ|Asia/Kolkata",
                "ani|(ANI)|Asia/Kolkata",
                "afp|hh/ph/ts/hd|UTC",
                "afp|ففف/ح س/كام|UTC",
                "dpa|dpa wsz jln npr|Europe/Berlin",
                "aap|AAP RTV ar|Australia/Sydney",
                "kyodo|==Kyodo|Asia/Tokyo",
                "ats|(SDA/sj)|Europe/Zurich",
                "ins|--INS soni/dg|Asia/Kolkata"
            })
    void an_agency_signs_off_as_it_is_known_to(String id, String signOff, String zone) {
        Agency agency = Profiles.shipped().find(id).orElseThrow();
        assertTrue(agency.dialect().signOff().orElseThrow().matcher(signOff).matches());
        assertEquals(ZoneId.of(zone), agency.habits().zone());
    }

    @Test
    void a_file_says_only_what_is_different() throws IOException {
        Agency ours = over("""
                {"pti": {"habits": {"signOffs": ["PTI [A-Z]+"]}, "rights": {"archiveDays": 90, "territory": ["IN"]}},
                 "harbour": {"name": "Harbour Desk", "creditLine": "Harbour Desk"}}""").find("pti").orElseThrow();
        assertEquals("Press Trust of India", ours.name());
        assertEquals(ZoneId.of("Asia/Kolkata"), ours.habits().zone());
        assertEquals(
                List.of("PTI [A-Z]+"),
                ours.habits().signOffs().stream().map(Object::toString).toList());
        assertEquals(Optional.of(90), ours.rights().archiveDays());
        assertTrue(ours.rights().covers("IN") && !ours.rights().covers("TR"));
        Agency other = over("""
                {"harbour": {"name": "Harbour Desk", "creditLine": "HD"}}""").find("harbour").orElseThrow();
        assertEquals(ZoneId.of("UTC"), other.habits().zone());
        assertEquals(Agency.Kind.NEWS, other.kind());
        assertTrue(other.rights().covers("TR"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"pti\": {\"zoneId\": \"Asia/Kolkata\"}}|zoneId",
                "{\"pti\": {\"habits\": {\"signOffs\": [\"(\"]}}}|The profile of pti is wrong",
                "{\"harbour\": {\"name\": \"Harbour\"}}|has no credit line",
                "{\"pti\": 3}|is a JSON object",
                "{\"pti\": |holds no JSON"
            })
    void a_wrong_profile_is_refused_with_a_sentence(String json, String words) {
        String sentence =
                assertThrows(IllegalArgumentException.class, () -> over(json)).getMessage();
        assertTrue(sentence.contains(words), sentence);
    }

    @Test
    void a_stored_profile_is_the_same_when_it_is_read_again() {
        Profiles shipped = Profiles.shipped();
        Agency agency = shipped.find("meridian").orElseThrow();
        String json = Profiles.json(agency);
        Agency again = shipped.find("meridian", Profiles.parsed(json));
        assertEquals(json, Profiles.json(again));
        assertEquals("markets", again.routing().sections().get("medtop:20000379"));
    }

    private Profiles over(String json) throws IOException {
        return Profiles.shipped().with(Files.writeString(folder.resolve("profiles.json"), json));
    }
}
