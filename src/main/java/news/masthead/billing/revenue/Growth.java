package news.masthead.billing.revenue;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import news.masthead.billing.revenue.GrowthMonth.Active;
import news.masthead.values.Money;

/** Adds the steps of all subscriptions up, month by month. */
final class Growth {

    private final ZoneId zone;
    private final SortedMap<YearMonth, Tally> tallies = new TreeMap<>();

    Growth(ZoneId zone) {
        this.zone = zone;
    }

    /** What one month has had. */
    private static final class Tally {
        private final Rate fresh = new Rate();
        private final Rate reactivated = new Rate();
        private final Rate expansion = new Rate();
        private final Rate contraction = new Rate();
        private final Rate churned = new Rate();
        private final Rate inGrace = new Rate();
        private final Map<Loss, Integer> lost = new EnumMap<>(Loss.class);
        private final Map<String, int[]> plans = new TreeMap<>();
        private int joined;
        private int returned;
    }

    void add(Life.Step step, boolean returns) {
        Tally tally = tallies.computeIfAbsent(YearMonth.from(step.at().atZone(zone)), month -> new Tally());
        move(tally, step, returns);
        count(tally, step.before(), -1);
        count(tally, step.after(), 1);
        if (step.before().inGrace()) {
            tally.inGrace.subtract(step.before());
        }
        if (step.after().inGrace()) {
            tally.inGrace.add(step.after());
        }
    }

    private static void move(Tally tally, Life.Step step, boolean returns) {
        if (!step.before().counts()) {
            boolean fresh = step.first() && !returns;
            tally.joined += fresh ? 1 : 0;
            tally.returned += fresh ? 0 : 1;
            (fresh ? tally.fresh : tally.reactivated).add(step.after());
        } else if (!step.after().counts()) {
            tally.lost.merge(step.loss().orElseThrow(), 1, Integer::sum);
            tally.churned.subtract(step.before());
        } else {
            Rate way = step.after().compareMonth(step.before()) > 0 ? tally.expansion : tally.contraction;
            way.add(step.after());
            way.subtract(step.before());
        }
    }

    private static void count(Tally tally, Activity activity, int by) {
        if (activity.counts()) {
            tally.plans.computeIfAbsent(activity.plan(), plan -> new int[2])[activity.inGrace() ? 1 : 0] += by;
        }
    }

    /** Every month from the first that had anything to that of {@code now}. */
    List<GrowthMonth> months(Instant now) {
        List<GrowthMonth> months = new ArrayList<>();
        Run run = new Run();
        YearMonth last = YearMonth.from(now.atZone(zone));
        YearMonth month = tallies.isEmpty() ? last : tallies.firstKey();
        for (; !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(run.take(month, tallies.getOrDefault(month, new Tally())));
        }
        return months;
    }

    /** Carries the balances from one month into the next. */
    private static final class Run {

        private final Rate sum = new Rate();
        private final Rate inGrace = new Rate();
        private final Map<String, int[]> plans = new TreeMap<>();

        GrowthMonth take(YearMonth month, Tally tally) {
            int before = plans.values().stream()
                    .mapToInt(counts -> counts[0] + counts[1])
                    .sum();
            Money opening = sum.rounded();
            Money fresh = moved(tally.fresh);
            Money reactivated = moved(tally.reactivated);
            Money expansion = moved(tally.expansion);
            Money contraction = moved(tally.contraction);
            Money churned = moved(tally.churned);
            inGrace.add(tally.inGrace);
            tally.plans.forEach(this::count);
            return new GrowthMonth(
                    month,
                    active(),
                    before,
                    tally.joined,
                    tally.returned,
                    lost(tally, Loss.READER),
                    lost(tally, Loss.PAYMENT),
                    lost(tally, Loss.DISPUTE),
                    opening,
                    fresh,
                    reactivated,
                    expansion,
                    contraction,
                    churned,
                    sum.rounded(),
                    inGrace.rounded());
        }

        /** Rounded as the difference that it makes to the rounded sum, so that what is shown adds up. */
        private Money moved(Rate by) {
            long before = sum.rounded().paise();
            sum.add(by);
            return new Money(sum.rounded().paise() - before);
        }

        private void count(String plan, int[] by) {
            int[] counts = plans.computeIfAbsent(plan, none -> new int[2]);
            counts[0] += by[0];
            counts[1] += by[1];
        }

        private SortedMap<String, Active> active() {
            SortedMap<String, Active> active = new TreeMap<>();
            plans.forEach((plan, counts) -> active.put(plan, new Active(counts[0], counts[1])));
            active.values().removeIf(counts -> counts.all() == 0);
            return active;
        }

        private static int lost(Tally tally, Loss loss) {
            return tally.lost.getOrDefault(loss, 0);
        }
    }
}
