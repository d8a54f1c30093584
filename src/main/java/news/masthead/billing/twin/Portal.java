package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** The pages on which customers look after their billing, and who may do what there. https://docs.stripe.com/customer-management */
final class Portal {

    static final Set<String> CONFIGURATION = Set.of(
            "active",
            "business_profile",
            "default_return_url",
            "features.customer_update",
            "features.invoice_history",
            "features.payment_method_update",
            "features.subscription_cancel.cancellation_reason",
            "features.subscription_cancel.enabled",
            "features.subscription_cancel.mode",
            "features.subscription_update.enabled",
            "metadata",
            "name");
    static final Set<String> CONFIGURATIONS = Set.of("active", "is_default");
    static final Set<String> SESSION = Set.of(
            "configuration",
            "customer",
            "flow_data.after_completion.redirect",
            "flow_data.after_completion.type",
            "flow_data.subscription_cancel.subscription",
            "flow_data.type",
            "locale",
            "return_url");

    static final String PATH = "/_twin/portal/";

    private static final String SETTINGS = "billing_portal.configuration";
    private static final String VISIT = "billing_portal.session";
    private static final Set<String> FLOWS = Set.of("payment_method_update", "subscription_cancel");

    private final Contract contract;
    private final Ledger ledger;
    private final Hours hours;

    Portal(Contract contract, Ledger ledger, Hours hours) {
        this.contract = contract;
        this.ledger = ledger;
        this.hours = hours;
    }

    /** The first one is the default. https://docs.stripe.com/api/customer_portal/configurations/create */
    ObjectNode configure(Call call) {
        long now = hours.now();
        ObjectNode configuration = contract.blank("BillingPortal.Configuration")
                .put("id", Ids.next("bpc"))
                .put("active", true)
                .put("created", now)
                .put("is_default", defaultConfiguration().isEmpty());
        configuration.putObject("metadata");
        refuseWhatIsNotThere(call);
        take(call, configuration, now);
        return ledger.put(configuration);
    }

    ObjectNode reconfigure(Call call) {
        ObjectNode configuration = retrieveConfiguration(call);
        refuseWhatIsNotThere(call);
        take(call, configuration, hours.now());
        return configuration;
    }

    ObjectNode retrieveConfiguration(Call call) {
        return ledger.existing(SETTINGS, call.id(), "configuration");
    }

    ObjectNode configurations(Call call) {
        return Listing.page(
                call, ledger.all(SETTINGS).stream().filter(one -> Listing.matches(one, call, "active", "is_default")));
    }

    private static void refuseWhatIsNotThere(Call call) {
        JsonNode features = call.params().path("features");
        if (features.at("/subscription_update/enabled").asBoolean()
                || features.at("/customer_update/enabled").asBoolean()
                || features.at("/subscription_cancel/mode").asText().equals("immediately")) {
            throw StripeError.notModelled("a portal that changes plans or addresses, or cancels at once");
        }
    }

    private static void take(Call call, ObjectNode configuration, long now) {
        call.copy(configuration, "active", "default_return_url", "name");
        call.mergeMetadata(configuration);
        for (String part : new String[] {"business_profile", "features"}) {
            call.params().path(part).properties().forEach(field -> {
                ObjectNode kept = configuration.withObjectProperty(part);
                if (field.getValue() instanceof ObjectNode given) {
                    kept.withObjectProperty(field.getKey()).setAll(given.deepCopy());
                } else {
                    kept.set(field.getKey(), field.getValue());
                }
            });
        }
        configuration.put("updated", now);
    }

    /** https://docs.stripe.com/api/customer_portal/sessions/create */
    ObjectNode open(Call call, URI twin) {
        ObjectNode customer = ledger.existing("customer", call.required("customer"), "customer");
        ObjectNode configuration = call.has("configuration")
                ? ledger.existing(SETTINGS, call.text("configuration"), "configuration")
                : defaultConfiguration()
                        .orElseThrow(
                                () -> StripeError.invalid(
                                        null,
                                        "No configuration provided and your test mode default configuration has not been created."));
        ObjectNode session = contract.blank("BillingPortal.Session")
                .put("id", Ids.next("bps"))
                .put("configuration", Json.id(configuration))
                .put("created", hours.now())
                .put("customer", Json.id(customer));
        session.set("return_url", configuration.get("default_return_url"));
        call.copy(session, "return_url", "locale");
        if (call.has("flow_data")) {
            session.set("flow", flow(call.params().get("flow_data"), customer));
        }
        session.put("url", twin.resolve(PATH + Json.id(session)).toString());
        return ledger.put(session);
    }

    /** A link to one thing: https://docs.stripe.com/customer-management/portal-deep-links */
    private ObjectNode flow(JsonNode asked, ObjectNode customer) {
        if (!FLOWS.contains(Json.text(asked, "type"))) {
            throw StripeError.notModelled("a portal flow of type " + Json.text(asked, "type"));
        }
        if (asked.at("/after_completion/type").asText().equals("hosted_confirmation")) {
            throw StripeError.notModelled("a confirmation page of a portal flow");
        }
        String cancel = asked.at("/subscription_cancel/subscription").textValue();
        if (Json.is(asked, "type", "subscription_cancel")) {
            ObjectNode subscription =
                    ledger.existing("subscription", cancel, "flow_data[subscription_cancel][subscription]");
            if (!subscription.get("customer").equals(customer.get("id")) || !Subscriptions.isLive(subscription)) {
                throw StripeError.invalid(
                        "flow_data[subscription_cancel][subscription]",
                        "The subscription is not one of this customer that can be canceled.");
            }
        }
        ObjectNode flow = contract.blank("BillingPortal.Session.Flow").put("type", Json.text(asked, "type"));
        if (cancel != null) {
            flow.putObject("subscription_cancel").put("subscription", cancel).putNull("retention");
        }
        ObjectNode after = flow.putObject("after_completion")
                .put("type", asked.at("/after_completion/type").asText("portal_homepage"))
                .putNull("hosted_confirmation");
        JsonNode redirect = asked.at("/after_completion/redirect");
        after.set("redirect", redirect.isObject() ? redirect.deepCopy() : after.nullNode());
        return flow;
    }

    ObjectNode session(String id) {
        return ledger.existing(VISIT, id, "session");
    }

    ObjectNode configurationOf(ObjectNode session) {
        return ledger.existing(SETTINGS, Json.text(session, "configuration"), "configuration");
    }

    private Optional<ObjectNode> defaultConfiguration() {
        return ledger.all(SETTINGS).stream()
                .filter(configuration -> configuration.get("is_default").booleanValue())
                .findFirst();
    }
}
