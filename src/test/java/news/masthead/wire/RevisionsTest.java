package news.masthead.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import news.masthead.SiteTest;
import org.junit.jupiter.api.Test;

/** In NewsML 1.2 the name of an item ends in its revision; what it begins with is the item. */
@SiteTest
class RevisionsTest {

    private static final String FILE = file();

    @Inject
    WireDesk desk;

    @Inject
    WireItems items;

    private final String id = UUID.randomUUID().toString();

    @Test
    void revisions_under_names_of_their_own_are_versions_of_one_item() {
        arrives("1", "Usable");
        arrives("2", "Usable");

        assertEquals(List.of("1 SUPERSEDED", "2 NEW"), standings());
    }

    @Test
    void a_revision_that_is_cancelled_kills_the_revisions_before_it() {
        arrives("1", "Usable");
        arrives("2", "Canceled");

        assertEquals(List.of("1 KILLED", "2 KILLED"), standings());
    }

    private void arrives(String revision, String status) {
        String file = FILE.replace("DELTA-44:2<", id + ":" + revision + "<")
                .replace(">DELTA-44<", ">" + id + "<")
                .replaceFirst("<RevisionId([^>]*)>2<", "<RevisionId$1>" + revision + "<")
                .replace("FormalName=\"Usable\"", "FormalName=\"" + status + "\"");
        desk.accept("meridian", new Delivery(file.getBytes(StandardCharsets.UTF_8), "", "push", ""));
    }

    private List<String> standings() {
        return items.versionsOf("meridian", "urn:newsml:ins.example:20260812:" + id).stream()
                .map(item -> item.version + " " + item.standing)
                .toList();
    }

    private static String file() {
        try (InputStream in = RevisionsTest.class.getResourceAsStream("/wire/newsml-1.2-story.xml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
