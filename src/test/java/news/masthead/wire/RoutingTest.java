package news.masthead.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.masthead.wire.format.Dialect;
import news.masthead.wire.format.WireCopy;
import news.masthead.wire.format.WireReader;
import org.junit.jupiter.api.Test;

class RoutingTest {

    private static final Agency.Routing ROUTING = new Agency.Routing(
            Optional.of("nation"),
            Map.of("medtop:04000000", "economy", "medtop:20000337", "transport", "markets", "markets"));

    @Test
    void subject_codes_find_the_section_of_the_topic_they_became() {
        assertEquals(Optional.of("transport"), ROUTING.sectionOf(coded("04015000")));
    }

    @Test
    void a_topic_finds_the_section_of_the_topic_above_it() {
        assertEquals(Optional.of("economy"), ROUTING.sectionOf(coded("04001002")));
    }

    @Test
    void the_nearest_topic_of_all_subjects_decides() {
        assertEquals(Optional.of("transport"), ROUTING.sectionOf(coded("04001002", "04015000")));
    }

    @Test
    void without_a_subject_the_slugline_decides_and_without_that_the_agency() {
        assertEquals(Optional.of("markets"), ROUTING.sectionOf(slugged("INDIA-MARKETS/CLOSE")));
        assertEquals(Optional.of("nation"), ROUTING.sectionOf(slugged("INDIA-FERRY")));
    }

    private static WireCopy coded(String... numbers) {
        StringBuilder subjects = new StringBuilder();
        for (String number : numbers) {
            subjects.append("<tobject.subject tobject.subject.refnum='")
                    .append(number)
                    .append("'/>");
        }
        return read("<nitf><head><tobject>" + subjects + "</tobject></head></nitf>");
    }

    private static WireCopy slugged(String slugline) {
        return read("<nitf><head><meta name='anpa-keyword' content='" + slugline + "'/></head></nitf>");
    }

    private static WireCopy read(String document) {
        Dialect dialect = new Dialect(List.of("CPA"), ZoneOffset.UTC, "en", Optional.empty());
        return WireReader.read(document.getBytes(StandardCharsets.UTF_8), "", dialect)
                .getFirst();
    }
}
