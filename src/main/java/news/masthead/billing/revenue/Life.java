package news.masthead.billing.revenue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import news.masthead.billing.revenue.Entry.Kind;
import news.masthead.values.Window;

/**
 * When a subscription counts, as what, and why it ceases to. It is active where a paid span of it covers the instant while it lives, or where such
 * a span was over less than the grace ago and nothing of it went back. A span counts from its payment on; one whose money was given back in full,
 * or is with a bank, does not. An ended subscription does not count from its end on, whatever was paid. What is known of a day later than it was
 * changes nothing of that day, except for accidental duplicates.
 */
final class Life {

    private static final double DAYS_OF_A_MONTH = 365.2425 / 12;
    private static final Duration DAY = Duration.ofDays(1);

    private final Course course;
    private final Graces graces;
    private final Map<String, List<Absence>> absences = new HashMap<>();
    private final List<Term> terms = new ArrayList<>();
    private final List<Entry> declines;
    private final Optional<Entry> end;

    /**
     * @param from when it was known to be paid, and not before it starts
     * @param paise what was paid for it, and what was left of the one it replaced
     */
    private record Term(String invoice, String plan, Instant from, Window span, long paise) {

        /** By its length in days, so that the plan's months hold at 28 February and for a price that was made at Stripe by hand. */
        int months() {
            double days = Duration.between(span.start(), span.end()).toSeconds() / (double) DAY.toSeconds();
            return (int) Math.max(1, Math.round(days / DAYS_OF_A_MONTH));
        }

        /** By the second, as Stripe prorates: https://docs.stripe.com/billing/subscriptions/prorations. */
        long leftAt(Instant at) {
            long left = Duration.between(at, span.end()).toSeconds();
            return Math.multiplyExact(paise, left)
                    / Duration.between(span.start(), span.end()).toSeconds();
        }
    }

    /** From when until when the money of an invoice was away. */
    private record Absence(Instant from, Instant until, Loss loss) {

