package news.masthead.billing;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.stripe.net.Webhook;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(OnTheTwin.class)
class EventsResourceTest {

    @Inject
    StripeEvent.Repository events;

    private final String id = "evt_" + UUID.randomUUID();

    @Test
    void a_genuine_event_is_kept() {
        assertEquals(200, status(body("customer.created"), 0));
        assertEquals(1, kept());
    }

    @Test
    void while_the_secret_is_rolled_both_are_good() {
        String body = body("customer.created");
        given().header("Stripe-Signature", signed(body, Backdrop.OLD_SECRET, 0))
                .body(body.getBytes(UTF_8))
                .post("/billing/stripe/events")
                .then()
                .statusCode(200);
        assertEquals(1, kept());
    }

    @Test
    @Case(5)
    void the_same_event_ten_times_at_once_is_kept_once() {
        String body = body("customer.created");
        try (ExecutorService senders = Executors.newFixedThreadPool(10)) {
            IntStream.range(0, 10)
                    .mapToObj(i -> senders.submit(() -> status(body, 0)))
                    .toList()
                    .forEach(answer -> assertEquals(200, value(answer)));
        }
        assertEquals(1, kept());
    }

    @Case(22)
    @ParameterizedTest
    @ValueSource(strings = {"", "t=x", "t", "t=1,v1=0", "garbage", ",,,", "t=99999999999999999999,v1=00", "v1=ಆ"})
    void what_stripe_did_not_sign_is_refused(String header) {
        given().header("Stripe-Signature", header)
                .body(body("customer.created"))
                .post("/billing/stripe/events")
                .then()
                .statusCode(400);
        assertEquals(0, kept());
    }

    /** Beside those that are not signed at all: the header that is sent with the body, and whether it is good. */
    enum Signing {
        VALID(200),
        OLD_SECRET(200),
        BOTH_SECRETS(200),
        NEW_SECRET_LAST(200),
        ALMOST_TOO_OLD(200),
        TOO_OLD(400),
        OF_TOMORROW(400),
        OTHER_SECRET(400),
        OTHER_SCHEME(400),
        BODY_WITH_A_SPACE_MORE(400),
        BODY_IN_ANOTHER_CHARSET(400);

        private final int status;

        Signing(int status) {
            this.status = status;
        }
    }

    @Case(22)
    @ParameterizedTest
    @EnumSource
    void only_what_was_signed_with_a_secret_of_ours_lately_is_taken(Signing signing) {
        String body = body("customer.created");
        String valid = signed(body, 0);
        String old = signed(body, Backdrop.OLD_SECRET, 0);
        String forged = signed(body, "whsec_other", 0);
        String header = switch (signing) {
            case VALID, BODY_WITH_A_SPACE_MORE, BODY_IN_ANOTHER_CHARSET -> valid;
            case OLD_SECRET -> old;
            case BOTH_SECRETS -> valid + old.substring(old.indexOf(','));
            case NEW_SECRET_LAST -> forged + valid.substring(valid.indexOf(','));
            case ALMOST_TOO_OLD -> signed(body, -290);
            case TOO_OLD -> signed(body, -301);
            case OF_TOMORROW -> signed(body, 86_400);
            case OTHER_SECRET -> forged;
            case OTHER_SCHEME -> valid.replace("v1=", "v0=");
        };
        byte[] sent = (signing == Signing.BODY_WITH_A_SPACE_MORE ? body + " " : body)
                .getBytes(signing == Signing.BODY_IN_ANOTHER_CHARSET ? UTF_16 : UTF_8);

        given().header("Stripe-Signature", header)
                .body(sent)
                .post("/billing/stripe/events")
                .then()
                .statusCode(signing.status);
        assertEquals(signing.status == 200 ? 1 : 0, kept());
    }

    @Test
    @Case(23)
    void a_genuine_request_that_is_played_again_changes_nothing_and_later_is_refused() {
        String body = body("customer.created");
        for (int expected : new int[] {200, 200}) {
            assertEquals(expected, status(body, -200));
        }
        assertEquals(1, kept());
        assertEquals(400, status(body, -360));
        assertEquals(1, kept());
    }

    @Test
    void an_unsigned_body_is_refused() {
        given().body(body("customer.created"))
                .post("/billing/stripe/events")
                .then()
                .statusCode(400);
        given().post("/billing/stripe/events").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(longs = {-400, 400, 86_400})
    void an_old_or_future_signature_is_refused(long seconds) {
        assertEquals(400, status(body("customer.created"), seconds));
        assertEquals(0, kept());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "7",
                "{\"id\":\"evt_1\"}",
                "{\"id\":{}}",
                "not json",
                "{\"id\":\"x\",\"type\":\"y\"}"
            })
    void a_signed_body_that_is_no_event_is_refused(String body) {
        assertEquals(400, status(body, 0));
    }

    @Test
    void a_body_over_256_kib_is_refused() {
        String large = body("customer.created")
                .replace("\"livemode\"", "\"pad\":\"" + "x".repeat(256 * 1024) + "\",\"livemode\"");
        assertEquals(413, status(large, 0));
    }

    @Test
    @Case(24)
    void an_event_of_live_mode_is_kept_and_parked() {
        assertEquals(200, status(body("customer.created").replace("\"livemode\":false", "\"livemode\":true"), 0));
        assertParked("of live mode, and this is a test");
    }

    @Test
    void an_event_of_an_unknown_type_is_kept_and_parked() {
        assertEquals(200, status(body("a.type.of.tomorrow"), 0));
        assertParked("of a type that this release does not know");
    }

    private void assertParked(String note) {
        Eventually.holds(() -> {
            StripeEvent event = found();
            assertEquals(StripeEvent.State.PARKED, event.state);
            assertEquals(note, event.note);
        });
    }

    private StripeEvent found() {
        return QuarkusTransaction.requiringNew().call(() -> events.findById(id));
    }

    private long kept() {
        return QuarkusTransaction.requiringNew().call(() -> events.count("id", id));
    }

    private String body(String type) {
        return """
                {"id":"%s","object":"event","type":"%s","created":1795510800,"livemode":false,"api_version":"2026-07-29.dahlia",
                 "data":{"object":{"id":"cus_1","object":"customer","name":"ಆನಂದ"}}}""".formatted(id, type);
    }

    private static int status(String body, long secondsFromNow) {
        return given().header("Stripe-Signature", signed(body, secondsFromNow))
                .contentType("application/json; charset=utf-8")
                .body(body.getBytes(UTF_8))
                .post("/billing/stripe/events")
                .then()
                .statusCode(lessThan(500))
                .extract()
                .statusCode();
    }

    private static String signed(String body, long secondsFromNow) {
        return signed(body, Backdrop.SECRET, secondsFromNow);
    }

    private static String signed(String body, String secret, long secondsFromNow) {
        try {
            return Webhook.Signature.generateSignatureHeader(
                    body, secret, Instant.now().getEpochSecond() + secondsFromNow);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> T value(java.util.concurrent.Future<T> future) {
        try {
            return future.get();
        } catch (Exception problem) {
            throw new AssertionError(problem);
        }
    }
}
