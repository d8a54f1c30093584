package news.masthead.access;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decisions that are written together. Those that are the same but for the instant become one row. */
final class Batch {

    private final ZoneId zone;
    private final Map<Same, Span> spans = new LinkedHashMap<>();
    private final Map<Long, Integer> seconds = new HashMap<>();

    Batch(ZoneId zone) {
        this.zone = zone;
    }

    void add(Noted one) {
        spans.merge(
                new Same(YearMonth.from(one.at().atZone(zone)), ReaderKeys.name(one.reader()), one.undated()),
                new Span(one.at(), one.at(), 1),
                Span::with);
        seconds.merge(one.at().getEpochSecond(), 1, Integer::sum);
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    /** How many rows it will be. */
    int size() {
        return spans.size();
    }

    List<Row> rows() {
        return spans.entrySet().stream()
                .map(each -> new Row(each.getKey(), each.getValue()))
                .toList();
    }

    /** How many decisions of each second are in it. */
    Map<Long, Integer> seconds() {
        return seconds;
    }

    record Row(Same decision, Span span) {}

    record Span(Instant first, Instant last, int times) {

        Span with(Span other) {
            return new Span(
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last,
                    times + other.times);
        }
    }

    /**
     * @param month of the publisher's zone, whose secret makes the reader's key
     * @param reader as {@link ReaderKeys#name} has it
     * @param trace without its instant
     */
    record Same(YearMonth month, String reader, Trace trace) {}
}
