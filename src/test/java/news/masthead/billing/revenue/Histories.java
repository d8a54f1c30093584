package news.masthead.billing.revenue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import news.masthead.billing.revenue.Entry.Kind;
import news.masthead.values.Window;

/** What may happen to subscriptions, made up at random, every six hours something. The same seed makes the same history. */
final class Histories {

    static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
    static final Graces GRACE = new Graces(Duration.ofDays(3), Duration.ofDays(7));
    static final Duration TICK = Duration.ofHours(6);
    static final Instant BEGIN = Instant.parse("2024-11-30T00:00:00Z");

    private static final List<Sold> PLANS = List.of(
            new Sold("quarterly", 3, 90_000), new Sold("yearly", 12, 270_000), new Sold("two_years", 24, 390_000));

    private final Random random;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Worth> worths = new HashMap<>();
    private final String subscription;
    private final boolean isTaxed;
    private int number;

    private record Sold(String code, int months, long paise) {}

    /** What a reader has for an invoice: the price of so many months. */
    record Worth(long paise, int months) {}

    /** A history, and what each of its invoices was worth to the one who made it up. */
    record History(Course course, Map<String, Worth> worths) {}

    private Histories(long seed) {
        random = new Random(seed);
        isTaxed = seed % 2 == 0;
        subscription = "sub_" + seed;
    }

    static History random(long seed) {
        Histories made = new Histories(seed);
        made.live();
        List<Entry> oldestFirst = made.entries.stream()
                .sorted(Comparator.comparing(Entry::at).thenComparing(Entry::kind))
                .toList();
        return new History(new Course(made.chance(4), false, false, oldestFirst), made.worths);
    }

    private void live() {
        Instant start = BEGIN.plus(TICK.multipliedBy(random.nextInt(4 * 400)));
        Sold plan = PLANS.get(random.nextInt(3));
        add(Kind.BEGAN, subscription, "", plan, 0, start, Optional.empty());
        int terms = 1 + random.nextInt(5);
        for (int term = 0; term < terms && start != null; term++) {
            start = term(plan, start, term);
        }
    }

    /** @return when the next term starts; null after an end */
    private Instant term(Sold plan, Instant start, int term) {
        Instant end = plusMonths(start, plan.months);
        String invoice = subscription + "_in_" + number++;
        Instant paid = start;
        if (term > 0 && chance(4)) {
            add(Kind.DECLINED, invoice, invoice, plan, plan.paise, start.plus(TICK), Optional.empty());
            if (chance(3)) {
                return end(plan, start.plus(Duration.ofDays(1 + random.nextInt(14))), Loss.PAYMENT);
            }
            paid = start.plus(TICK.multipliedBy(2 + random.nextInt(60)));
        } else if (chance(3)) {
            paid = start.plus(TICK.multipliedBy(random.nextInt(6)));
        }
        long amount = chance(6) ? plan.paise / 2 : plan.paise;
        pay(plan, invoice, amount, paid, new Window(start, end), new Worth(amount, plan.months));
        if (chance(4)) {
            goesBack(plan, invoice, amount, between(paid, end));
        }
        if (chance(6)) {
            return end(plan, between(paid, end), Loss.READER);
        }
        if (plan.months < 24 && chance(4)) {
            upgrade(plan, invoice, amount, new Window(start, end), between(paid, end));
            return null;
        }
        return chance(5) ? end(plan, end, Loss.READER) : end;
    }

    /** The dearer plan starts at once, and what is left of the old term is credited, unless it went back before. */
    private void upgrade(Sold from, String old, long worth, Window span, Instant at) {
        if (entries.stream()
                .anyMatch(entry -> !entry.is(Kind.PAID) && entry.invoice().equals(old) && !entry.is(Kind.DECLINED))) {
            return;
        }
        Sold to = PLANS.get(PLANS.indexOf(from) + 1);
        long left = worth
                * Duration.between(at, span.end()).toSeconds()
                / Duration.between(span.start(), span.end()).toSeconds();
        String invoice = subscription + "_in_" + number++;
        Window next = new Window(at, plusMonths(at, to.months));
        pay(to, invoice, to.paise - left, at, next, new Worth(to.paise, to.months));
        if (chance(3)) {
            goesBack(to, invoice, to.paise - left, between(at, next.end()));
        }
    }

    private void goesBack(Sold plan, String invoice, long amount, Instant at) {
        if (!worths.containsKey(invoice)) {
            return;
        }
        String ref = invoice + "_back";
        switch (random.nextInt(4)) {
            case 0 -> add(Kind.REFUNDED, ref, invoice, plan, amount / 3, at, Optional.empty());
            case 1 -> {
                add(Kind.REFUNDED, ref, invoice, plan, amount / 3, at, Optional.empty());
                add(
                        Kind.REFUNDED,
                        ref + "2",
                        invoice,
                        plan,
                        amount - amount / 3,
                        at.plus(Duration.ofDays(9)),
                        Optional.empty());
            }
            case 2 -> {
                add(Kind.DISPUTED, ref, invoice, plan, amount, at, Optional.empty());
                add(
                        Kind.DISPUTE_WON,
                        ref,
                        invoice,
                        plan,
                        amount,
                        at.plus(TICK.multipliedBy(1 + random.nextInt(600))),
                        Optional.empty());
            }
            default -> {
                add(Kind.DISPUTED, ref, invoice, plan, amount, at, Optional.empty());
                add(Kind.DISPUTE_LOST, ref, invoice, plan, amount, at.plus(TICK.multipliedBy(20)), Optional.empty());
                end(plan, at.plus(TICK.multipliedBy(20)), Loss.DISPUTE);
            }
        }
    }

    private void pay(Sold plan, String invoice, long amount, Instant at, Window span, Worth worth) {
        if (entries.stream().noneMatch(entry -> entry.is(Kind.ENDED))) {
            add(Kind.PAID, invoice, invoice, plan, amount, at, Optional.of(span));
            worths.put(invoice, worth);
        }
    }

    private Instant end(Sold plan, Instant at, Loss loss) {
        if (entries.stream().noneMatch(entry -> entry.is(Kind.ENDED))) {
            entries.add(new Entry(Kind.ENDED, subscription, "", plan.code, 0, at, Optional.empty(), Optional.of(loss)));
        }
        return null;
    }

    private void add(Kind kind, String ref, String invoice, Sold plan, long paise, Instant at, Optional<Window> span) {
        long net = isTaxed ? paise * 100 / 118 : paise;
        entries.add(new Entry(kind, ref, invoice, plan.code, paise, net, at, span, Optional.empty()));
    }

    private Instant between(Instant from, Instant to) {
        long ticks = Math.max(2, Duration.between(from, to).dividedBy(TICK));
        return from.plus(TICK.multipliedBy(1 + random.nextLong(ticks - 1)));
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private static Instant plusMonths(Instant from, int months) {
        return from.atZone(ZoneOffset.UTC).plusMonths(months).toInstant();
    }

    static LocalDate day(Instant at) {
        return at.atZone(KOLKATA).toLocalDate();
    }
}
