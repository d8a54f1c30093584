package news.masthead.wire;

import static io.restassured.RestAssured.given;
import static news.masthead.given.GivenItem.anItem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import news.masthead.SiteTest;
import news.masthead.given.DatabaseOutage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@SiteTest
class SignedPushTest {

    private static final String SECRET = "local-cpa-signs";

    @Inject
    WireFile.Repository files;

    @ParameterizedTest
    @ValueSource(strings = {SECRET, "local-cpa-signed"})
    void a_file_signed_with_either_secret_is_taken(String secret) {
        byte[] body = bytes();

        push("cpa", body, signature(body, secret, 0)).statusCode(202).body("items[0].outcome", equalTo("accepted"));
    }

    @Test
    void the_same_signed_body_twice_gets_the_same_answer() {
        byte[] body = bytes();
        String signature = signature(body, SECRET, 0);

        String first = push("cpa", body, signature).statusCode(202).extract().asString();

        assertEquals(
                first, push("cpa", body, signature).statusCode(202).extract().asString());
        assertEquals(
                first,
                push("cpa", body, signature(body, SECRET, -1))
                        .statusCode(202)
                        .extract()
                        .asString());
    }

    static Stream<String> what_is_no_signature_of_this_body() {
        byte[] body = "something else".getBytes(StandardCharsets.UTF_8);
        return Stream.of("", "t=1,v1=", "v1=abc", "t=x", ",,,", signature(body, SECRET, 0), "v".repeat(4000));
    }

    @ParameterizedTest
    @MethodSource
    void what_is_no_signature_of_this_body(String header) {
        byte[] body = bytes();

        push("cpa", body, header).statusCode(401);

        assertTrue(isNotKept("cpa", body));
    }

    @Test
    void a_signature_of_another_hour_or_secret_is_refused() {
        byte[] body = bytes();

        push("cpa", body, signature(body, SECRET, -301)).statusCode(401).body("reason", containsString("too old"));
        push("cpa", body, signature(body, SECRET, 400)).statusCode(401);
        push("cpa", body, signature(body, "local-cpa", 0)).statusCode(401);

        assertTrue(isNotKept("cpa", body));
    }

    @Test
    void an_agency_without_a_secret_cannot_sign() {
        byte[] body = bytes();

        push("meridian", body, signature(body, "", 0)).statusCode(401);

        assertTrue(isNotKept("meridian", body));
    }

    @Test
    void a_wrong_signature_is_not_mended_by_a_right_token() {
        byte[] body = bytes();

        given().header("Authorization", "Bearer local-cpa")
                .header("X-Masthead-Signature", signature(body, "stolen", 0))
                .body(body)
                .post("/wire/cpa")
                .then()
                .statusCode(401);

        assertTrue(isNotKept("cpa", body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/", "/", "text/plain; charset", "text/plain; charset=no-such", "ü", ";;;"})
    void a_content_type_that_says_nothing_is_no_error_of_ours(String type) {
        byte[] body = bytes();

        int status = signed("cpa", body)
                .header("Content-Type", type)
                .post("/wire/cpa")
                .statusCode();

        assertTrue(status == 202 || status == 400 || status == 415, type + " gets " + status);
    }

    @Test
    void without_a_database_nothing_is_acknowledged_and_the_next_try_is_taken_once() throws Exception {
        byte[] body = bytes();

        try (DatabaseOutage outage = DatabaseOutage.begin()) {
            signed("cpa", body).post("/wire/cpa").then().statusCode(503).header("Retry-After", "10");
        }
        String first = untilTaken(body);

        assertEquals(first, signed("cpa", body).post("/wire/cpa").asString());
        assertEquals(2, files.file(new WireFile.Id("cpa", Sha256.of(body))).orElseThrow().arrivals);
    }

    /** As an agency does: after a 503 again, for connections that died with the database are noticed only when they are used. */
    private static String untilTaken(byte[] body) {
        for (int attempt = 0; attempt < 50; attempt++) {
            var answer = signed("cpa", body).post("/wire/cpa");
            if (answer.statusCode() == 202) {
                return answer.asString();
            }
            assertEquals(503, answer.statusCode());
        }
        throw new AssertionError("The file was never taken");
    }

    private boolean isNotKept(String source, byte[] bytes) {
        return files.file(new WireFile.Id(source, Sha256.of(bytes))).isEmpty();
    }

    private static byte[] bytes() {
        return anItem().file().getBytes(StandardCharsets.UTF_8);
    }

    private static ValidatableResponse push(String source, byte[] body, String signature) {
        return given().header("X-Masthead-Signature", signature)
                .contentType("application/octet-stream")
                .body(body)
                .post("/wire/" + source)
                .then();
    }

    private static RequestSpecification signed(String source, byte[] body) {
        return given().header("X-Masthead-Signature", signature(body, SECRET, 0))
                .body(body);
    }

    private static String signature(byte[] body, String secret, long secondsFromNow) {
        long at = Clock.systemUTC().instant().getEpochSecond() + secondsFromNow;
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    (secret.isEmpty() ? " " : secret).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((at + ".").getBytes(StandardCharsets.UTF_8));
            return "t=" + at + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
