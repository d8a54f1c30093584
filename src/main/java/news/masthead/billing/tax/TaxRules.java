package news.masthead.billing.tax;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import news.masthead.values.Publication;

/** Who sells, at which rate and under which numbers. Read and checked at start: wrong settings stop it. */
@Startup
@Singleton
class TaxRules {

    private final Publication publication;
    private final Optional<Seller> seller;
    private final List<Rate> rates;
    private final NumberPattern invoices;
    private final NumberPattern creditNotes;

    TaxRules(TaxSettings settings, Publication publication) {
        this.publication = publication;
        seller = settings.seller()
                .map(one -> new Seller(one.name().strip(), one.address().strip(), new Gstin(one.gstin())));
        rates = settings.rates().stream()
                .map(row -> new Rate(row.from(), row.basisPoints(), row.code(), row.description()))
                .toList();
        invoices = new NumberPattern(settings.invoiceNumber());
        creditNotes = new NumberPattern(settings.creditNoteNumber());
        check();
    }

    private void check() {
        if (seller.isPresent() && rates.isEmpty()) {
            throw new IllegalArgumentException("masthead.tax.seller needs a rate in masthead.tax.rates");
        }
        if (rates.stream().map(Rate::from).distinct().count() != rates.size()) {
            throw new IllegalArgumentException("masthead.tax.rates has two rates from the same day");
        }
        if (slug(invoices).equals(slug(creditNotes))) {
            throw new IllegalArgumentException(
                    "masthead.tax.invoice-number and masthead.tax.credit-note-number make the same numbers");
        }
    }

    private static String slug(NumberPattern pattern) {
        return pattern.pattern().replace('/', '-');
    }

    /** None where the publisher is not registered, so that no paper may be issued. */
    Optional<Seller> seller() {
        return seller;
    }

    /**
     * The rate of a supply.
     *
     * @param supplied the time of supply: the instant at which the money came, which is before the invoice (CGST Act 2017, section 13(2)). Where a
     *     rate changes between the money and the invoice that follows it in seconds, section 14 may rule otherwise; then the accountant judges
     * @throws IllegalStateException where no rate holds yet at that instant
     */
    Rate rateAt(Instant supplied) {
        LocalDate day = supplied.atZone(publication.zone()).toLocalDate();
        return rates.stream()
                .filter(rate -> !rate.from().isAfter(day))
                .max(Comparator.comparing(Rate::from))
                .orElseThrow(() -> new IllegalStateException("masthead.tax.rates has no rate that holds on " + day));
    }

    FiscalYear yearOf(Instant at) {
        return FiscalYear.of(at, publication.zone());
    }

    String number(TaxPaper.Kind kind, FiscalYear year, int serial) {
        return switch (kind) {
            case INVOICE -> invoices.number(year, serial);
            case CREDIT_NOTE -> creditNotes.number(year, serial);
        };
    }

    /** The publisher, as registered. */
    record Seller(String name, String address, Gstin gstin) {

        Seller {
            if (name.isEmpty() || address.isEmpty()) {
                throw new IllegalArgumentException("masthead.tax.seller needs a name and an address");
            }
        }
    }

    /**
     * @param from its first day, in the publisher's zone
     * @param basisPoints hundredths of a per cent
     * @param code HSN or SAC
     */
    record Rate(LocalDate from, int basisPoints, String code, String description) {

        Rate {
            if (basisPoints < 0 || basisPoints > 10_000 || !code.matches("[0-9]{4,8}") || description.isBlank()) {
                throw new IllegalArgumentException(
                        "The rate from " + from
                                + " in masthead.tax.rates needs 0 to 10000 basis points, a code of 4 to 8 digits and a description");
            }
        }
    }
}
