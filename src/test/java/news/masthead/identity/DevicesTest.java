package news.masthead.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Given.Person;
import news.masthead.given.Size;
import news.masthead.given.Together;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SiteTest
class DevicesTest {

    private static final String PHONE =
            "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36";
    private static final int MOST = 6;

    @Inject
    Given people;

    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    Devices devices;

    @Test
    void lists_each_device_in_plain_words_and_no_token() {
        Person reader = people.aReader();
        String phone = another(reader, PHONE);

        page(reader.session())
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .body(
                        containsString("Chrome on Android"),
                        containsString("This device."),
                        not(containsString(phone)),
                        not(containsString(reader.session())));
    }

    @Test
    void one_is_ended_and_the_others_stay() {
        Person reader = people.aReader();
        String phone = another(reader, PHONE);

        post(reader.session(), "/account/devices/" + idOf(reader, PHONE) + "/end")
                .statusCode(303)
                .header("Location", endsWith("/account/devices?now=ended"));

        assertTrue(sessions.reader(phone).isEmpty());
        assertTrue(sessions.reader(reader.session()).isPresent());
    }

    @Test
    void ending_this_one_logs_out_and_empties_the_cache() {
        Person reader = people.aReader();
        post(reader.session(), "/account/devices/" + idOf(reader, "test") + "/end")
                .statusCode(303)
                .header("Clear-Site-Data", "\"cache\"")
                .header("Set-Cookie", containsString("session=;"));
        assertTrue(sessions.reader(reader.session()).isEmpty());
    }

    @Test
    void all_others_are_ended_and_this_one_stays() {
        Person reader = people.aReader();
        List<String> others =
                Stream.generate(() -> another(reader, PHONE)).limit(3).toList();

        post(reader.session(), "/account/devices/others/end").statusCode(303);

        others.forEach(other -> assertTrue(sessions.reader(other).isEmpty()));
        assertTrue(sessions.reader(reader.session()).isPresent());
    }

    @Test
    void all_are_ended_from_any() {
        Person reader = people.aReader();
        String phone = another(reader, PHONE);

        post(phone, "/account/devices/end").statusCode(303).header("Clear-Site-Data", "\"cache\"");

        assertEquals(0, devices.count(reader.account()));
        assertTrue(sessions.reader(reader.session()).isEmpty());
        assertTrue(sessions.reader(phone).isEmpty());
    }

    @Test
    void another_readers_session_is_not_there() {
        Person victim = people.aReader();
        Person thief = people.aReader();
        post(thief.session(), "/account/devices/" + idOf(victim, "test") + "/end")
                .statusCode(404);
        post(thief.session(), "/account/devices/others/end").statusCode(303);
        post(thief.session(), "/account/devices/end").statusCode(303);
        assertTrue(sessions.reader(victim.session()).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1", "00000000-0000-4000-8000-000000000000", "%00", "..%2F..%2Flogout"})
    void what_is_no_session_is_not_there(String garbage) {
        Person reader = people.aReader();
        given().urlEncodingEnabled(false)
                .cookie("session", reader.session())
                .post("/account/devices/" + garbage + "/end")
                .then()
                .statusCode(404);
        assertTrue(sessions.reader(reader.session()).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/account/devices/end", "/account/devices/others/end"})
    void another_site_ends_nothing(String path) {
        Person reader = people.aReader();
        given().cookie("session", reader.session())
                .header("Sec-Fetch-Site", "cross-site")
                .post(path)
                .then()
                .statusCode(403);
        assertEquals(1, devices.count(reader.account()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/account/devices/end", "/account/devices/others/end", "/account/devices/x/end"})
    void whose_session_is_over_is_taken_to_log_in(String path) {
        given().post(path).then().statusCode(403).header("Refresh", "0; url=/login?to=%2Faccount%2Fdevices");
    }

    @Test
    void one_too_many_ends_the_oldest() {
        Person reader = people.aReader();
        List<String> later =
                Stream.generate(() -> another(reader, PHONE)).limit(MOST).toList();
        assertTrue(sessions.reader(reader.session()).isEmpty());
        later.forEach(session -> assertTrue(sessions.reader(session).isPresent()));
    }

    @Test
    void parallel_log_ins_leave_exactly_as_many_as_may_be() throws Exception {
        for (int round = 0; round < Size.of(5, 50); round++) {
            Person reader = people.aReader();
            ConcurrentLinkedQueue<String> opened = new ConcurrentLinkedQueue<>();
            Together.of(16, () -> opened.add(another(reader, PHONE)));
            assertEquals(MOST, devices.count(reader.account()));
            assertEquals(
                    MOST,
                    opened.stream()
                            .filter(one -> sessions.reader(one).isPresent())
                            .count());
        }
    }

    @Test
    void ending_all_from_many_devices_at_once_is_no_error() throws Exception {
        Person reader = people.aReader();
        List<String> all = Stream.concat(
                        Stream.of(reader.session()),
                        Stream.generate(() -> another(reader, PHONE)).limit(5))
                .toList();
        Together.of(all.stream()
                .map(session -> (Callable<?>) () -> {
                    int status = given().cookie("session", session)
                            .redirects()
                            .follow(false)
                            .post("/account/devices/end")
                            .statusCode();
                    assertTrue(status == 303 || status == 403, "answered " + status);
                    return status;
                })
                .toList());
        assertEquals(0, devices.count(reader.account()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1 | Safari | iPhone",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0 | Edge | Windows",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:132.0) Gecko/20100101 Firefox/132.0 | Firefox | Mac",
                "Mozilla/5.0 (Linux; Android 14; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36 | Samsung Internet | Android",
                "curl/8.5.0 | | ",
            })
    void a_device_is_called_what_people_call_it(String userAgent, String browser, String system) {
        assertEquals(new Device(Optional.ofNullable(browser), Optional.ofNullable(system)), Device.of(userAgent));
    }

    @Test
    void who_is_logged_in_on_one_device_is_offered_no_end_of_others() {
        page(people.aReader().session()).statusCode(200).body(not(containsString("Log out everywhere else")));
    }

    private String another(Person reader, String device) {
        Account account = accounts.find(reader.account()).orElseThrow();
        Sessions.Tokens none = new Sessions.Tokens("", Optional.empty());
        return sessions.open(account, Set.of(Role.READER), none, device).orElseThrow();
    }

    private UUID idOf(Person reader, String device) {
        return devices.of(reader.account()).stream()
                .filter(session -> session.device.equals(device))
                .findFirst()
                .orElseThrow()
                .id;
    }

    private static ValidatableResponse page(String session) {
        return given().cookie("session", session).get("/account/devices").then();
    }

    private static ValidatableResponse post(String session, String path) {
        return given().cookie("session", session)
                .redirects()
                .follow(false)
                .post(path)
                .then();
    }
}
