package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import news.masthead.values.Money;
import news.masthead.values.Window;

/** The facts of billing, each written down once. */
@ApplicationScoped
class FactBook {

    private static final Money NOTHING = new Money(0);

    @Inject
    EntityManager entities;

    @Inject
    Event<Noted> noted;

    @Inject
    Clock clock;

    /** Writes down those that are new and tells of them, in the order given. */
    @Transactional(Transactional.TxType.MANDATORY)
    void note(long account, String subscription, List<Fact> facts) {
        facts.stream()
                .filter(fact -> isNew(account, subscription, fact))
                .forEach(fact -> noted.fire(new Noted(account, subscription, fact)));
    }

    /** What came for an invoice; none where that is not noted. */
    @Transactional
    Optional<Money> paid(String invoice) {
        List<Long> paise = entities.createNativeQuery(
                        "select paise from billing_fact where kind = 'PAID' and ref = :invoice", Long.class)
                .setParameter("invoice", invoice)
                .getResultList();
        return paise.stream().findFirst().map(Money::new);
    }

    /** Writes down those that are missing, and tells nobody: what follows from them has followed when they were first noted. */
    @Transactional(Transactional.TxType.MANDATORY)
    void restore(long account, String subscription, List<Fact> facts) {
        facts.forEach(fact -> isNew(account, subscription, fact));
    }

    /** How many facts a subscription has, and of how much money, to tell whether there are more than before. */
    @Transactional
    String summary(String subscription) {
        return (String) entities.createNativeQuery("""
                        select count(*) || ' facts, ' || coalesce(sum(paise) filter (where kind = 'PAID'), 0) || ' paise paid, '
                            || coalesce(sum(paise) filter (where kind = 'REFUNDED'), 0) || ' refunded'
                        from billing_fact where subscription = :subscription""", String.class)
                .setParameter("subscription", subscription)
                .getSingleResult();
    }

    private boolean isNew(long account, String subscription, Fact fact) {
        Row row = row(fact);
        Query insert = entities.createNativeQuery("""
                        insert into billing_fact
                            (kind, ref, account, subscription, plan, invoice, paise, at, starts_at, ends_at, why, noted_at)
                        values (:kind, :ref, :account, :subscription, :plan, nullif(:invoice, ''), :paise, :at,
                            cast(nullif(:start, '') as timestamptz), cast(nullif(:end, '') as timestamptz), nullif(:why, ''), :now)
                        on conflict do nothing""")
                .setParameter("kind", row.kind())
                .setParameter("ref", fact.ref())
                .setParameter("account", account)
                .setParameter("subscription", subscription)
                .setParameter("plan", fact.plan())
                .setParameter("invoice", row.invoice())
                .setParameter("paise", row.amount().paise())
                .setParameter("at", fact.at())
                .setParameter(
                        "start", row.span().map(span -> span.start().toString()).orElse(""))
                .setParameter(
                        "end", row.span().map(span -> span.end().toString()).orElse(""))
                .setParameter("why", row.why())
                .setParameter("now", clock.instant());
        return insert.executeUpdate() == 1;
    }

    /** What is compared of a fact: {@code PAID in_… 90000}. */
    static String line(Fact fact) {
        Row row = row(fact);
        return "%s %s %d".formatted(row.kind(), fact.ref(), row.amount().paise());
    }

    private static Row row(Fact fact) {
        return switch (fact) {
            case Fact.Began began -> Row.of("BEGAN", "", NOTHING);
            case Fact.Paid paid -> new Row("PAID", paid.ref(), paid.amount(), paid.span(), "");
            case Fact.Declined declined -> Row.of("DECLINED", declined.ref(), declined.due());
            case Fact.Refunded refunded -> Row.of("REFUNDED", refunded.invoice(), refunded.amount());
            case Fact.Disputed disputed -> Row.of("DISPUTED", disputed.invoice(), disputed.amount());
            case Fact.DisputeClosed closed ->
                Row.of(closed.won() ? "DISPUTE_WON" : "DISPUTE_LOST", closed.invoice(), closed.amount());
            case Fact.Ended ended ->
                new Row("ENDED", "", NOTHING, Optional.empty(), ended.why().name());
        };
    }

    private record Row(String kind, String invoice, Money amount, Optional<Window> span, String why) {
        static Row of(String kind, String invoice, Money amount) {
            return new Row(kind, invoice, amount, Optional.empty(), "");
        }
    }
}
