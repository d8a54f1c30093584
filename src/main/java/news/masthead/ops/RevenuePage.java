package news.masthead.ops;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import news.masthead.ops.chart.Chart;

/**
 * What subscriptions bring, for the publisher.
 *
 * @param asOf the instant that all of it is of, in words
 * @param tiles the figures that are asked for first
 */
@CheckedTemplate(basePath = "ops", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record RevenuePage(OpsFrame frame, String asOf, List<Tile> tiles, List<Part> parts) implements TemplateInstance {

    /** @param note what it is compared with or made of; empty for none */
    record Tile(String label, String value, String note) {}

    /**
     * @param words what the figures mean
     * @param empty said instead of all that follows where there is nothing yet; empty where there is
     */
    record Part(
            String id,
            String title,
            String words,
            String empty,
            List<Stage> stages,
            List<Chart> charts,
            List<Shown> sheets) {

        /** Whether it wants the whole width of a desk. */
        public boolean isWide() {
            return charts.size() > 1 || sheets.stream().anyMatch(Shown::open);
        }

        static Part empty(String id, String title, String words, String why) {
            return new Part(id, title, words, why, List.of(), List.of(), List.of());
        }
    }

    /**
     * One of several steps.
     *
     * @param share of the step before, in words; empty for the first
     * @param percent the same, 0 to 100
     */
    record Stage(String name, String count, String share, double percent) {}

    /**
     * A sheet, and its whole as a file.
     *
     * @param open whether it stands there unasked
     */
    record Shown(Sheet sheet, String file, boolean open) {}
}
