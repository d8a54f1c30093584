package news.masthead.billing.twin;

import com.sun.net.httpserver.HttpHandler;
import java.net.URI;
import java.util.function.Consumer;

/** The parts of a twin, each given what it needs. */
final class Assembly {

    private final Contract contract = Contract.load();
    private final Violations violations;
    private final Ledger ledger;
    private final Hours hours;
    private final Presentation presentation;
    private final Journal journal;
    private final Catalogue catalogue;
    private final Cards cards;
    private final Balance balance;
    private final Payouts payouts;
    private final Disputes disputes;
    private final Charges charges;
    private final Mandates mandates;
    private final Intents intents;
    private final Refunds refunds;
    private final Payments payments;
    private final Invoices invoices;
    private final Subscriptions subscriptions;
    private final Billing billing;
    private final Changes changes;
    private final Starts starts;
    private final Portal portal;
    private final InvoiceItems waiting;
    private final InvoiceDesk invoiceDesk;
    private final Resumptions resumptions;
    private final Schedules schedules;
    private final Coupons coupons;
    private final PromotionCodes codes;
    private final Discounts discounts;
    private final Previews previews;
    private final Customers customers;
    private final Checkout checkout;
    private final Purchases purchases;
    private final Settlement settlement;
    private final Timeline timeline;
    private final TestClocks clocks;
    private final Answers answers;

    /**
     * @param twin where it is reached
     * @param soon runs work a little later
     */
    Assembly(
            StripeTwin.Options options,
            Ledger ledger,
            Hours hours,
            Deliveries deliveries,
            Violations violations,
            URI twin,
            Consumer<Runnable> soon) {
        this.ledger = ledger;
        this.hours = hours;
        this.violations = violations;
        presentation = new Presentation(ledger);
        journal = new Journal(contract, ledger, presentation, violations, deliveries::hasEndpoint, deliveries::send);
        catalogue = new Catalogue(contract, ledger, hours);
        cards = new Cards(contract, ledger, hours, journal);
        balance = new Balance(contract, ledger, hours, options.feeBasisPoints());
        payouts = new Payouts(contract, ledger, journal, balance);
        disputes = new Disputes(contract, ledger, hours, journal, balance);
        charges = new Charges(contract, ledger, journal, balance);
        mandates = new Mandates(contract, ledger, journal);
        intents = new Intents(contract, ledger, hours, journal, cards, charges, disputes, mandates);
        refunds = new Refunds(contract, ledger, hours, journal, balance);
        payments = new Payments(contract, ledger, intents);
        Items items = new Items(contract);
        Lines lines = new Lines(contract, ledger);
        Proration proration = new Proration(catalogue, items, lines);
        coupons = new Coupons(contract, ledger, hours);
        codes = new PromotionCodes(contract, ledger, hours);
        Redemptions redemptions = new Redemptions(contract, ledger, codes);
        discounts = new Discounts(ledger, hours, journal);
        Drafts drafts = new Drafts(contract, ledger, discounts);
        waiting = new InvoiceItems(contract, ledger, hours, journal, drafts);
        invoices = new Invoices(ledger, journal, payments, drafts, discounts, twin);
        subscriptions = new Subscriptions(contract, ledger, hours, journal, invoices, items);
        Renewals renewals = new Renewals(ledger, items, waiting, lines);
        PendingUpdates pending = new PendingUpdates(ledger, journal, invoices);
        schedules = new Schedules(contract, ledger, hours, journal, new Phases(contract, catalogue), subscriptions);
        billing = new Billing(
                ledger,
                hours,
                journal,
                cards,
                subscriptions,
                invoices,
                waiting,
                pending,
                renewals,
                lines,
                schedules,
                new Dunning(journal, subscriptions, options.retries(), options.afterRetries()));
        changes = new Changes(ledger, hours, journal, cards, subscriptions, proration, redemptions, discounts, billing);
        resumptions = new Resumptions(ledger, hours, journal, lines, billing);
        previews = new Previews(
                ledger, hours, catalogue, subscriptions, proration, renewals, waiting, lines, drafts, redemptions);
        starts = new Starts(ledger, hours, catalogue, cards, subscriptions, redemptions, discounts, billing);
        customers = new Customers(contract, ledger, hours, journal, cards, subscriptions);
        Basket basket = new Basket(contract, ledger, hours, catalogue, redemptions, discounts);
        Tries tries = new Tries(ledger, hours, cards, intents);
        checkout = new Checkout(contract, ledger, hours, journal, presentation, basket, tries);
        purchases = new Purchases(
                contract,
                ledger,
                hours,
                journal,
                basket,
                discounts,
                customers,
                cards,
                subscriptions,
                payments,
                tries,
                billing);
        Upcoming upcoming = new Upcoming(journal, renewals, drafts, options.notice());
        invoiceDesk = new InvoiceDesk(ledger, hours, journal, cards, drafts, invoices, waiting, pending, billing);
        portal = new Portal(contract, ledger, hours);
        settlement = new Settlement(ledger, hours, cards, intents, payments, invoices, billing, purchases);
        timeline = new Timeline(
                ledger,
                hours,
                new Agenda(journal, billing, pending, schedules, upcoming, proration),
                checkout,
                settlement,
                refunds,
                disputes,
                payouts);
        clocks = new TestClocks(contract, ledger, hours, customers, timeline, violations, soon);
        answers = new Answers(ledger, hours);
    }

    HttpHandler api(String apiKey, URI twin, Faults faults) {
        Endpoints endpoints = new Endpoints()
                .catalogue(catalogue)
                .schedules(schedules)
                .portal(portal, twin)
                .invoicesByHand(invoiceDesk, waiting)
                .coupons(coupons, codes, discounts)
                .customers(customers, cards)
                .checkout(checkout, call -> checkout.create(call, twin))
                .billing(invoices, payments)
                .subscriptions(subscriptions, starts, changes, resumptions, previews)
                .money(intents, charges, refunds, settlement, mandates)
                .account(disputes, balance, payouts)
                .time(clocks, journal);
        return new Api(
                contract, endpoints, ledger, timeline, presentation, journal, answers, violations, faults, apiKey);
    }

    HttpHandler pages() {
        return new HostedPages(
                ledger, timeline, checkout, purchases, payments, settlement, new Overview(ledger), violations);
    }

    HttpHandler portalPages() {
        return new PortalPages(ledger, timeline, new PortalCounter(ledger, hours, journal, cards, portal), violations);
    }

    Controls controls() {
        return new Controls(ledger, hours, disputes, settlement, mandates);
    }

    Timeline timeline() {
        return timeline;
    }

    /** Goes on with what an earlier run left: open sessions, which may have another address now, and clocks on their way. */
    void resume(URI twin) {
        checkout.moveOpenSessions(twin);
        invoices.moveHostedPages();
        clocks.resume();
    }
}
