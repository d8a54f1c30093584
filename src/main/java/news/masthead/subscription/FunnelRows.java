package news.masthead.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** The counts, in the database. */
@ApplicationScoped
class FunnelRows {

    private static final String ADD = """
            on conflict (story, step, day, section) do update set times = funnel_day.times + excluded.times""";

    @Inject
    EntityManager entities;

    @Transactional
    void addAll(List<Dated> counts) {
        counts.forEach(one -> add(one.day(), one.steps()));
    }

    /**
     * A wall counts for its story. Every other step names a story by an address that anybody can write, so it counts for one only where that
     * one's wall was ever shown; else for none.
     */
    @Transactional
    void add(LocalDate day, Steps steps) {
        if (steps.step() == Step.WALL) {
            insert(day, steps, false);
            return;
        }
        entities.createNativeQuery("""
                        insert into funnel_day (story, step, day, section, times)
                        select coalesce(wall.story, 0), :step, :day, coalesce(wall.section, ''), :times
                        from (select 1) one left join lateral (
                            select story, section from funnel_day where story = :story and step = 'WALL' order by day desc limit 1) wall on true
                        """ + ADD)
                .setParameter("story", steps.story())
                .setParameter("step", steps.step().name())
                .setParameter("day", day)
                .setParameter("times", steps.times())
                .executeUpdate();
    }

    /** @param until exclusive */
    @Transactional
    List<Steps> between(LocalDate from, LocalDate until) {
        return steps("""
                select section, story, step, cast(sum(times) as bigint) from funnel_day
                where day >= :from and day < :until group by section, story, step""", from, until);
    }

    /** The months that end before then and still hold small counts. */
    @Transactional
    List<YearMonth> unsettledBefore(LocalDate then) {
        return entities.createNativeQuery("""
                        select distinct to_char(day, 'YYYY-MM') from funnel_day
                        where day < :then and not settled and step in ('CHECKOUT', 'PAID')""", String.class).setParameter("then", then).getResultList().stream()
                .map(month -> YearMonth.parse((String) month))
                .toList();
    }

    /** Puts what may be kept of a month in the place of its days. */
    @Transactional
    void settle(YearMonth month) {
        LocalDate first = month.atDay(1);
        LocalDate end = month.plusMonths(1).atDay(1);
        List<Steps> all = between(first, end);
        entities.createNativeQuery(
                        "delete from funnel_day where day >= :from and day < :until and step in ('CHECKOUT', 'PAID')")
                .setParameter("from", first)
                .setParameter("until", end)
                .executeUpdate();
        for (Step step : Step.values()) {
            if (step.isNamedElsewhere()) {
                Crowd.hide(all.stream().filter(one -> one.step() == step).toList())
                        .forEach(kept -> insert(first, kept, true));
            }
        }
    }

    private void insert(LocalDate day, Steps steps, boolean settled) {
        entities.createNativeQuery("""
                        insert into funnel_day (story, step, day, section, times, settled)
                        values (:story, :step, :day, :section, :times, :settled)
                        """ + ADD)
                .setParameter("story", steps.story())
                .setParameter("step", steps.step().name())
                .setParameter("day", day)
                .setParameter("section", steps.section())
                .setParameter("times", steps.times())
                .setParameter("settled", settled)
                .executeUpdate();
    }

    private List<Steps> steps(String query, LocalDate from, LocalDate until) {
        List<Object[]> rows = entities.createNativeQuery(query, Object[].class)
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultList();
        return rows.stream()
                .map(row -> new Steps(
                        (String) row[0],
                        ((Number) row[1]).longValue(),
                        Step.valueOf((String) row[2]),
                        ((Number) row[3]).longValue()))
                .toList();
    }

    record Dated(LocalDate day, Steps steps) {}
}
