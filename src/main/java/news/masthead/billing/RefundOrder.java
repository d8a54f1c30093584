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
import news.masthead.values.Money;

/** A refund that staff asked for. It is written down before Stripe is asked, and names that request, so that asking again counts once. */
@Entity
@Table(name = "refund_order")
public class RefundOrder extends PanacheEntityBase {

    /** What has become of it. */
    public enum State {
        /** Stripe has not answered; ask again. */
        ASKED,
        DONE,
        REFUSED
    }

    @Id
    public UUID id;

    public Instant at;

    /** Account of whoever asked for it. */
    @Column(name = "made_by")
    long by;

    long account;

    String subscription;

    @Column(name = "payment_intent")
    public String payment;

    long paise;

    public String reason;

    /** How things stood, in words. */
    String before;

    @Enumerated(EnumType.STRING)
    State state;

    /** {@code re_…}. */
    String refund;

    protected RefundOrder() {}

    RefundOrder(
            UUID id, Instant at, long by, long account, Payment payment, Money amount, String reason, String before) {
        this.id = id;
        this.at = at;
        this.by = by;
        this.account = account;
        this.subscription = payment.subscription();
        this.payment = payment.id();
        this.paise = amount.paise();
        this.reason = reason;
        this.before = before;
        this.state = State.ASKED;
    }

    public Money amount() {
        return new Money(paise);
    }

    void isDone(String number) {
        state = State.DONE;
        refund = number;
    }

    void isRefused() {
        state = State.REFUSED;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<RefundOrder, UUID> {

        List<RefundOrder> unanswered(long account) {
            return list("account = ?1 and state = ?2 order by at", account, State.ASKED);
        }

        Optional<RefundOrder> unansweredOf(String payment) {
            return find("payment = ?1 and state = ?2", payment, State.ASKED).firstResultOptional();
        }

        List<RefundOrder> doneOf(String payment) {
            return list("payment = ?1 and state = ?2", payment, State.DONE);
        }
    }
}
