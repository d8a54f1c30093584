package news.masthead.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The plan of the demo newspaper ({@code demo/edition.json}): what an editor of it decided, in the order it was published. */
record DemoEdition(List<Writer> authors, List<Subject> topics, List<Entry> stories, List<String> inbox) {

    static DemoEdition read(ObjectMapper json) {
        try {
            return json.readValue(bytes("edition.json"), DemoEdition.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static byte[] bytes(String file) {
        try (InputStream in = DemoEdition.class.getResourceAsStream("/demo/" + file)) {
            return Objects.requireNonNull(in, () -> "There is no demo/" + file).readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    record Writer(String id, String name, String bio) {}

    record Subject(String slug, String name) {}

    /**
     * @param wire the agency's file; null for the paper's own story, which has {@code html}
     * @param at when it came into the paper: an instant, or days from today and a time of day as in {@code -3d+0915}
     * @param update the agency's later version of it; null where there is none
     * @param correction what was put right; null where nothing was
     */
    record Entry(
            String wire,
            String source,
            String section,
            String access,
            List<String> topics,
            List<String> authors,
            String at,
            String headline,
            String teaser,
            int freeParagraphs,
            String picture,
            String pictureAlt,
            String pictureCaption,
            String pictureCredit,
            String html,
            String dateline,
            String correction,
            String update,
            String updateAt) {}
}
