package news.masthead.wire;

import static io.restassured.RestAssured.given;
import static news.masthead.given.GivenItem.anItem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import news.masthead.SiteTest;
import news.masthead.given.GivenItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SiteTest
class WirePushTest {

    @Inject
    WireItems items;

    @Inject
    WireFile.Repository files;

    @Test
    void a_readable_file_is_taken_with_a_line_for_each_item() {
        GivenItem item = anItem();

        push("meridian", item.file())
                .statusCode(202)
                .body("items", hasSize(1))
                .body("items[0].guid", equalTo(item.guid()))
                .body("items[0].version", equalTo("1"))
                .body("items[0].outcome", equalTo("accepted"));
    }

    @Test
    void the_same_body_twice_gets_the_same_answer_and_doubles_nothing() {
        String xml = anItem().file();

        String first = push("meridian", xml).statusCode(202).extract().asString();
        String second = push("meridian", xml).statusCode(202).extract().asString();

        assertEquals(first, second);
    }

    @Test
    void the_same_item_in_another_wrapping_is_a_duplicate() {
        GivenItem item = anItem();
        push("meridian", item.file()).statusCode(202);

        push("meridian", item.file() + "\n\n").statusCode(202).body("items[0].outcome", equalTo("duplicate"));

        assertEquals(1, items.versionsOf("meridian", item.guid()).size());
    }

    @Test
    void an_unknown_agency_is_not_found_whatever_the_token() {
        push("nobody", anItem().file()).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Bearer ", "Bearer local-ins", "Bearer local-meridian2", "Basic bG9jYWw6", "local-meridian"})
    void a_wrong_token_is_refused_and_nothing_is_kept(String authorization) {
        byte[] bytes = anItem().file().getBytes(StandardCharsets.UTF_8);

        given().header("Authorization", authorization)
                .body(bytes)
                .post("/wire/meridian")
                .then()
                .statusCode(401);

        assertTrue(isNotKept("meridian", bytes));
    }

    @Test
    void a_missing_token_is_refused() {
        given().body("x").post("/wire/meridian").then().statusCode(401);
    }

    @Test
    void more_than_five_megabytes_are_refused_before_they_are_sent() throws Exception {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write(
                            ("POST /wire/meridian HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer local-meridian\r\nContent-Length: "
                                            + 5 * 1024 * 1024 + 1 + "\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            String status = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();

            assertTrue(status.contains(" 413 "), status);
        }
    }

    @Test
    void a_byte_more_than_five_megabytes_is_refused_and_nothing_is_kept() {
        byte[] bytes = "x".repeat(Delivery.LARGEST + 1).getBytes(StandardCharsets.UTF_8);

        authorized("meridian").body(bytes).post("/wire/meridian").then().statusCode(413);

        assertTrue(isNotKept("meridian", bytes));
    }

    @Test
    void more_than_five_megabytes_in_chunks_are_refused_too() throws Exception {
        byte[] bytes = "y".repeat(3 * Delivery.LARGEST).getBytes(StandardCharsets.UTF_8);

        int status = pushInChunks(bytes);

        assertEquals(413, status);
        assertTrue(isNotKept("meridian", bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hostile/xxe.xml", "hostile/entity-bomb.xml"})
    void hostile_xml_is_kept_and_lies_in_quarantine_with_a_reason(String file) throws IOException {
        byte[] bytes = fixture(file);

        authorized("meridian")
                .body(bytes)
                .post("/wire/meridian")
                .then()
                .statusCode(422)
                .body("items[0].outcome", equalTo("quarantined"))
                .body("items[0].reason", containsString("entity"));

        assertArrayEquals(bytes, kept("meridian", bytes).bytes);
        assertEquals(
                WireItem.Standing.QUARANTINED,
                items.versionsOf("meridian", "file:" + Sha256.of(bytes)).getFirst().standing);
    }

    @Test
    void xml_of_any_depth_leaves_the_process_unharmed() {
        push("meridian", "<newsItem>" + "<a>".repeat(200_000))
                .statusCode(422)
                .body("items[0].reason", containsString("deep"));
        push("meridian", anItem().file()).statusCode(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "<newsItem", "not a story", "<rss/>", "\0\1\2"})
    void garbage_is_kept_and_lies_in_quarantine(String garbage) {
        push("meridian", garbage).statusCode(422).body("items[0].outcome", equalTo("quarantined"));
        push("meridian", garbage).statusCode(422).body("items[0].outcome", equalTo("quarantined"));
    }

    @Test
    void twenty_at_once_make_one_item() throws Exception {
        GivenItem item = anItem();
        List<Callable<Response>> pushes = Stream.<Callable<Response>>generate(() -> () -> authorized("meridian")
                        .body(item.file().getBytes(StandardCharsets.UTF_8))
                        .post("/wire/meridian"))
                .limit(20)
                .toList();

        List<String> answers;
        try (ExecutorService pushers = Executors.newFixedThreadPool(20)) {
            answers =
                    pushers.invokeAll(pushes).stream().map(WirePushTest::answer).toList();
        }

        assertEquals(1, items.versionsOf("meridian", item.guid()).size());
        assertEquals(1, answers.stream().distinct().count(), answers.toString());
    }

    private static String answer(Future<Response> push) {
        try {
            return push.get().then().statusCode(202).extract().asString();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private boolean isNotKept(String source, byte[] bytes) {
        return files.file(new WireFile.Id(source, Sha256.of(bytes))).isEmpty();
    }

    private WireFile kept(String source, byte[] bytes) {
        return files.file(new WireFile.Id(source, Sha256.of(bytes))).orElseThrow();
    }

    private static int pushInChunks(byte[] bytes) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/wire/meridian"))
                .header("Authorization", "Bearer local-meridian")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private static byte[] fixture(String name) throws IOException {
        try (InputStream in = WirePushTest.class.getResourceAsStream("/wire/" + name)) {
            return in.readAllBytes();
        }
    }

    private static ValidatableResponse push(String source, String body) {
        return authorized(source)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/wire/" + source)
                .then();
    }

    private static RequestSpecification authorized(String source) {
        return given().header("Authorization", "Bearer local-" + source).contentType("application/octet-stream");
    }
}
