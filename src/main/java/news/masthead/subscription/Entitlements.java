package news.masthead.subscription;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who holds the right to read everything, and for how long. */
@ApplicationScoped
public class Entitlements {

    /** Bounds how long another node may go on without hearing of a change. */
    private static final Duration STALE_AFTER = Duration.ofSeconds(1);

    @Inject
    EntityManager entities;

    @Inject
    Entitlements self;

    @Inject
    SubscriptionSettings settings;

    private final LoadingCache<Long, List<Span>> spans = Caffeine.newBuilder()
            .maximumSize(200_000)
            .expireAfterWrite(STALE_AFTER)
            .build(account -> self.load(account));

    /** Whether the account holds an entitlement at that instant. */
    public boolean cover(long account, Instant at) {
        return spans.get(account).stream().anyMatch(span -> span.contains(at));
    }

    /** Codes of the plans whose entitlements cover that instant, each once; empty where none does. */
    public List<String> plans(long account, Instant at) {
        return spans.get(account).stream()
                .filter(span -> span.contains(at))
                .map(Span::plan)
                .distinct()
                .toList();
    }

    /** Until when an account that is covered at that instant goes on being so, as things stand; none where it is not covered. */
    public Optional<Instant> coveredUntil(long account, Instant at) {
        return spans.get(account).stream()
                .filter(span -> span.contains(at))
                .map(Span::end)
                .max(Comparator.naturalOrder());
    }

    @Transactional
    List<Span> load(long account) {
        List<Object[]> rows = entities.createNativeQuery("""
                        select e.starts_at, e.ends_at, s.plan
                        from entitlement e join subscription s on s.provider_ref = e.cause
                        where e.account = :account""", Object[].class)
                .setParameter("account", account)
                .getResultList();
        return rows.stream()
                .map(row -> new Span((Instant) row[0], (Instant) row[1], (String) row[2]))
                .toList();
    }

    /**
     * The access a subscription gives: from its first paid span to the end of its last, and while a renewal is expected a grace longer. The
     * grace is counted from the start of the unpaid span, so it ends however often the payment is tried.
     */
    void grant(Subscription subscription, Standing standing) {
        standing.paidFrom().ifPresent(from -> upsert(subscription, from, endOf(standing)));
        if (standing.paidFrom().isEmpty()) {
            revoke(subscription);
        }
    }

    private Instant endOf(Standing standing) {
        Instant paidThrough = standing.paidThrough().orElseThrow();
        return switch (standing.phase()) {
            case Standing.Phase.Running running -> paidThrough.plus(settings.grace());
            case Standing.Phase.PastDue pastDue -> paidThrough.plus(settings.grace());
            case Standing.Phase.Ending ending -> paidThrough;
            case Standing.Phase.Ended ended -> ended.at().isBefore(paidThrough) ? ended.at() : paidThrough;
            case Standing.Phase.Awaiting awaiting -> standing.paidFrom().orElseThrow();
        };
    }

    private void upsert(Subscription subscription, Instant from, Instant until) {
        entities.createNativeQuery("""
                        insert into entitlement (cause_kind, cause, account, starts_at, ends_at)
                        values ('SUBSCRIPTION', :cause, :account, :from, :until)
                        on conflict (cause_kind, cause) do update set starts_at = excluded.starts_at, ends_at = excluded.ends_at""")
                .setParameter("cause", subscription.providerRef)
                .setParameter("account", subscription.account)
                .setParameter("from", from)
                .setParameter("until", until.isBefore(from) ? from : until)
                .executeUpdate();
    }

    private void revoke(Subscription subscription) {
        entities.createNativeQuery("delete from entitlement where cause_kind = 'SUBSCRIPTION' and cause = :cause")
                .setParameter("cause", subscription.providerRef)
                .executeUpdate();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) EntitlementChanged changed) {
        spans.invalidate(changed.account());
    }

    record Span(Instant start, Instant end, String plan) {
        boolean contains(Instant at) {
            return !at.isBefore(start) && at.isBefore(end);
        }
    }
}
