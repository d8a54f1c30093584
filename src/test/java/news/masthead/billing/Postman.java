package news.masthead.billing;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.net.Webhook;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import news.masthead.billing.Till.Buyer;

/** Sends events as Stripe does, and tells what has become of them. */
@ApplicationScoped
class Postman {

    @Inject
    Oracle oracle;

    @Inject
    StripeEvent.Repository events;

    @Inject
    EntityManager entities;

    @Inject
    MeterRegistry metrics;

    /** An event with a name of its own, which is acknowledged. */
    String deliver(String type, String object, String before) {
        String id = "evt_" + UUID.randomUUID();
        assertEquals(200, status(body(id, type, object, before)));
        return id;
    }

    String body(String id, String type, String object, String before) {
        return """
                {"id":"%s","object":"event","type":"%s","created":1795510800,"livemode":false,"api_version":"2026-07-29.dahlia",
                 "data":{"object":%s,"previous_attributes":%s}}""".formatted(id, type, object, before);
    }

    int status(String body) {
        return given().header("Stripe-Signature", signed(body))
                .contentType("application/json; charset=utf-8")
                .body(body.getBytes(UTF_8))
                .post("/billing/stripe/events")
                .statusCode();
    }

    String signed(String body) {
        try {
            return Webhook.Signature.generateSignatureHeader(
                    body, Backdrop.SECRET, Clock.systemUTC().instant().getEpochSecond());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void agreed(Buyer reader) {
        Eventually.holds(() -> assertEquals(oracle.atStripe(reader), oracle.withUs(reader)));
    }

    void heard(String id) {
        Eventually.holds(() -> assertTrue(found(id).state != StripeEvent.State.WAITING, "it waits"));
    }

    StripeEvent found(String id) {
        return QuarkusTransaction.requiringNew().call(() -> events.findById(id));
    }

    long events(String id) {
        return QuarkusTransaction.requiringNew().call(() -> events.count("id", id));
    }

    double parked(StripeEvent.Reason reason) {
        var counter = metrics.find("masthead.billing.events.parked")
                .tag("reason", reason.name().toLowerCase(java.util.Locale.ROOT))
                .counter();
        return counter == null ? 0 : counter.count();
    }

    List<String> states(Buyer reader) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(
                                "select state from subscription where account = ?1", String.class)
                        .setParameter(1, reader.account())
                        .getResultList());
    }

    long facts(Buyer reader, String kind) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery(
                                        "select count(*) from billing_fact where account = ?1 and kind = ?2")
                                .setParameter(1, reader.account())
                                .setParameter(2, kind)
                                .getSingleResult())
                        .longValue());
    }

    void forget(Buyer reader) {
        QuarkusTransaction.requiringNew()
                .run(() -> Stream.of(
                                "delete from term where subscription in (select id from subscription where account = ?1)",
                                "delete from entitlement where account = ?1",
                                "delete from subscription where account = ?1")
                        .forEach(statement -> entities.createNativeQuery(statement)
                                .setParameter(1, reader.account())
                                .executeUpdate()));
    }
}
