package news.masthead.ops.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A value axis that ends on round numbers.
 *
 * @param low of the lowest line; 0 or below
 * @param high of the highest line; above {@code low}
 * @param step from line to line
 */
record Axis(long low, long high, long step) {

    private static final int LINES = 5;

    /** The fewest lines, in steps of 1, 2 or 5 times a power of ten, that hold both values. */
    static Axis around(long least, long most, Unit unit) {
        long range = Math.max(most, 0) - Math.min(least, 0);
        long step = unit.smallest();
        for (int turn = 0; step * LINES < range; turn++) {
            step = turn % 3 == 1 ? step / 2 * 5 : step * 2;
        }
        long low = Math.floorDiv(Math.min(least, 0), step) * step;
        long high = Math.ceilDiv(Math.max(most, 0), step) * step;
        return new Axis(low, high == low ? low + step : high, step);
    }

    List<Long> lines() {
        List<Long> lines = new ArrayList<>();
        for (long at = low; at <= high; at += step) {
            lines.add(at);
        }
        return lines;
    }
}
