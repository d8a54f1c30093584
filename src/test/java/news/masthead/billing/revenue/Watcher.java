package news.masthead.billing.revenue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import news.masthead.billing.revenue.Entry.Kind;
import news.masthead.billing.revenue.Histories.History;
import news.masthead.billing.revenue.Histories.Worth;

/** Somebody who looks at every subscription four times a day and writes down what it is. Shares no code with what it judges. */
final class Watcher {

    private static final MathContext EXACT_ENOUGH = new MathContext(60);

    final Map<YearMonth, Book> books = new TreeMap<>();

    static final class Book {
        int joined;
        int returned;
        final Map<Loss, Integer> lost = new EnumMap<>(Loss.class);
        final Map<String, Integer> paid = new TreeMap<>();
        final Map<String, Integer> inGrace = new TreeMap<>();
        BigDecimal rate = BigDecimal.ZERO;
        BigDecimal rateInGrace = BigDecimal.ZERO;

        long paise() {
            return rate.setScale(0, RoundingMode.HALF_UP).longValueExact();
        }
    }

    /** @param invoice whose time it is; empty where it does not count */
    private record Seen(Optional<Entry> invoice, boolean grace) {}

    void watch(History history, Instant until) {
        Seen before = new Seen(Optional.empty(), false);
        boolean met = history.course().returns();
        for (Instant at = Histories.BEGIN; !at.isAfter(until); at = at.plus(Histories.TICK)) {
            Seen now = look(history.course().entries(), at);
            Book book = book(at);
            if (before.invoice.isEmpty() && now.invoice.isPresent()) {
                book.joined += met ? 0 : 1;
                book.returned += met ? 1 : 0;
                met = true;
            }
            if (before.invoice.isPresent() && now.invoice.isEmpty()) {
                book.lost.merge(why(history.course().entries(), before.invoice.get(), at), 1, Integer::sum);
            }
            if (!YearMonth.from(at.plus(Histories.TICK).atZone(Histories.KOLKATA))
                            .equals(month(at))
                    || at.plus(Histories.TICK).isAfter(until)) {
                write(book, now, history);
            }
            before = now;
        }
    }

    private static void write(Book book, Seen now, History history) {
        now.invoice.ifPresent(invoice -> {
            Worth worth = history.worths().get(invoice.invoice());
            BigDecimal each =
                    BigDecimal.valueOf(worth.paise()).divide(BigDecimal.valueOf(worth.months()), EXACT_ENOUGH);
            (now.grace ? book.inGrace : book.paid).merge(invoice.plan(), 1, Integer::sum);
            book.rate = book.rate.add(each);
            book.rateInGrace = now.grace ? book.rateInGrace.add(each) : book.rateInGrace;
        });
    }

    private static Seen look(List<Entry> entries, Instant at) {
        List<Entry> known =
                entries.stream().filter(entry -> !entry.at().isAfter(at)).toList();
        if (known.stream().anyMatch(entry -> entry.is(Kind.ENDED))) {
            return new Seen(Optional.empty(), false);
        }
        List<Entry> paid = known.stream().filter(entry -> entry.is(Kind.PAID)).toList();
        Optional<Entry> running = paid.stream()
                .filter(entry -> entry.span().orElseThrow().contains(at) && !isGone(entry, known))
                .max(Comparator.comparing(entry -> entry.span().orElseThrow().start()));
        if (running.isPresent()) {
            return new Seen(running, false);
        }
        Optional<Entry> last = paid.stream()
                .max(Comparator.comparing(entry -> entry.span().orElseThrow().end()));
        return new Seen(
                last.filter(entry -> !isGone(entry, known)
                        && at.isBefore(entry.span().orElseThrow().end().plus(grace(known, entry)))),
                true);
    }

    private static Duration grace(List<Entry> known, Entry last) {
        Instant end = last.span().orElseThrow().end();
        boolean failed = known.stream()
                .anyMatch(entry -> entry.is(Kind.DECLINED) && !entry.at().isBefore(end));
        return failed ? Duration.ofDays(7) : Duration.ofDays(3);
    }

    private static boolean isGone(Entry paid, List<Entry> known) {
        long back = known.stream()
                .filter(entry -> entry.is(Kind.REFUNDED) && entry.invoice().equals(paid.invoice()))
                .mapToLong(Entry::paise)
                .sum();
        long disputes = known.stream()
                .filter(entry -> entry.is(Kind.DISPUTED) && entry.invoice().equals(paid.invoice()))
                .count();
        long won = known.stream()
                .filter(entry -> entry.is(Kind.DISPUTE_WON) && entry.invoice().equals(paid.invoice()))
                .count();
        return back >= paid.paise() || disputes > won;
    }

    private static Loss why(List<Entry> entries, Entry had, Instant at) {
        for (Entry entry : entries) {
            if (entry.is(Kind.ENDED) && entry.at().equals(at)) {
                return entry.loss().orElseThrow();
            }
        }
        for (Entry entry : entries) {
            if (entry.at().equals(at) && entry.invoice().equals(had.invoice())) {
                return entry.is(Kind.DISPUTED) ? Loss.DISPUTE : Loss.READER;
            }
        }
        return entries.stream()
                        .anyMatch(entry -> entry.is(Kind.DECLINED)
                                && !entry.at().isAfter(at)
                                && !entry.at().isBefore(had.span().orElseThrow().end()))
                ? Loss.PAYMENT
                : Loss.READER;
    }

    private Book book(Instant at) {
        return books.computeIfAbsent(month(at), month -> new Book());
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atZone(Histories.KOLKATA));
    }
}
