package news.masthead.billing;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A reader's try to buy a plan. It is written down before Stripe is asked, and names that request. */
@Entity
@Table(name = "checkout")
class CheckoutAttempt extends PanacheEntityBase {

    enum State {
        /** Stripe was asked for a payment page and has not answered yet. */
        OPENING,
        /** The payment page waits for the reader. */
        OPEN,
        /** The reader has gone through it; the money may still be on its way. */
        COMPLETE,
        /** Nothing can be paid on it any more. */
        EXPIRED;

        static final List<State> PENDING = List.of(OPENING, OPEN);
    }

    @Id
    UUID id;

    long account;

    /** Code of the plan. */
    String plan;

    /** Stripe's id of the price, {@code price_…}. */
    String price;

    /** What the reader said yes to; null for one from before there were quotes. */
    UUID quote;

    /** Code of the offer that makes it cheaper; null for none. */
    String offer;

    /** Stripe's id of that offer's promotion code, {@code promo_…}. */
    String promotion;

    /** How many days cost nothing before the first term; 0 for none. */
    @Column(name = "trial_days")
    int trialDays;

    /** The path the reader wants to return to; null for none. Often a story's, so it is forgotten when the checkout is over. */
    String back;

    /** In real time, as Stripe counts it. */
    @Column(name = "expires_at")
    Instant expiresAt;

    /** {@code cs_…}. */
    String session;

    /** Of the payment page. */
    String url;

    /** What was bought, {@code sub_…}. */
    String subscription;

    @Enumerated(EnumType.STRING)
    State state;

    protected CheckoutAttempt() {}

    Optional<String> back() {
        return Optional.ofNullable(back);
    }

    void leadsTo(String path) {
        back = isPending() ? path : back;
    }

    void ends() {
        state = State.EXPIRED;
        back = null;
    }

    /** Whether it may still be paid. */
    boolean isPending() {
        return State.PENDING.contains(state);
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<CheckoutAttempt, UUID> {

        Optional<CheckoutAttempt> pendingOf(long account) {
            return find("account = ?1 and state in ?2", account, State.PENDING).firstResultOptional();
        }

        Optional<CheckoutAttempt> ofSession(String session) {
            return find("session", session).firstResultOptional();
        }

        List<CheckoutAttempt> pending() {
            return list("state in ?1", State.PENDING);
        }
    }
}
