package news.masthead.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.masthead.values.Window;

/** Complimentary access: an account has one at a time, beside whatever it buys. Each stays on record with who gave it and who took it back. */
@ApplicationScoped
public class Comps {

    @Inject
    Comp.Repository comps;

    @Inject
    EntityManager entities;

    @Inject
    Event<EntitlementChanged> changes;

    @Inject
    Clock clock;

    /**
     * Lets an account read everything from now on.
     *
     * @param until the instant from which it no longer may; after now
     * @param reason why, in words; not blank
     * @param by account of who gives it
     * @return the comp that runs after this: the new one, or the one that ran already, which stays as it is
     */
    @Transactional
    public Outcome grant(long account, Instant until, String reason, long by) {
        lock(account);
        Instant now = clock.instant();
        Optional<Comp> running = comps.runningOf(account, now);
        if (running.isPresent()) {
            return new Outcome.RunsAlready(running.get());
        }
        Comp comp = new Comp(account, new Window(now, until), reason, by);
        comps.persistAndFlush(comp);
        entitle(comp);
        changes.fire(new EntitlementChanged(account));
        return new Outcome.Granted(comp);
    }

    /**
     * Takes a comp back at once.
     *
     * @param by account of who does
     * @return whether it was still running; else nothing changed
     */
    @Transactional
    public boolean revoke(long id, long by) {
        Instant now = clock.instant();
        Optional<Comp> comp = comps.findByIdOptional(id);
        comp.ifPresent(one -> lock(one.account));
        comp.ifPresent(entities::refresh);
        Optional<Comp> running = comp.filter(one -> one.runs(now));
        running.ifPresent(one -> {
            one.revoke(now, by);
            end(one, now);
            changes.fire(new EntitlementChanged(one.account));
        });
        return running.isPresent();
    }

    @Transactional
    public Optional<Comp> find(long id) {
        return comps.findByIdOptional(id);
    }

    /** The comp an account has now. */
    @Transactional
    public Optional<Comp> runningOf(long account) {
        return comps.runningOf(account, clock.instant());
    }

    /** All that run now; the one that ends next first. */
    @Transactional
    public List<Comp> running() {
        return comps.running(clock.instant());
    }

    /** Those that ended or were taken back, the last first. */
    @Transactional
    public List<Comp> over(int most) {
        return comps.over(clock.instant(), most);
    }

    private void entitle(Comp comp) {
        entities.createNativeQuery("""
                        insert into entitlement (cause_kind, cause, account, starts_at, ends_at)
                        values ('COMP', :cause, :account, :from, :until)""")
                .setParameter("cause", comp.id.toString())
                .setParameter("account", comp.account)
                .setParameter("from", comp.startsAt)
                .setParameter("until", comp.endsAt)
                .executeUpdate();
    }

    private void end(Comp comp, Instant at) {
        entities.createNativeQuery("update entitlement set ends_at = :at where cause_kind = 'COMP' and cause = :cause")
                .setParameter("at", at)
                .setParameter("cause", comp.id.toString())
                .executeUpdate();
    }

    /** Two comps for one account are judged one after the other, on every node. */
    private void lock(long account) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(:room, :account)")
                .setParameter("room", 96)
                .setParameter("account", (int) account)
                .getSingleResult();
    }

    /** What comes of giving one. */
    public sealed interface Outcome {

        record Granted(Comp comp) implements Outcome {}

        record RunsAlready(Comp comp) implements Outcome {}
    }
}
