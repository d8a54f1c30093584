package news.masthead.billing.tax;

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
import news.masthead.values.Money;
import news.masthead.values.Window;
import org.hibernate.annotations.Immutable;

/** A tax invoice or a credit note, as issued: nothing on it ever changes. Amounts are in whole paise, taxes included where nothing else is said. */
@Entity
@Immutable
@Table(name = "tax_paper")
public class TaxPaper extends PanacheEntityBase {

    public enum Kind {
        INVOICE,
        /** Takes back an invoice, whole or in part. */
        CREDIT_NOTE
    }

    /** As printed, such as {@code INV/26-27/000001}. */
    @Id
    public String number;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    @Column(name = "fiscal_year")
    int fiscalYear;

    int serial;

    /** Stripe's id of the paid invoice, the refund or the lost dispute. */
    public String ref;

    String credits;

    public long account;

    public String subscription;

    /** Code of the plan. */
    public String plan;

    @Column(name = "issued_at")
    public Instant issuedAt;

    /** The time of supply, which chose the rate. */
    @Column(name = "supplied_at")
    public Instant suppliedAt;

    @Column(name = "starts_at")
    Instant startsAt;

    @Column(name = "ends_at")
    Instant endsAt;

    public String description;

    /** HSN or SAC. */
    public String code;

    /** The rate of the whole tax in hundredths of a per cent. */
    @Column(name = "basis_points")
    public int basisPoints;

    long paise;
    long taxable;
    long central;
    long state;
    long integrated;

    @Column(name = "seller_name")
    String sellerName;

    @Column(name = "seller_address")
    String sellerAddress;

    @Column(name = "seller_gstin")
    String sellerGstin;

    @Column(name = "buyer_name")
    public String buyerName;

    @Column(name = "buyer_address")
    String buyerAddress;

    @Column(name = "buyer_gstin")
    String buyerGstin;

    /** GST code of the state. */
    @Column(name = "place_of_supply")
    public String placeOfSupply;

    protected TaxPaper() {}

    public Money total() {
        return new Money(paise);
    }

    /** Without tax. */
    public Money taxable() {
        return new Money(taxable);
    }

    /** CGST. */
    public Money central() {
        return new Money(central);
    }

    /** SGST or UTGST. */
    public Money state() {
        return new Money(state);
    }

    /** IGST. */
    public Money integrated() {
        return new Money(integrated);
    }

    public boolean isInvoice() {
        return kind == Kind.INVOICE;
    }

    /** The number of the invoice that a credit note takes back. */
    public Optional<String> credits() {
        return Optional.ofNullable(credits);
    }

    /** The buyer's registration, for one who is registered and said so. */
    public Optional<String> buyerGstin() {
        return Optional.ofNullable(buyerGstin);
    }

    public String placeOfSupplyTitle() {
        return place().title;
    }

    IndianState place() {
        return IndianState.ofCode(placeOfSupply).orElseThrow();
    }

    /** The time that was paid for; none for a change in mid-term. */
    Optional<Window> span() {
        return Optional.ofNullable(startsAt).map(start -> new Window(start, endsAt));
    }

    Split split() {
        return new Split(taxable(), central(), state(), integrated());
    }

    void isTaxed(Split split) {
        paise = split.price().paise();
        taxable = split.taxable().paise();
        central = split.central().paise();
        state = split.state().paise();
        integrated = split.integrated().paise();
    }

    /** As it stands in an address, where a slash would begin another part. */
    String slug() {
        return number.replace('/', '-');
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<TaxPaper, String> {

        Optional<TaxPaper> of(Kind kind, String ref) {
            return find("kind = ?1 and ref = ?2", kind, ref).firstResultOptional();
        }

        List<TaxPaper> crediting(TaxPaper invoice) {
            return list("credits", invoice.number);
        }

        Optional<TaxPaper> ofSlug(String slug) {
            return find("replace(number, '/', '-') = ?1", slug).firstResultOptional();
        }

        List<TaxPaper> ofAccount(long account) {
            return list("account = ?1 order by issuedAt desc, number desc", account);
        }

        List<TaxPaper> issuedIn(Window window) {
            return list(
                    "issuedAt >= ?1 and issuedAt < ?2 order by kind, fiscalYear, serial", window.start(), window.end());
        }
    }
}
