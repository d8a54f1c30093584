package news.masthead.ops.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Stacked columns in time: what is positive stands on the zero line, what is negative hangs from it. Drawn for the width of a phone, and small
 * enough that several stand side by side on a desk.
 */
public final class Columns {

    private static final int WIDTH = 360;
    private static final int HEIGHT = 210;
    private static final int LEFT = 56;
    private static final int TOP = 22;
    private static final int BOTTOM = 182;
    private static final int FEWEST = 8;
    private static final double GAP = 0.28;
    private static final double HALF_LETTER = 3.4;
    private static final double BETWEEN = 8;

    private final Unit unit;
    private final List<Series> series;
    private final List<Mark> marks;
    private final Axis axis;

    /**
     * @param tone class of its colour in the style sheet
     * @param values one for each mark
     */
    public record Series(String name, String tone, List<Long> values) {}

    /**
     * A place on the time axis.
     *
     * @param label empty for none
     * @param faint whether what stands there is not final
     */
    public record Mark(String label, boolean faint) {}

    private Columns(Unit unit, List<Series> series, List<Mark> marks) {
        this.unit = unit;
        this.series = series;
        this.marks = marks;
        axis = Axis.around(
                IntStream.range(0, marks.size())
                        .mapToLong(place -> sum(place, -1))
                        .min()
                        .orElse(0),
                IntStream.range(0, marks.size())
                        .mapToLong(place -> sum(place, 1))
                        .max()
                        .orElse(0),
                unit);
    }

    /** @param words what can be seen, for those who do not see */
    public static Chart draw(String id, String title, String words, Unit unit, List<Series> series, List<Mark> marks) {
        Columns columns = new Columns(unit, series, marks);
        List<Chart.Key> key = series.size() < 2
                ? List.of()
                : series.stream()
                        .map(one -> new Chart.Key(one.tone(), one.name()))
                        .toList();
        return new Chart(id, title, words, WIDTH, HEIGHT, columns.lines(), columns.boxes(), columns.labels(), key);
    }

    private List<Chart.Line> lines() {
        return axis.lines().stream()
                .map(value -> new Chart.Line(LEFT, WIDTH, y(value), value == 0))
                .toList();
    }

    private List<Chart.Box> boxes() {
        List<Chart.Box> boxes = new ArrayList<>();
        for (int place = 0; place < marks.size(); place++) {
            long up = 0;
            long down = 0;
            for (Series one : series) {
                long value = one.values().get(place);
                long foot = value > 0 ? up : down;
                if (value != 0) {
                    boxes.add(box(place, foot, foot + value, one.tone()));
                }
                up += Math.max(0, value);
                down += Math.min(0, value);
            }
        }
        return boxes;
    }

    private Chart.Box box(int place, long from, long to, String tone) {
        double top = y(Math.max(from, to));
        double height = round(y(Math.min(from, to)) - top);
        return new Chart.Box(
                round(x(place)),
                top,
                round(pitch() * (1 - GAP)),
                Math.max(0.8, height),
                tone,
                marks.get(place).faint());
    }

    private List<Chart.Label> labels() {
        Stream<Chart.Label> values = axis.lines().stream()
                .map(value -> new Chart.Label(LEFT - 6, y(value) + 4, "end", unit.words(value), false));
        return Stream.concat(Stream.concat(values, times().stream()), peak().stream())
                .toList();
    }

    /** From the last one back, leaving out what would run into its neighbour. */
    private List<Chart.Label> times() {
        List<Chart.Label> times = new ArrayList<>();
        double free = WIDTH;
        for (int place = marks.size() - 1; place >= 0; place--) {
            String words = marks.get(place).label();
            Chart.Label label = inside(place, HEIGHT - 8, words, false);
            double half = words.length() * HALF_LETTER;
            double right = label.anchor().equals("end") ? label.x() : label.x() + half;
            if (!words.isEmpty() && right <= free) {
                times.addFirst(label);
                free = right - 2 * half - BETWEEN;
            }
        }
        return times;
    }

    /** The newest final value, written above its column, where all stand upright. */
    private Optional<Chart.Label> peak() {
        return IntStream.range(0, marks.size())
                .filter(place -> series.size() == 1 && sum(place, 1) > 0 && axis.low() == 0)
                .filter(place -> place == marks.size() - 1
                        || marks.get(place + 1).faint() && !marks.get(place).faint())
                .boxed()
                .reduce((earlier, later) -> later)
                .map(place -> inside(place, y(sum(place, 1)) - 5, unit.words(sum(place, 1)), true));
    }

    /** In the middle of its place, unless it would leave the picture. */
    private Chart.Label inside(int place, double y, String words, boolean strong) {
        boolean atTheEdge = middle(place) + words.length() * HALF_LETTER > WIDTH;
        return new Chart.Label(atTheEdge ? WIDTH : middle(place), y, atTheEdge ? "end" : "middle", words, strong);
    }

    private long sum(int place, int sign) {
        return series.stream()
                .mapToLong(one -> one.values().get(place))
                .filter(value -> Long.signum(value) == sign)
                .sum();
    }

    private double pitch() {
        return (double) (WIDTH - LEFT) / Math.max(FEWEST, marks.size());
    }

    private double x(int place) {
        return LEFT + pitch() * (place + GAP / 2);
    }

    private double middle(int place) {
        return round(LEFT + pitch() * (place + 0.5));
    }

    private double y(long value) {
        return round(BOTTOM - (double) (BOTTOM - TOP) * (value - axis.low()) / (axis.high() - axis.low()));
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
