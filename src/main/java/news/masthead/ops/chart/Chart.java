package news.masthead.ops.chart;

import java.util.List;

/**
 * A drawing, measured out: {@code tags/chart.html} writes it down as SVG. It has no colours; the style sheet gives them to the tones, for light and
 * for dark. Beside it stands a table with the same numbers.
 *
 * @param id unique on the page
 * @param title what it shows
 * @param words what can be seen in it, for those who do not
 * @param key the tones, where there are several
 */
public record Chart(
        String id,
        String title,
        String words,
        int width,
        int height,
        List<Line> lines,
        List<Box> boxes,
        List<Label> labels,
        List<Key> key) {

    /** A line across at a round value; the strong one is zero. */
    public record Line(double x1, double x2, double y, boolean strong) {}

    /** @param faint for what is not final: the present month, months to come */
    public record Box(double x, double y, double width, double height, String tone, boolean faint) {}

    /** @param anchor {@code start}, {@code middle} or {@code end} */
    public record Label(double x, double y, String anchor, String words, boolean strong) {}

    public record Key(String tone, String name) {}
}
