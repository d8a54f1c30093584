package news.masthead.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import news.masthead.access.Facts.StoryFacts;
import news.masthead.access.MeterRows.Spend;
import news.masthead.identity.LoggedIn;
import news.masthead.identity.Reader;
import news.masthead.values.Publication;
import news.masthead.values.Window;

/**
 * Who has spent which free stories. Spends that were seen once are remembered, so that a re-read and a reader at the limit cost no query. Only
 * the spends themselves are remembered, and no spend is ever undone: whichever meter, window or policy version they are counted by, what is
 * counted is never more than the truth, so "used up" and "spent before" are true whenever memory says so. What memory does not know, the
 * database decides.
 */
@ApplicationScoped
class MeterBook {

    @Inject
    MeterRows table;

    @Inject
    ReaderKeys keys;

    @Inject
    Publication publication;

    @Inject
    Clock clock;

    private final Cache<MeterRow, Spent> known =
            Caffeine.newBuilder().maximumSize(500_000).build();

    /** What a reader has spent in the meter's window that {@code now} falls in. */
    Spends spends(Reader reader, Meter meter, Instant now) {
        return sight(reader, meter.window(), now)
                .map(sight -> isNew(reader) ? Spends.of(remembered(sight), meter, sight) : spends(meter, sight))
                .orElse(Spends.FORGOTTEN);
    }

    /** Spends a free story, unless it was spent before or the meter is used up; durable when this returns. */
    Spends spend(Reader reader, StoryFacts story, Meter meter, Instant now) {
        return sight(reader, meter.window(), now)
                .map(sight -> spend(sight, meter, new Spend(story.id(), story.section(), now)))
                .orElse(Spends.FORGOTTEN);
    }

    private Spends spend(Sight sight, Meter meter, Spend spend) {
        Spends before = Spends.of(remembered(sight), meter, sight);
        if (before.hold(spend.story()) || before.used() >= meter.limit()) {
            return before;
        }
        Optional<Spent> after = switch (meter.window()) {
            case MeterWindow.CalendarMonth month -> table.spend(sight.own, spend, meter);
            case MeterWindow.RollingDays days -> table.spend(sight.rows, sight.own, spend, meter, sight.since);
        };
        sight.rows.stream()
                .filter(row -> after.isEmpty() || !row.equals(sight.own))
                .forEach(known::invalidate);
        after.ifPresent(row -> known.asMap().merge(sight.own, row, Spent::fuller));
        return spends(meter, sight).freshly(after.isPresent());
    }

    /**
     * A reader who logs in brings the spends of this month and of the one before, which a rolling window may still look at. The union may exceed
     * the limit, which bounds new spends only.
     */
    void merge(@Observes LoggedIn loggedIn) {
        Window month = monthOf(clock.instant());
        for (Window each : List.of(monthOf(month.start().minusNanos(1)), month)) {
            Optional<byte[]> from = keys.ifMade(loggedIn.before(), each);
            Optional<byte[]> to = keys.ifMade(loggedIn.now(), each);
            if (from.isPresent() && to.isPresent()) {
                MeterRow row = MeterRow.of(to.get(), each);
                table.merge(MeterRow.of(from.get(), each), row);
                known.invalidate(row);
            }
        }
    }

    private Spends spends(Meter meter, Sight sight) {
        List<Spent> rows =
                sight.rows.stream().map(row -> known.get(row, table::read)).toList();
        return Spends.of(Spent.of(rows), meter, sight);
    }

    private Spent remembered(Sight sight) {
        return Spent.of(sight.rows.stream()
                .map(known::getIfPresent)
                .filter(Objects::nonNull)
                .toList());
    }

    /** An id that was made for this request has spent nothing, and nobody need be asked. */
    private static boolean isNew(Reader reader) {
        return reader instanceof Reader.Anonymous anonymous && !anonymous.met();
    }

    /** Where the spends of a window stand; empty where a month of it was forgotten, so that nobody can count any more. */
    private Optional<Sight> sight(Reader reader, MeterWindow window, Instant now) {
        return switch (window) {
            case MeterWindow.CalendarMonth month ->
                row(reader, monthOf(now)).map(row -> new Sight(List.of(row), row, Spent.EVER));
            case MeterWindow.RollingDays rolling -> sightBack(reader, now.minus(Duration.ofDays(rolling.days())), now);
        };
    }

    /** A month to come has rows only where a clock was set back; its spends count too. */
    private Optional<Sight> sightBack(Reader reader, Instant since, Instant now) {
        List<MeterRow> rows = new ArrayList<>();
        Window month = monthOf(since);
        for (; !month.start().isAfter(now); month = monthOf(month.end())) {
            Optional<MeterRow> row = row(reader, month);
            if (row.isEmpty()) {
                return Optional.empty();
            }
            rows.add(row.get());
        }
        Window next = month;
        MeterRow own = rows.getLast();
        keys.ifMade(reader, next).ifPresent(key -> rows.add(MeterRow.of(key, next)));
        return Optional.of(new Sight(rows, own, Spent.micros(since)));
    }

    private Optional<MeterRow> row(Reader reader, Window month) {
        return keys.ifKept(reader, month).map(key -> MeterRow.of(key, month));
    }

    private Window monthOf(Instant at) {
        return Window.monthOf(at, publication.zone());
    }

    /**
     * @param rows of the months that a window looks at, oldest first
     * @param own of these, the one of now
     * @param since spends after it count, as {@link Spent#holds} takes it
     */
    private record Sight(List<MeterRow> rows, MeterRow own, long since) {}

    /**
     * A reader's spends, as one meter counts them.
     *
     * @param spent all of the window's months, whichever meter counts them: they may be read again
     * @param used how many of them the meter counts
     * @param fresh whether the story asked about was spent by this very call
     */
    record Spends(Spent spent, long since, int used, boolean fresh) {

        /** Of a month whose secret was destroyed: nobody can tell how many there were, so nothing more is opened. */
        static final Spends FORGOTTEN = new Spends(Spent.NOTHING, Spent.EVER, Integer.MAX_VALUE, false);

        private static Spends of(Spent spent, Meter meter, Sight sight) {
            return new Spends(spent, sight.since, spent.count(meter, sight.since), false);
        }

        private Spends freshly(boolean now) {
            return new Spends(spent, since, used, now);
        }

        boolean hold(long story) {
            return spent.holds(story, since);
        }
    }
}
