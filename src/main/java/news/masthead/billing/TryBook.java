package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Counts tries on the way to a payment, in the database, so that a limit is one limit on every node. */
@ApplicationScoped
class TryBook {

    private static final int ROOM = 21;

    @Inject
    CheckoutLimits limits;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * Counts a try if there is one left.
     *
     * @return the instant from which there is one again; none where it was admitted
     */
    @Transactional
    Optional<Instant> take(Try one) {
        lock(one);
        Optional<Instant> again = again(one);
        if (again.isPresent()) {
            refused(one);
        } else {
            write(one.kind().name(), one, "");
        }
        return again;
    }

    /** When there is a try again, without taking it; none where there is one now. */
    @Transactional
    Optional<Instant> again(Try one) {
        return switch (one.kind()) {
            case QUOTED -> again(one, limits.quoted().account(), limits.quoted().address());
            case WRONG_CODE ->
                again(one, limits.wrongCode().account(), limits.wrongCode().address());
            case FAILED -> again(one, limits.failed().account(), limits.failed().address());
            case OPENED ->
                again(one, limits.opened().account(), limits.opened().address())
                        .or(() -> again(new Try(Try.Kind.FAILED, one.account(), one.network())));
        };
    }

    /**
     * Writes down a payment that failed on a page of ours, once.
     *
     * @param charge {@code ch_…}
     * @return whether it was not known yet
     */
    @Transactional
    boolean failed(long account, String charge) {
        return write("FAILED", new Try(Try.Kind.FAILED, Optional.of(account), networkOf(account)), charge);
    }

    @Transactional
    boolean hasFailedTooOften(long account) {
        return again(new Try(Try.Kind.FAILED, Optional.of(account), networkOf(account)))
                .isPresent();
    }

    @Transactional
    int forgetBefore(Instant end) {
        return entities.createNativeQuery("delete from checkout_try where at < :end")
                .setParameter("end", end)
                .executeUpdate();
    }

    /**
     * What an account tried.
     *
     * @param network empty where it is not known
     */
    record Tried(Instant at, String kind, String network) {}

    /** The newest first. */
    @Transactional
    List<Tried> of(long account) {
        List<Object[]> rows = entities.createNativeQuery(
                        "select at, kind, coalesce(network, '') from checkout_try where account = :account order by at desc",
                        Object[].class)
                .setParameter("account", account)
                .getResultList();
        return rows.stream()
                .map(row -> new Tried((Instant) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    /** Lets go of who tried. From where counts on until it is forgotten too, so that nobody gets new tries by leaving. */
    @Transactional
    void forgetWho(long account) {
        entities.createNativeQuery("delete from checkout_try where account = :account and network is null")
                .setParameter("account", account)
                .executeUpdate();
        entities.createNativeQuery("""
                        update checkout_try set account = null, charge = case when charge is not null then 'erased ' || id end
                        where account = :account""").setParameter("account", account).executeUpdate();
    }

    /** What was tried most since then, by account and network, the busiest first: for staff. */
    @Transactional
    List<TriesOfOne> busiest(Instant since, int most) {
        List<Object[]> rows = entities.createNativeQuery("""
                        select account, network,
                            count(*) filter (where kind = 'OPENED'), count(*) filter (where kind = 'FAILED'),
                            count(*) filter (where kind = 'WRONG_CODE'), count(*) filter (where kind = 'REFUSED'), max(at)
                        from checkout_try where at >= :since and kind <> 'QUOTED'
                        group by account, network
                        order by count(*) filter (where kind in ('FAILED', 'REFUSED')) desc, count(*) desc, max(at) desc""", Object[].class)
                .setParameter("since", since)
                .setMaxResults(most)
                .getResultList();
        return rows.stream().map(TriesOfOne::of).toList();
    }

    private Optional<Instant> again(Try one, int ofAccount, int ofAddress) {
        Optional<Instant> crowdedUntil =
                one.network().flatMap(network -> full(one.kind(), "network", network, ofAddress));
        if (one.account().isEmpty()) {
            return crowdedUntil;
        }
        int left = crowdedUntil.isPresent() ? Math.min(limits.crowded(), ofAccount) : ofAccount;
        return full(one.kind(), "account", one.account().get(), left);
    }

    /** The instant at which the oldest try that must be forgotten before another one is taken falls out of the window; none where one is left. */
    private Optional<Instant> full(Try.Kind kind, String column, Object who, int limit) {
        Instant now = clock.instant();
        List<Instant> nth = entities.createNativeQuery(
                        "select at from checkout_try where kind = :kind and " + column
                                + " = :who and at > :since order by at desc offset :skip limit 1",
                        Instant.class)
                .setParameter("kind", kind.name())
                .setParameter("who", who)
                .setParameter("since", now.minus(limits.window()))
                .setParameter("skip", limit - 1)
                .getResultList();
        return nth.stream().findFirst().map(at -> at.plus(limits.window()));
    }

    /** Once a minute is enough for staff to see, and no door to fill the disk by. */
    private void refused(Try one) {
        boolean told = !entities.createNativeQuery("""
                        select 1 from checkout_try
                        where kind = 'REFUSED' and at > :since
                            and coalesce(cast(account as text), '') = :account and coalesce(network, '') = :network""")
                .setParameter("account", account(one))
                .setParameter("network", one.network().orElse(""))
                .setParameter("since", clock.instant().minusSeconds(60))
                .getResultList()
                .isEmpty();
        if (!told) {
            write("REFUSED", one, "");
        }
    }

    private boolean write(String kind, Try one, String charge) {
        return entities.createNativeQuery("""
                        insert into checkout_try (kind, account, network, at, charge)
                        values (:kind, cast(nullif(:account, '') as bigint), nullif(:network, ''), :now, nullif(:charge, ''))
                        on conflict do nothing""")
                        .setParameter("kind", kind)
                        .setParameter("account", account(one))
                        .setParameter("network", one.network().orElse(""))
                        .setParameter("now", clock.instant())
                        .setParameter("charge", charge)
                        .executeUpdate()
                == 1;
    }

    private static String account(Try one) {
        return one.account().map(String::valueOf).orElse("");
    }

    /** Where the account opened its last payment page. */
    private Optional<String> networkOf(long account) {
        List<String> last = entities.createNativeQuery(
                        "select network from checkout_try where account = :account and kind = 'OPENED' order by at desc limit 1",
                        String.class)
                .setParameter("account", account)
                .getResultList();
        return last.stream().findFirst();
    }

    /** Tries of one account, and of one address, are judged one after the other on every node. Always in this order, so that none waits for the other. */
    private void lock(Try one) {
        one.account().ifPresent(account -> lock("account " + account));
        one.network().ifPresent(this::lock);
    }

    private void lock(String who) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(:room, hashtext(:who))")
                .setParameter("room", ROOM)
                .setParameter("who", who)
                .getSingleResult();
    }
}
