package news.masthead.billing.tax;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.masthead.billing.tax.TaxPaper.Kind;
import news.masthead.subscription.Plan;
import news.masthead.subscription.PriceTable;
import news.masthead.values.Money;

/** Issues papers, one for each fact of money however often and wherever it is asked to. */
@ApplicationScoped
class Issue {

    @Inject
    TaxRules rules;

    @Inject
    Series series;

    @Inject
    TaxPaper.Repository papers;

    @Inject
    Moved.Book moved;

    @Inject
    BuyerBook buyers;

    @Inject
    PriceTable prices;

    @Inject
    EntityManager entities;

    /**
     * The tax invoice for a paid invoice of Stripe's, issued now if it was not before.
     *
     * @return none for one that was not paid or cost nothing, and where the publisher is not registered for GST
     */
    @Transactional
    Optional<TaxPaper> invoice(String paid) {
        return papers.of(Kind.INVOICE, paid)
                .or(() -> rules.seller()
                        .flatMap(seller -> moved.paid(paid)
                                .filter(fact -> fact.amount().paise() > 0)
                                .map(fact -> once(Kind.INVOICE, paid, () -> invoice(fact, seller)))));
    }

    /**
     * The credit note for a refund or a lost dispute, issued now if it was not before: CGST Act 2017, section 34. A dispute that was won took
     * nothing back in the end, so the invoice stands as it is.
     *
     * @return none where there was no invoice, or nothing of it is left to credit
     */
    @Transactional
    Optional<TaxPaper> creditNote(String returned) {
        return papers.of(Kind.CREDIT_NOTE, returned)
                .or(() -> moved.returned(returned)
                        .flatMap(
                                fact -> invoice(fact.invoice()).flatMap(invoice -> creditNote(fact, locked(invoice)))));
    }

    /** Until the transaction ends nobody else credits it, so that no more goes back than came. */
    private TaxPaper locked(TaxPaper invoice) {
        entities.createNativeQuery("select 1 from tax_paper where number = :number for update")
                .setParameter("number", invoice.number)
                .getSingleResult();
        return invoice;
    }

    private Optional<TaxPaper> creditNote(Moved fact, TaxPaper invoice) {
        Optional<TaxPaper> meanwhile = papers.of(Kind.CREDIT_NOTE, fact.ref());
        Money before = sum(papers.crediting(invoice));
        Money now = least(fact.amount(), new Money(invoice.total().paise() - before.paise()));
        return meanwhile.or(() -> Stream.of(now)
                .filter(amount -> amount.paise() > 0)
                .map(amount -> creditNote(fact, invoice, invoice.split().back(before, amount)))
                .findFirst());
    }

    /** Nobody issues the same paper twice, nor takes a number for one that another node has issued while this one waited for its turn. */
    private TaxPaper once(Kind kind, String ref, Supplier<TaxPaper> paper) {
        series.lock(kind);
        return papers.of(kind, ref).orElseGet(paper);
    }

    private TaxPaper invoice(Moved fact, TaxRules.Seller seller) {
        TaxRules.Rate rate = rules.rateAt(fact.at());
        Buyer buyer = buyers.of(fact.account(), seller);
        TaxPaper paper = about(fact);
        paper.suppliedAt = fact.at();
        paper.description = rate.description() + ": " + planName(fact.plan());
        paper.code = rate.code();
        paper.basisPoints = rate.basisPoints();
        paper.isTaxed(Split.of(
                fact.amount(),
                rate.basisPoints(),
                buyer.state() == seller.gstin().state()));
        paper.sellerName = seller.name();
        paper.sellerAddress = seller.address();
        paper.sellerGstin = seller.gstin().value();
        paper.buyerName = buyer.name();
        paper.buyerAddress = buyer.address();
        paper.buyerGstin = buyer.gstin().map(Gstin::value).orElse(null);
        paper.placeOfSupply = buyer.state().code;
        return numbered(Kind.INVOICE, paper);
    }

    /** All but the amount is as on the invoice, whatever has changed since. */
    private TaxPaper creditNote(Moved fact, TaxPaper invoice, Split split) {
        TaxPaper paper = about(fact);
        paper.credits = invoice.number;
        paper.plan = invoice.plan;
        paper.suppliedAt = invoice.suppliedAt;
        paper.startsAt = invoice.startsAt;
        paper.endsAt = invoice.endsAt;
        paper.description = invoice.description;
        paper.code = invoice.code;
        paper.basisPoints = invoice.basisPoints;
        paper.isTaxed(split);
        paper.sellerName = invoice.sellerName;
        paper.sellerAddress = invoice.sellerAddress;
        paper.sellerGstin = invoice.sellerGstin;
        paper.buyerName = invoice.buyerName;
        paper.buyerAddress = invoice.buyerAddress;
        paper.buyerGstin = invoice.buyerGstin;
        paper.placeOfSupply = invoice.placeOfSupply;
        return numbered(Kind.CREDIT_NOTE, paper);
    }

    private static TaxPaper about(Moved fact) {
        TaxPaper paper = new TaxPaper();
        paper.ref = fact.ref();
        paper.account = fact.account();
        paper.subscription = fact.subscription();
        paper.plan = fact.plan();
        fact.span().ifPresent(span -> {
            paper.startsAt = span.start();
            paper.endsAt = span.end();
        });
        return paper;
    }

    private TaxPaper numbered(Kind kind, TaxPaper paper) {
        Series.Place place = series.next(kind);
        paper.kind = kind;
        paper.fiscalYear = place.year().start();
        paper.serial = place.serial();
        paper.issuedAt = place.at();
        paper.number = rules.number(kind, place.year(), place.serial());
        papers.persistAndFlush(paper);
        return paper;
    }

    /** As readers know it; a plan that is no longer sold goes by its code. */
    private String planName(String code) {
        return prices.plan(code).map(Plan::name).orElse(code);
    }

    private static Money sum(List<TaxPaper> notes) {
        return new Money(notes.stream()
                .collect(Collectors.summingLong(note -> note.total().paise())));
    }

    private static Money least(Money one, Money other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
