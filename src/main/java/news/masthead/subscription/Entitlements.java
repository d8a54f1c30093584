package news.masthead.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who holds the right to read everything, and for how long. */
@ApplicationScoped
public class Entitlements {

    @Inject
    EntityManager entities;

    @Inject
    KnownEntitlements known;

    @Inject
    Grace grace;

    /** Whether the account holds an entitlement at that instant. */
    public boolean cover(long account, Instant at) {
        return known.get(account).stream().anyMatch(span -> span.contains(at));
    }

    /** Codes of the plans whose entitlements cover that instant, each once; empty where none does. */
    public List<String> plans(long account, Instant at) {
        return known.get(account).stream()
                .filter(span -> span.contains(at))
                .map(KnownEntitlements.Span::plan)
                .distinct()
                .toList();
    }

    /** Whether a payment of the account's subscription failed and is still missing, whether or not the account reads on meanwhile. */
    public boolean lacksAPayment(long account) {
        return known.get(account).stream().anyMatch(KnownEntitlements.Span::lacksAPayment);
    }

    /** All the spans that this node believes to open something for an account: {@code start end}, as instants. */
    public List<String> remembered(long account) {
        return known.get(account).stream()
                .map(span -> span.start() + " " + span.end())
                .toList();
    }

    /** Until when an account that is covered at that instant goes on being so, as things stand; none where it is not covered. */
    public Optional<Instant> coveredUntil(long account, Instant at) {
        return known.get(account).stream()
                .filter(span -> span.contains(at))
                .map(KnownEntitlements.Span::end)
                .max(Comparator.naturalOrder());
    }

    /** The access a subscription gives: from its trial or first paid span to the end of its last, and while a renewal is expected a {@link Grace} longer. */
    void grant(Subscription subscription, Standing standing) {
        standing.paidFrom().ifPresent(from -> upsert(subscription, from, grace.end(standing)));
        if (standing.paidFrom().isEmpty()) {
            revoke(subscription);
        }
    }

    Portrait expected(Standing standing) {
        return Portrait.of(standing, grace);
    }

    /** The span that a subscription of that number at the provider opens; none where it opens nothing. */
    Optional<Instant[]> spanOf(String providerRef) {
        List<Object[]> found = entities.createNativeQuery(
                        "select starts_at, ends_at from entitlement where cause_kind = 'SUBSCRIPTION' and cause = :cause",
                        Object[].class)
                .setParameter("cause", providerRef)
                .getResultList();
        return found.stream().findFirst().map(row -> new Instant[] {(Instant) row[0], (Instant) row[1]});
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
}
