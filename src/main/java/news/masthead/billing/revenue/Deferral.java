package news.masthead.billing.revenue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import news.masthead.values.Window;

/**
 * How the money of one subscription, without its tax, is earned. A paid span is earned in equal parts by each of its days in the publisher's zone, from the day of
 * its payment and not before its first, up to its last and without the day on which the next begins; fractions of a paisa wait for the day that
 * completes them, so that the last day takes what is left. What pays for no time is earned at once. A span that another replaces hands over what
 * is left of it. Money that goes back is taken from what is not earned yet, and what remains is earned by the days that remain. Where a
 * subscription ends before its span, nothing more is owed, and the rest is earned on that day. So Ind AS 115 wants it for a service that is
 * received day by day: https://www.mca.gov.in/Ministry/pdf/INDAS115.pdf, paragraphs 35(a) and 41.
 */
final class Deferral {

    private static final Comparator<Dated> IN_TURN = Comparator.comparing(Dated::day)
            .thenComparing(dated -> dated.entry.kind())
            .thenComparing(dated -> dated.entry.at());

    private final ZoneId zone;
    private final Schedule schedule;
    private final Map<String, Pool> pools = new HashMap<>();
    private final Map<String, Long> unearnedOfDispute = new HashMap<>();
    private boolean over;

    private Deferral(ZoneId zone, Schedule schedule) {
        this.zone = zone;
        this.schedule = schedule;
    }

    static void book(Course course, ZoneId zone, Schedule schedule) {
        Deferral deferral = new Deferral(zone, schedule);
        course.entries().stream()
                .map(entry -> new Dated(deferral.day(entry.at()), entry))
                .sorted(IN_TURN)
                .forEach(dated -> deferral.take(dated.entry, dated.day));
        deferral.pools.values().forEach(pool -> deferral.earnUntil(pool, pool.until));
    }

    private record Dated(LocalDate day, Entry entry) {}

    /** What is not earned yet of a paid span, and the days that will earn it. */
    private static final class Pool {
        private final Window span;
        private final LocalDate until;
        private LocalDate from;
        private long left;
        private Optional<Pool> successor = Optional.empty();

        Pool(Window span, LocalDate from, LocalDate until, long left) {
            this.span = span;
            this.from = from;
            this.until = until;
            this.left = left;
        }

        Pool newest() {
            return successor.map(Pool::newest).orElse(this);
        }
    }

    private void take(Entry entry, LocalDate day) {
        switch (entry.kind()) {
            case PAID -> pay(entry, day);
            case REFUNDED -> giveBack(entry, day);
            case DISPUTED -> unearnedOfDispute.put(entry.ref(), giveBack(entry, day));
            case DISPUTE_WON -> takeBack(entry, day);
            case ENDED -> end(day);
            case BEGAN, DECLINED, DISPUTE_LOST -> {}
        }
    }

    private void pay(Entry paid, LocalDate day) {
        schedule.bill(day, paid.net());
        if (paid.span().isEmpty()) {
            schedule.earn(day, paid.net());
            return;
        }
        Window span = paid.span().get();
        LocalDate from = later(day(span.start()), day);
        Pool pool = new Pool(span, from, day(span.end()), paid.net());
        pools.values().stream()
                .filter(open -> !open.span.start().isAfter(span.start())
                        && open.span.end().isAfter(span.start()))
                .filter(open -> open.successor.isEmpty())
                .forEach(replaced -> handOver(replaced, pool));
        pools.put(paid.invoice(), pool);
        earnWhatIsOver(pool, from);
    }

    private void handOver(Pool replaced, Pool pool) {
        earnUntil(replaced, pool.from);
        pool.left += replaced.left;
        replaced.left = 0;
        replaced.successor = Optional.of(pool);
    }

    /** @return how much of it was not earned yet */
    private long giveBack(Entry entry, LocalDate day) {
        Pool pool =
                pools.containsKey(entry.invoice()) ? pools.get(entry.invoice()).newest() : null;
        if (pool != null) {
            earnUntil(pool, day);
        }
        long unearned = pool == null ? 0 : Math.min(pool.left, entry.net());
        if (pool != null) {
            pool.left -= unearned;
        }
        schedule.reverse(day, unearned, entry.net() - unearned);
        return unearned;
    }

    private void takeBack(Entry won, LocalDate day) {
        long unearned = unearnedOfDispute.getOrDefault(won.ref(), 0L);
        schedule.reverse(day, -unearned, unearned - won.net());
        if (unearned > 0) {
            Pool pool = pools.get(won.invoice()).newest();
            earnUntil(pool, day);
            pool.left += unearned;
            earnWhatIsOver(pool, day);
        }
    }

    private void end(LocalDate day) {
        over = true;
        for (Pool pool : pools.values()) {
            earnUntil(pool, day);
            earnWhatIsOver(pool, day);
        }
    }

    /** Nothing is owed any more for a span that is over, nor for any of a subscription that is. */
    private void earnWhatIsOver(Pool pool, LocalDate day) {
        if (over || !pool.from.isBefore(pool.until)) {
            schedule.earn(day, pool.left);
            pool.left = 0;
        }
    }

    private void earnUntil(Pool pool, LocalDate day) {
        LocalDate to = day.isBefore(pool.until) ? day : pool.until;
        long days = ChronoUnit.DAYS.between(pool.from, pool.until);
        long earned = 0;
        for (LocalDate at = pool.from; at.isBefore(to); ) {
            LocalDate next = earlier(at.plusMonths(1).withDayOfMonth(1), to);
            long then = Math.multiplyExact(pool.left, ChronoUnit.DAYS.between(pool.from, next)) / days;
            schedule.earn(at, then - earned);
            earned = then;
            at = next;
        }
        pool.left -= earned;
        pool.from = later(pool.from, to);
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
