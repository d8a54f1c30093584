package news.masthead.billing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.stripe.model.HasId;
import com.stripe.model.StripeObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The ledger: each different state of each of Stripe's objects that we were ever shown, in Stripe's own words. What readers have bought, what
 * happened to their money and what they are entitled to is derived from it, and can be derived again. It holds no name and no address.
 */
@ApplicationScoped
class StripeLedger {

    /** Who the reader is stays with the account; addresses of pages go stale, and some open a payment to whoever knows them. */
    private static final Set<String> LEFT_OUT = Set.of(
            "billing_details",
            "client_secret",
            "confirmation_secret",
            "customer_address",
            "customer_email",
            "customer_name",
            "customer_phone",
            "customer_shipping",
            "evidence",
            "hosted_invoice_url",
            "invoice_pdf",
            "receipt_email",
            "receipt_url",
            "shipping");

    @Inject
    EntityManager entities;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /** Adds what is new of it. Belongs into the transaction that acts on it. */
    @Transactional(Transactional.TxType.MANDATORY)
    void keep(long account, long fetch, Holding holding) {
        Entry entry = new Entry(account, holding.subscription().getId(), fetch);
        keep(entry, "subscription", holding.subscription());
        holding.invoices().forEach(invoice -> keep(entry, "invoice", invoice));
        holding.payments().forEach(payment -> keep(entry, "payment_intent", payment));
        holding.disputes().forEach(dispute -> keep(entry, "dispute", dispute));
    }

    /** What Stripe held of a subscription when it was last asked; none for one that was never seen. */
    @Transactional
    Optional<Holding> holding(String subscription) {
        List<Holding> history = LedgerRow.fold(history(subscription));
        return history.isEmpty() ? Optional.empty() : Optional.of(history.getLast());
    }

    /** The subscription that an object of the ledger was seen with. */
    @Transactional
    Optional<String> subscriptionOf(String object) {
        return entities.createNativeQuery(
                        "select subscription from stripe_object where object = :object limit 1", String.class)
                .setParameter("object", object)
                .getResultStream()
                .findFirst();
    }

    /** All states of all objects of a subscription, by the looks that showed them. */
    @Transactional
    List<LedgerRow> history(String subscription) {
        List<Object[]> rows = entities.createNativeQuery("""
                        select fetch_number, kind, object, cast(content as text) from stripe_object
                        where subscription = :subscription order by fetch_number, id""", Object[].class)
                .setParameter("subscription", subscription)
                .getResultList();
        return rows.stream()
                .map(row ->
                        new LedgerRow(((Number) row[0]).longValue(), (String) row[1], (String) row[2], (String) row[3]))
                .toList();
    }

    /** Every subscription there is anything of, in the order in which they were first seen. */
    @Transactional
    List<Owner> subscriptions() {
        List<Object[]> rows = entities.createNativeQuery(
                        "select subscription, max(account) from stripe_object group by subscription order by min(id)",
                        Object[].class)
                .getResultList();
        return rows.stream()
                .map(row -> new Owner((String) row[0], ((Number) row[1]).longValue()))
                .toList();
    }

    /** Whose a subscription is. */
    record Owner(String subscription, long account) {}

    private <T extends StripeObject & HasId> void keep(Entry entry, String kind, T object) {
        entities.createNativeQuery("""
                        insert into stripe_object (object, kind, subscription, account, fetch_number, seen_at, content)
                        select :object, :kind, :subscription, :account, :fetch, :now, cast(:content as jsonb)
                        where cast(:content as jsonb) is distinct from
                            (select content from stripe_object where object = :object order by fetch_number desc limit 1)""")
                .setParameter("object", object.getId())
                .setParameter("kind", kind)
                .setParameter("subscription", entry.subscription())
                .setParameter("account", entry.account())
                .setParameter("fetch", entry.fetch())
                .setParameter("now", clock.instant())
                .setParameter("content", content(object))
                .executeUpdate();
    }

    private String content(StripeObject object) {
        try {
            JsonNode content = json.readTree(object.toJson());
            leaveOut(content);
            return content.toString();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Stripe's object cannot be read", impossible);
        }
    }

    private static void leaveOut(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(LEFT_OUT);
        }
        node.forEach(StripeLedger::leaveOut);
    }

    private record Entry(long account, String subscription, long fetch) {}
}
