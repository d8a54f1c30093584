package news.masthead.billing.letters;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.masthead.values.Money;

/** A letter about money: what it is about and what became of it. Neither an address nor the text is kept. */
@Entity
@IdClass(Letter.Key.class)
public class Letter extends PanacheEntityBase {

    public enum Kind {
        /** A payment came. */
        RECEIPT,
        /** A renewal, or the first payment after a trial, could not be collected. */
        DECLINED,
        /** Money went back. */
        REFUND,
        /** A bank took money back for now; to staff and not to the reader. */
        DISPUTE,
        /** A subscription is over. */
        ENDED,
        /** A payment is coming. */
        UPCOMING,
        /** The card will have expired when a payment comes. */
        CARD_EXPIRING,
        /** A pause is about to end. */
        RESUMING
    }

    public enum State {
        QUEUED,
        SENT,
        /** It was tried for days. */
        FAILED,
        /** What it was to say was no longer so, or there was nobody to say it to. */
        DROPPED
    }

    /** Which letter: of two with the same key there is only one. */
    record Key(Kind kind, String ref) implements Serializable {

        @Override
        public String toString() {
            return kind + " " + ref;
        }

        static Key of(String text) {
            int space = text.indexOf(' ');
            return new Key(Kind.valueOf(text.substring(0, space)), text.substring(space + 1));
        }
    }

    @Id
    @Enumerated(EnumType.STRING)
    public Kind kind;

    /** The fact's id; for a letter by the calendar the subscription, the instant and how long before it. */
    @Id
    public String ref;

    /** Of the reader whom it concerns. */
    public long account;

    /** {@code sub_…}. */
    public String subscription;

    /** Code of the plan. */
    public String plan;

    long paise;

    /** The instant it speaks of: when the money moved, or will. */
    public Instant about;

    /** Why a subscription ended. */
    String why;

    @Enumerated(EnumType.STRING)
    public State state;

    @Column(name = "queued_at")
    public Instant queuedAt;

    @Column(name = "sent_at")
    Instant sentAt;

    public int tries;

    String problem;

    protected Letter() {}

    public Money amount() {
        return new Money(paise);
    }

    /** When the mail server took it. */
    public Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }

    /** Why it was not sent; names no address. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    Key key() {
        return new Key(kind, ref);
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Letter, Key> {

        List<Letter> ofAccount(long account) {
            return list("account = ?1 order by queuedAt desc, kind, ref", account);
        }
    }
}
