package news.masthead.billing;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import news.masthead.values.Money;

/** What a purchase or a change of plan costs, as the reader is shown it before saying yes. Its terms never change. */
@Entity
class Quote extends PanacheEntityBase {

    enum Kind {
        NEW,
        UPGRADE,
        DOWNGRADE,
        PAUSE,
        RESUME,
        CANCEL
    }

    /**
     * What is quoted. Amounts and instants are the provider's, by its preview of the invoice: https://docs.stripe.com/api/invoices/create_preview.
     *
     * @param subscription that it changes, {@code sub_…}; none where it begins one
     * @param plan code of the plan that the reader then has
     * @param price Stripe's id of that plan's price
     * @param offer code of the offer that makes it cheaper
     * @param today what is charged at once
     * @param tax how much of that is tax
     * @param next the charge after that one; none where nothing follows
     * @param renewsAt what each term costs once no offer makes it cheaper
     * @param reckonedAt the instant to which a term was split, to be given to Stripe with the change so that it splits alike; none where no term
     *     is split
     * @param trialDays how many days cost nothing before the first term; 0 for none
     */
    record Terms(
            Kind kind,
            Optional<String> subscription,
            String plan,
            String price,
            Optional<String> offer,
            Money today,
            Money tax,
            Optional<Charge> next,
            Money renewsAt,
            Optional<Instant> reckonedAt,
            int trialDays) {

        /** Without a trial. */
        Terms(
                Kind kind,
                Optional<String> subscription,
                String plan,
                String price,
                Optional<String> offer,
                Money today,
                Money tax,
                Optional<Charge> next,
                Money renewsAt,
                Optional<Instant> reckonedAt) {
            this(kind, subscription, plan, price, offer, today, tax, next, renewsAt, reckonedAt, 0);
        }
    }

    record Charge(Instant at, Money amount) {}

    @Id
    UUID id;

    long account;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String subscription;

    private String plan;

    private String price;

    private String offer;

    @Column(name = "today_paise")
    private long todayPaise;

    @Column(name = "tax_paise")
    private long taxPaise;

    @Column(name = "next_at")
    private Instant nextAt;

    @Column(name = "next_paise")
    private Long nextPaise;

    @Column(name = "renews_paise")
    private long renewsPaise;

    @Column(name = "reckoned_at")
    private Instant reckonedAt;

    @Column(name = "trial_days")
    private int trialDays;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "valid_until")
    Instant validUntil;

    @Column(name = "accepted_at")
    Instant acceptedAt;

    /** What was charged for it, {@code in_…}; null as long as nothing was. */
    String invoice;

    protected Quote() {}

    Quote(long account, Terms terms, Instant createdAt, Instant validUntil) {
        this.id = UUID.randomUUID();
        this.account = account;
        this.kind = terms.kind();
        this.subscription = terms.subscription().orElse(null);
        this.plan = terms.plan();
        this.price = terms.price();
        this.offer = terms.offer().orElse(null);
        this.todayPaise = terms.today().paise();
        this.taxPaise = terms.tax().paise();
        this.nextAt = terms.next().map(Charge::at).orElse(null);
        this.nextPaise = terms.next().map(next -> next.amount().paise()).orElse(null);
        this.renewsPaise = terms.renewsAt().paise();
        this.reckonedAt = terms.reckonedAt().orElse(null);
        this.trialDays = terms.trialDays();
        this.createdAt = createdAt;
        this.validUntil = validUntil;
    }

    Terms terms() {
        return new Terms(
                kind,
                Optional.ofNullable(subscription),
                plan,
                price,
                Optional.ofNullable(offer),
                new Money(todayPaise),
                new Money(taxPaise),
                Optional.ofNullable(nextAt).map(at -> new Charge(at, new Money(nextPaise))),
                new Money(renewsPaise),
                Optional.ofNullable(reckonedAt),
                trialDays);
    }

    boolean isAccepted() {
        return acceptedAt != null;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Quote, UUID> {

        /** Held until the transaction is over. */
        Optional<Quote> locked(UUID id) {
            return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
        }

        Optional<Quote> ofInvoice(String invoice) {
            return find("invoice", invoice).firstResultOptional();
        }
    }
}