        boolean covers(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    /**
     * A change of what a subscription counts as.
     *
     * @param first whether it is this subscription's first
     * @param loss where it ceases to count
     */
    record Step(Instant at, Activity before, Activity after, boolean first, Optional<Loss> loss) {}

    Life(Course course, Graces graces) {
        this.course = course;
        this.graces = graces;
        end = course.all(Kind.ENDED).findFirst();
        declines = course.all(Kind.DECLINED).toList();
        if (course.all(Kind.REFUNDED).findAny().isPresent()) {
            course.all(Kind.PAID).filter(paid -> paid.paise() > 0).forEach(this::noteRefunds);
        }
        course.all(Kind.DISPUTED).forEach(this::noteDispute);
        course.all(Kind.PAID)
                .filter(paid -> paid.span().isPresent())
                .sorted(Comparator.comparing(paid -> paid.span().orElseThrow().start()))
                .forEach(this::addTerm);
    }

    Activity at(Instant at) {
        if (end.isPresent() && !at.isBefore(end.get().at())) {
            return Activity.NONE;
        }
        Term longest = null;
        for (Term term : terms.reversed()) {
            boolean isKnown = !at.isBefore(term.from);
            if (isKnown && at.isBefore(term.span.end()) && !isAway(term, at)) {
                return activity(term, false);
            }
            longest = isKnown && (longest == null || term.span.end().isAfter(longest.span.end())) ? term : longest;
        }
        return longest != null && hasGrace(longest, at) ? activity(longest, true) : Activity.NONE;
    }

    /** The changes until {@code now}, the oldest first. */
    List<Step> steps(Instant now) {
        List<Step> steps = new ArrayList<>();
        Activity before = Activity.NONE;
        for (Instant at : turns().headSet(now.plusNanos(1))) {
            Activity after = at(at);
            if (!after.equals(before)) {
                steps.add(new Step(
                        at, before, after, steps.isEmpty(), after.counts() ? Optional.empty() : Optional.of(loss(at))));
            }
            before = after;
        }
        return steps;
    }

    private SortedSet<Instant> turns() {
        SortedSet<Instant> turns = new TreeSet<>();
        for (Term term : terms) {
            turns.add(term.from);
            turns.add(term.span.end());
            turns.add(term.span.end().plus(graces.usual()));
            turns.add(term.span.end().plus(graces.pastDue()));
        }
        declines.forEach(declined -> turns.add(declined.at()));
        end.ifPresent(ended -> turns.add(ended.at()));
        absences.values().stream().flatMap(List::stream).forEach(away -> {
            turns.add(away.from);
            turns.add(away.until);
        });
        return turns;
    }

    private Loss loss(Instant at) {
        return end.filter(ended -> ended.at().equals(at))
                .flatMap(Entry::loss)
                .or(() -> absences.values().stream()
                        .flatMap(List::stream)
                        .filter(away -> away.from.equals(at))
                        .map(Absence::loss)
                        .findFirst())
                .orElseGet(() -> wasDeclinedBefore(at) ? Loss.PAYMENT : Loss.READER);
    }

    /** Where nothing was declined, nothing was asked for: the reader had paused it. */
    private boolean wasDeclinedBefore(Instant at) {
        return wasDeclined(at.minus(graces.longer()).minus(DAY), at);
    }

    private boolean wasDeclined(Instant since, Instant at) {
        return declines.stream()
                .anyMatch(declined ->
                        !declined.at().isBefore(since) && !declined.at().isAfter(at));
    }

    private boolean hasGrace(Term last, Instant at) {
        boolean isPaused = course.paused() && last.equals(terms.getLast());
        return !isPaused && !isAway(last, at) && at.isBefore(graceEnd(last, at));
    }

    private Instant graceEnd(Term last, Instant at) {
        Instant end = last.span.end();
        return end.plus(wasDeclined(end, at) ? graces.pastDue() : graces.usual());
    }

    private boolean isAway(Term term, Instant at) {
        return !absences.isEmpty()
                && absences.getOrDefault(term.invoice, List.of()).stream().anyMatch(away -> away.covers(at));
    }

    private static Activity activity(Term term, boolean inGrace) {
        return new Activity(term.plan, term.paise, term.months(), inGrace);
    }

    private void addTerm(Entry paid) {
        Window span = paid.span().orElseThrow();
        Instant from = paid.at().isAfter(span.start()) ? paid.at() : span.start();
        long carried = terms.stream()
                .filter(earlier -> !earlier.span.start().isAfter(span.start())
                        && earlier.span.end().isAfter(span.start()))
                .filter(earlier -> !isAway(earlier, from))
                .reduce((earlier, later) -> later)
                .map(replaced -> replaced.leftAt(span.start()))
                .orElse(0L);
        terms.add(new Term(paid.invoice(), paid.plan(), from, span, Math.addExact(paid.paise(), carried)));
    }

    /** In part, it leaves the reader what was bought. */
    private void noteRefunds(Entry paid) {
        long back = 0;
        for (Entry refund : course.entries()) {
            if (refund.is(Kind.REFUNDED) && refund.invoice().equals(paid.invoice())) {
                back += refund.paise();
                if (back >= paid.paise()) {
                    noteAbsence(paid.invoice(), new Absence(refund.at(), Instant.MAX, Loss.READER));
                    return;
                }
            }
        }
    }

    private void noteDispute(Entry dispute) {
        Instant until = course.all(Kind.DISPUTE_WON)
                .filter(won -> won.ref().equals(dispute.ref()))
                .map(Entry::at)
                .findFirst()
                .orElse(Instant.MAX);
        noteAbsence(dispute.invoice(), new Absence(dispute.at(), until, Loss.DISPUTE));
    }

    private void noteAbsence(String invoice, Absence away) {
        absences.computeIfAbsent(invoice, none -> new ArrayList<>()).add(away);
    }
}
