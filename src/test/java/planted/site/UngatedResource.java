package planted.site;

import jakarta.ws.rs.GET;
import java.util.function.Supplier;
import planted.story.Story;

/** Planted: a route that shows a story, three calls away, and never asks the gate. */
class UngatedResource {

    @GET
    public String show() {
        return new Page().words();
    }

    private static final class Page {

        String words() {
            Supplier<String> later = () -> wordsOf(new Story());
            return later.get();
        }

        private static String wordsOf(Story story) {
            return story.opening;
        }
    }
}
