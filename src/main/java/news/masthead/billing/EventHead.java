package news.masthead.billing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * What is read of a Stripe event: where to look, never what to believe. The state itself is fetched.
 * https://docs.stripe.com/api/events/object
 *
 * @param object id of what it tells of
 * @param apiVersion the version it is written in, for example {@code 2026-07-29.dahlia}
 * @param subscription the subscription it concerns, where it names one
 * @param checkout the Checkout session it tells of, where it does
 */
record EventHead(
        String id,
        String type,
        Instant created,
        boolean live,
        String apiVersion,
        String object,
        Optional<String> subscription,
        Optional<String> checkout) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws NotAnEvent where {@code raw} is no event with an id and a type */
    static EventHead read(byte[] raw) throws NotAnEvent {
        JsonNode event = tree(raw);
        JsonNode object = event.path("data").path("object");
        if (!event.path("id").asText().startsWith("evt_")
                || event.path("type").asText().isEmpty()) {
            throw new NotAnEvent();
        }
        return new EventHead(
                event.path("id").asText(),
                event.path("type").asText(),
                Instant.ofEpochSecond(event.path("created").asLong()),
                event.path("livemode").asBoolean(),
                event.path("api_version").asText(""),
                object.path("id").asText(""),
                subscriptionOf(object),
                idOf(object, "checkout.session"));
    }

    private static JsonNode tree(byte[] raw) throws NotAnEvent {
        try {
            return JSON.readTree(raw);
        } catch (IOException garbled) {
            throw new NotAnEvent();
        }
    }

    private static Optional<String> subscriptionOf(JsonNode object) {
        return switch (object.path("object").asText()) {
            case "subscription" -> idOf(object, "subscription");
            case "checkout.session" -> text(object.path("subscription"));
            case "invoice" -> text(object.at("/parent/subscription_details/subscription"));
            default -> Optional.empty();
        };
    }

    private static Optional<String> idOf(JsonNode object, String kind) {
        return object.path("object").asText().equals(kind) ? text(object.path("id")) : Optional.empty();
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }

    static class NotAnEvent extends Exception {
        NotAnEvent() {
            super("The body is not a Stripe event.");
        }
    }
}
