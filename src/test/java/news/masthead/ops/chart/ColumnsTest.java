package news.masthead.ops.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import news.masthead.ops.chart.Columns.Mark;
import news.masthead.ops.chart.Columns.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns are as long as what they stand for, and nothing leaves the picture. */
class ColumnsTest {

    @Test
    void a_column_twice_as_much_is_twice_as_high_and_stacks_on_the_other() {
        Chart chart =
                draw(List.of(new Series("A", "one", List.of(40L, 80L)), new Series("B", "two", List.of(40L, 0L))));
        List<Chart.Box> boxes = chart.boxes();
        assertEquals(3, boxes.size());
        assertEquals(2 * boxes.get(0).height(), boxes.get(2).height(), 0.2);
        assertEquals(boxes.get(0).y(), boxes.get(1).y() + boxes.get(1).height(), 0.2);
    }

    @Test
    void what_is_negative_hangs_from_the_zero_line() {
        Chart chart = draw(List.of(new Series("A", "one", List.of(50L)), new Series("B", "two", List.of(-30L))));
        double zero = chart.lines().stream()
                .filter(Chart.Line::strong)
                .findFirst()
                .orElseThrow()
                .y();
        assertEquals(zero, chart.boxes().get(0).y() + chart.boxes().get(0).height(), 0.2);
        assertEquals(zero, chart.boxes().get(1).y(), 0.2);
    }

    @Test
    void nothing_leaves_the_picture_whatever_is_drawn() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            int places = 1 + random.nextInt(40);
            long size = 1L << random.nextInt(44);
            Chart chart = draw(List.of(series(random, places, size), series(random, places, size)));
            for (Chart.Box box : chart.boxes()) {
                assertTrue(box.x() >= 0 && box.x() + box.width() <= chart.width(), box + " in round " + round);
                assertTrue(box.y() >= 0 && box.y() + box.height() <= chart.height(), box + " in round " + round);
            }
            assertTrue(chart.lines().size() <= 7, "lines in round " + round);
            chart.labels().forEach(label -> assertTrue(label.x() <= chart.width() && label.y() > 0, label.toString()));
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "4,2", "8,4", "12,4", "40,5"})
    void no_month_is_written_over_its_neighbour(int places, int least) {
        List<Chart.Label> times = draw(List.of(series(new Random(7), places, 90))).labels().stream()
                .filter(label -> label.words().startsWith("Nov"))
                .toList();
        assertTrue(times.size() >= least, times.toString());
        for (int next = 1; next < times.size(); next++) {
            double apart = times.get(next).x() - times.get(next - 1).x();
            assertTrue(apart >= "Nov 2026".length() * 6, times.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, ₹0",
        "5000000, '₹50,000'",
        "10000000, ₹1 L",
        "25000000, ₹2.5 L",
        "1250000000, ₹1.3 Cr",
        "-20000000, -₹2 L"
    })
    void an_axis_says_money_as_indian_papers_do(long paise, String words) {
        assertEquals(words, Unit.MONEY.words(paise));
    }

    private static Series series(Random random, int places, long size) {
        return new Series(
                "A",
                "one",
                IntStream.range(0, places)
                        .mapToObj(place -> random.nextLong(-size, size))
                        .toList());
    }

    private static Chart draw(List<Series> series) {
        List<Mark> marks = series.getFirst().values().stream()
                .map(value -> new Mark("Nov 2026", false))
                .toList();
        return Columns.draw("c", "C", "Words", Unit.COUNT, series, marks);
    }
}
