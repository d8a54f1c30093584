package news.masthead.billing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.stripe.Stripe;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a reader should be entitled to, worked out from Stripe's raw answers by the rule of the paper alone: from the first paid line to the end
 * of the last, and three days longer while a renewal is expected. Shares no code with what it judges.
 */
@ApplicationScoped
class Oracle {

    private static final Duration GRACE = Duration.ofDays(3);

    @Inject
    EntityManager entities;

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "masthead.stripe.api-base", defaultValue = Stripe.LIVE_API_BASE)
    URI api;

    @ConfigProperty(name = "masthead.stripe.api-key")
    String key;

    String customer(Till.Buyer buyer) {
        return QuarkusTransaction.requiringNew().call(() -> (String)
                entities.createNativeQuery("select customer from stripe_customer where account = ?1", String.class)
                        .setParameter(1, buyer.account())
                        .getSingleResult());
    }

    /** {@code sub_… from until}, a line for each subscription. */
    String atStripe(Till.Buyer buyer) {
        List<String> spans = new ArrayList<>();
        for (JsonNode subscription : get("/v1/subscriptions?status=all&customer=" + customer(buyer))) {
            Instant from = Instant.MAX;
            Instant through = Instant.MIN;
            for (JsonNode invoice : get("/v1/invoices?status=paid&subscription="
                    + subscription.path("id").asText())) {
                for (JsonNode line : invoice.at("/lines/data")) {
                    if (buysTime(line)) {
                        Instant start =
                                Instant.ofEpochSecond(line.at("/period/start").asLong());
                        Instant end =
                                Instant.ofEpochSecond(line.at("/period/end").asLong());
                        from = start.isBefore(from) ? start : from;
                        through = end.isAfter(through) ? end : through;
                    }
                }
            }
            spans.add(span(subscription.path("id").asText(), from, through.plus(graceOf(subscription))));
        }
        return sorted(spans);
    }

    /** The same of what we hold. */
    String withUs(Till.Buyer buyer) {
        List<Object[]> rows = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(
                                "select cause, starts_at, ends_at from entitlement where account = ?1", Object[].class)
                        .setParameter(1, buyer.account())
                        .getResultList());
        return sorted(rows.stream()
                .map(row -> span((String) row[0], (Instant) row[1], (Instant) row[2]))
                .toList());
    }

    /** By that same rule alone. */
    boolean mayRead(Till.Buyer buyer, Instant at) {
        return atStripe(buyer)
                .lines()
                .filter(line -> !line.isEmpty())
                .map(line -> line.split(" "))
                .anyMatch(span -> !at.isBefore(Instant.parse(span[1])) && at.isBefore(Instant.parse(span[2])));
    }

    private static boolean buysTime(JsonNode line) {
        JsonNode details = line.at("/parent/subscription_item_details");
        return details.isObject()
                && !details.path("proration").asBoolean()
                && line.path("amount").asLong() > 0;
    }

    private static Duration graceOf(JsonNode subscription) {
        boolean expected = List.of("active", "past_due")
                        .contains(subscription.path("status").asText())
                && !subscription.path("cancel_at_period_end").asBoolean()
                && subscription.path("cancel_at").isNull()
                && subscription.path("pause_collection").isNull();
        return expected ? GRACE : Duration.ZERO;
    }

    private JsonNode get(String path) {
        try {
            String answer = RestAssured.given()
                    .header("Authorization", "Bearer " + key)
                    .get(api + path)
                    .asString();
            return json.readTree(answer).path("data");
        } catch (IOException problem) {
            throw new AssertionError(problem);
        }
    }

    private static String span(String subscription, Instant from, Instant until) {
        return subscription + " " + from + " " + until;
    }

    private static String sorted(List<String> spans) {
        return String.join("\n", spans.stream().sorted().toList());
    }
}
