package news.masthead.subscription;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.masthead.values.Money;
import news.masthead.values.Window;

/** An agreement to pay a plan term after term, as last seen at the payment provider. */
@Entity
public class Subscription extends PanacheEntityBase {

    /** Where it stands; {@link Standing.Phase} says what each means. */
    public enum State {
        AWAITING,
        RUNNING,
        ENDING,
        PAUSED,
        PAST_DUE,
        ENDED;

        static final List<State> LIVE = List.of(RUNNING, ENDING, PAUSED, PAST_DUE);
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    public long account;

    /** The provider's id, for example {@code sub_…}. */
    @Column(name = "provider_ref")
    public String providerRef;

    /** Code of a plan of the price table, or of one sold in the past. */
    public String plan;

    @Enumerated(EnumType.STRING)
    public State state;

    /** Price of the next term. */
    long paise;

    @Column(name = "paid_through")
    Instant paidThrough;

    @Column(name = "ends_at")
    Instant endsAt;

    @Column(name = "resumes_at")
    Instant resumesAt;

    @Column(name = "trial_until")
    Instant trialUntil;

    @Column(name = "next_plan")
    String nextPlan;

    @Column(name = "next_paise")
    Long nextPaise;

    @Column(name = "next_from")
    Instant nextFrom;

    /** The subscription the reader keeps, where this one was bought beside it by accident. */
    @Column(name = "duplicate_of")
    Long duplicateOf;

    /** {@link Subscriptions#beginFetch} of what is known here; 0 before anything is. */
    @Column(name = "fetch_number")
    long fetchNumber;

    protected Subscription() {}

    Subscription(long account, String providerRef) {
        this.account = account;
        this.providerRef = providerRef;
    }

    /** The end of the last span that was paid or given as a trial; none before the first payment, or where all of it was given back. */
    public Optional<Instant> paidThrough() {
        return Optional.ofNullable(paidThrough);
    }

    /** The end of the trial, past or to come, as long as nothing was paid after it; none for one without a trial. */
    public Optional<Instant> trialUntil() {
        return Optional.ofNullable(trialUntil);
    }

    /** When a cancelled subscription ends. */
    public Optional<Instant> endsAt() {
        return Optional.ofNullable(endsAt);
    }

    /** When a paused subscription goes on by itself. */
    public Optional<Instant> resumesAt() {
        return Optional.ofNullable(resumesAt);
    }

    /** The plan it changes to at the end of the term. */
    public Optional<Standing.Next> next() {
        return Optional.ofNullable(nextPlan).map(plan -> new Standing.Next(plan, new Money(nextPaise), nextFrom));
    }

    /** What the next term costs, unless it changes to {@link #next}. */
    public Money price() {
        return new Money(paise);
    }

    public boolean isLive() {
        return State.LIVE.contains(state);
    }

    public boolean isDuplicate() {
        return duplicateOf != null;
    }

    void stand(Standing standing, long fetch) {
        plan = standing.plan();
        paise = standing.price().paise();
        paidThrough = standing.paidThrough().orElse(null);
        trialUntil = standing.trialUntil().orElse(null);
        endsAt = null;
        resumesAt = null;
        nextPlan = standing.next().map(Standing.Next::plan).orElse(null);
        nextPaise = standing.next().map(next -> next.price().paise()).orElse(null);
        nextFrom = standing.next().map(Standing.Next::from).orElse(null);
        fetchNumber = fetch;
        switch (standing.phase()) {
            case Standing.Phase.Awaiting awaiting -> state = State.AWAITING;
            case Standing.Phase.Running running -> state = State.RUNNING;
            case Standing.Phase.PastDue pastDue -> state = State.PAST_DUE;
            case Standing.Phase.Ending ending -> {
                state = State.ENDING;
                endsAt = ending.endsAt();
            }
            case Standing.Phase.Paused paused -> {
                state = State.PAUSED;
                resumesAt = paused.resumesAt().orElse(null);
            }
            case Standing.Phase.Ended ended -> {
                state = State.ENDED;
                endsAt = ended.at();
            }
        }
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Subscription, Long> {

        Optional<Subscription> ofProvider(String providerRef) {
            return find("providerRef", providerRef).firstResultOptional();
        }

        Optional<Subscription> liveOf(long account) {
            return find("account = ?1 and state in ?2 and duplicateOf is null", account, State.LIVE)
                    .firstResultOptional();
        }

        List<Subscription> allLiveOf(long account) {
            return list("account = ?1 and state in ?2 order by id", account, State.LIVE);
        }

        List<Subscription> allOf(long account) {
            return list("account = ?1 order by id desc", account);
        }

        List<Subscription> liveNotAskedSince(long fetch) {
            return list("fetchNumber < ?1 and state in ?2 order by id", fetch, State.LIVE);
        }

        List<Subscription> liveDuplicatesOf(Subscription kept) {
            return list("duplicateOf = ?1 and state in ?2 order by id", kept.id, State.LIVE);
        }

        List<Subscription> toResumeBefore(Instant end) {
            return list("state = ?1 and resumesAt <= ?2 order by id", State.PAUSED, end);
        }

        List<Subscription> renewingIn(Window window) {
            return list(
                    "state = ?1 and duplicateOf is null and paidThrough >= ?2 and paidThrough < ?3 order by id",
                    State.RUNNING,
                    window.start(),
                    window.end());
        }

        List<Subscription> awaitingOrLivePaidThroughBefore(Instant soon) {
            return list(
                    "state = ?1 or (state in ?2 and (paidThrough is null or paidThrough < ?3)) order by id",
                    State.AWAITING,
                    State.LIVE,
                    soon);
        }
    }
}
