package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which operation of the contract is answered by what. One that is not here answers 501. */
final class Endpoints {

    /** @param honoured the parameters that it does not ignore, see {@link Call#honours} */
    record Endpoint(Set<String> honoured, Function<Call, ObjectNode> answer) {}

    private static final Set<String> NOTHING = Set.of();

    private final Map<String, Endpoint> byOperation = new HashMap<>();

    Optional<Endpoint> of(String operation) {
        return Optional.ofNullable(byOperation.get(operation));
    }

    Endpoints catalogue(Catalogue catalogue) {
        return on("POST /v1/products", Catalogue.PRODUCT, catalogue::createProduct)
                .on("GET /v1/products", Catalogue.PRODUCTS, catalogue::listProducts)
                .on("GET /v1/products/{id}", NOTHING, catalogue::retrieveProduct)
                .on("POST /v1/products/{id}", Catalogue.PRODUCT, catalogue::updateProduct)
                .on("POST /v1/prices", Catalogue.PRICE, catalogue::createPrice)
                .on("GET /v1/prices", Catalogue.PRICES, catalogue::listPrices)
                .on("GET /v1/prices/{id}", NOTHING, catalogue::retrievePrice)
                .on("POST /v1/prices/{id}", Catalogue.PRICE_CHANGE, catalogue::updatePrice);
    }

    Endpoints coupons(Coupons coupons, PromotionCodes codes, Discounts discounts) {
        return on("POST /v1/coupons", Coupons.NEW, coupons::create)
                .on("GET /v1/coupons", Coupons.LIST, coupons::list)
                .on("GET /v1/coupons/{id}", NOTHING, coupons::retrieve)
                .on("POST /v1/coupons/{id}", Coupons.CHANGE, coupons::update)
                .on("DELETE /v1/coupons/{id}", NOTHING, coupons::delete)
                .on("POST /v1/promotion_codes", PromotionCodes.NEW, codes::create)
                .on("GET /v1/promotion_codes", PromotionCodes.LIST, codes::list)
                .on("GET /v1/promotion_codes/{id}", NOTHING, codes::retrieve)
                .on("POST /v1/promotion_codes/{id}", PromotionCodes.CHANGE, codes::update)
                .on("DELETE /v1/subscriptions/{id}/discount", NOTHING, discounts::take);
    }

    Endpoints schedules(Schedules schedules) {
        return on("POST /v1/subscription_schedules", Schedules.NEW, schedules::create)
                .on("GET /v1/subscription_schedules", Schedules.LIST, schedules::list)
                .on("GET /v1/subscription_schedules/{id}", NOTHING, schedules::retrieve)
                .on("POST /v1/subscription_schedules/{id}", Schedules.CHANGE, schedules::update)
                .on("POST /v1/subscription_schedules/{id}/cancel", NOTHING, schedules::cancel)
                .on("POST /v1/subscription_schedules/{id}/release", NOTHING, schedules::release);
    }

    Endpoints invoicesByHand(InvoiceDesk desk, InvoiceItems items) {
        return on("POST /v1/invoices", InvoiceDesk.NEW, desk::create)
                .on("POST /v1/invoices/{id}", InvoiceDesk.CHANGE, desk::update)
                .on("DELETE /v1/invoices/{id}", NOTHING, desk::delete)
                .on("POST /v1/invoices/{id}/finalize", InvoiceDesk.FINALIZE, desk::finalise)
                .on("POST /v1/invoices/{id}/void", NOTHING, desk::voidIt)
                .on("POST /v1/invoices/{id}/mark_uncollectible", NOTHING, desk::markUncollectible)
                .on("POST /v1/invoiceitems", InvoiceItems.NEW, items::create)
                .on("GET /v1/invoiceitems", InvoiceItems.LIST, items::list);
    }

    Endpoints portal(Portal portal, URI twin) {
        return on("POST /v1/billing_portal/configurations", Portal.CONFIGURATION, portal::configure)
                .on("GET /v1/billing_portal/configurations", Portal.CONFIGURATIONS, portal::configurations)
                .on("GET /v1/billing_portal/configurations/{id}", NOTHING, portal::retrieveConfiguration)
                .on("POST /v1/billing_portal/configurations/{id}", Portal.CONFIGURATION, portal::reconfigure)
                .on("POST /v1/billing_portal/sessions", Portal.SESSION, call -> portal.open(call, twin));
    }

    Endpoints customers(Customers customers, Cards cards) {
        return on("POST /v1/customers", Customers.NEW, customers::create)
                .on("GET /v1/customers", Customers.LIST, customers::list)
                .on("GET /v1/customers/{id}", NOTHING, customers::retrieve)
                .on("POST /v1/customers/{id}", Customers.CHANGE, customers::update)
                .on("DELETE /v1/customers/{id}", NOTHING, customers::delete)
                .on("GET /v1/customers/{id}/payment_methods", Set.of("type"), cards::listOfCustomer)
                .on("POST /v1/payment_methods", Cards.NEW, cards::create)
                .on("GET /v1/payment_methods", Cards.LIST, cards::list)
                .on("GET /v1/payment_methods/{id}", NOTHING, cards::retrieve)
                .on("POST /v1/payment_methods/{id}", Cards.CHANGE, cards::update)
                .on("POST /v1/payment_methods/{id}/attach", Cards.ATTACH, cards::attach)
                .on("POST /v1/payment_methods/{id}/detach", NOTHING, cards::detach);
    }

    Endpoints checkout(Checkout checkout, Function<Call, ObjectNode> create) {
        return on("POST /v1/checkout/sessions", Checkout.NEW, create)
                .on("GET /v1/checkout/sessions", Checkout.LIST, checkout::list)
                .on("GET /v1/checkout/sessions/{id}", NOTHING, checkout::retrieve)
                .on("GET /v1/checkout/sessions/{id}/line_items", NOTHING, checkout::lineItems)
                .on("POST /v1/checkout/sessions/{id}/expire", NOTHING, checkout::expire);
    }

    Endpoints subscriptions(
            Subscriptions subscriptions, Starts starts, Changes changes, Resumptions resumptions, Previews previews) {
        return on("POST /v1/invoices/create_preview", Previews.NEW, previews::create)
                .on("GET /v1/subscriptions", Subscriptions.LIST, subscriptions::list)
                .on("POST /v1/subscriptions", Starts.NEW, starts::create)
                .on("GET /v1/subscriptions/{id}", NOTHING, subscriptions::retrieve)
                .on("POST /v1/subscriptions/{id}", Changes.CHANGE, changes::update)
                .on("POST /v1/subscriptions/{id}/resume", Resumptions.RESUME, resumptions::resume)
                .on("DELETE /v1/subscriptions/{id}", Subscriptions.CANCEL, subscriptions::cancel);
    }

    Endpoints billing(Invoices invoices, Payments payments) {
        return on("GET /v1/invoices", Invoices.LIST, invoices::list)
                .on("GET /v1/invoices/{id}", NOTHING, invoices::retrieve)
                .on("GET /v1/invoices/{id}/lines", NOTHING, invoices::lines)
                .on("GET /v1/invoice_payments", Payments.OF_INVOICES, payments::list)
                .on("GET /v1/invoice_payments/{id}", NOTHING, payments::retrieve);
    }

    Endpoints money(Intents intents, Charges charges, Refunds refunds, Settlement settlement, Mandates mandates) {
        return on("POST /v1/invoices/{id}/pay", Settlement.PAY, settlement::pay)
                .on("POST /v1/payment_intents/{id}/confirm", Settlement.CONFIRM, settlement::confirm)
                .on("POST /v1/payment_intents/{id}/cancel", Settlement.CANCEL, settlement::cancel)
                .on("GET /v1/payment_intents", Intents.LIST, intents::list)
                .on("GET /v1/payment_intents/{id}", NOTHING, intents::retrieve)
                .on("GET /v1/mandates/{id}", NOTHING, mandates::retrieve)
                .on("GET /v1/charges", Charges.LIST, charges::list)
                .on("GET /v1/charges/{id}", NOTHING, charges::retrieve)
                .on("POST /v1/refunds", Refunds.NEW, refunds::create)
                .on("GET /v1/refunds", Refunds.LIST, refunds::list)
                .on("GET /v1/refunds/{id}", NOTHING, refunds::retrieve);
    }

    Endpoints account(Disputes disputes, Balance balance, Payouts payouts) {
        return on("GET /v1/disputes", Disputes.LIST, disputes::list)
                .on("GET /v1/disputes/{id}", NOTHING, disputes::retrieve)
                .on("POST /v1/disputes/{id}", Disputes.CHANGE, disputes::update)
                .on("POST /v1/disputes/{id}/close", NOTHING, disputes::close)
                .on("GET /v1/balance_transactions", Balance.LIST, balance::list)
                .on("GET /v1/balance_transactions/{id}", NOTHING, balance::retrieve)
                .on("GET /v1/payouts", Payouts.LIST, payouts::list)
                .on("GET /v1/payouts/{id}", NOTHING, payouts::retrieve);
    }

    Endpoints time(TestClocks clocks, Journal journal) {
        return on("POST /v1/test_helpers/test_clocks", TestClocks.NEW, clocks::create)
                .on("GET /v1/test_helpers/test_clocks", NOTHING, clocks::list)
                .on("GET /v1/test_helpers/test_clocks/{id}", NOTHING, clocks::retrieve)
                .on("DELETE /v1/test_helpers/test_clocks/{id}", NOTHING, clocks::delete)
                .on("POST /v1/test_helpers/test_clocks/{id}/advance", TestClocks.ADVANCE, clocks::advance)
                .on("GET /v1/events", Set.of("type", "types", "delivery_success", "created"), journal::list)
                .on("GET /v1/events/{id}", NOTHING, journal::retrieve);
    }

    private Endpoints on(String operation, Set<String> honoured, Function<Call, ObjectNode> answer) {
        byOperation.put(operation, new Endpoint(honoured, answer));
        return this;
    }
}
