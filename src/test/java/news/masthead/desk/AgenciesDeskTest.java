package news.masthead.desk;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.identity.Role;
import news.masthead.wire.Agencies;
import news.masthead.wire.Agency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every test adds an agency of its own. */
@SiteTest
class AgenciesDeskTest {

    @Inject
    Given people;

    @Inject
    Agencies agencies;

    private final String id = "t" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void the_list_shows_the_configured_ones_with_what_is_shipped_of_them() {
        editor().get("/desk/agencies")
                .then()
                .statusCode(200)
                .body(containsString("Indus News Service"), containsString("/desk/agencies/meridian"));
        Agency meridian = agencies.find("meridian").orElseThrow();
        assertEquals("markets", meridian.routing().sections().get("medtop:20000379"));
        Agency ians = agencies.find("ians").orElseThrow();
        assertEquals("Indo-Asian News Service", ians.name());
        assertEquals(Optional.of("economy"), ians.routing().section());
        assertTrue(agencies.find("pti").isEmpty(), "shipped, but the paper has no contract");
    }

    @Test
    void an_editor_may_look_and_not_save() {
        editor().get("/desk/agencies/ins")
                .then()
                .statusCode(200)
                .body(containsString("Only a chief editor"), not(containsString("Save the profile")));
        post(editor(), "/desk/agencies/ins", Map.of("name", "Mine")).statusCode(403);
        post(editor(), "/desk/agencies/new", complete()).statusCode(403);
        editor().get("/desk/agencies/new").then().statusCode(403);
        given().redirects()
                .follow(false)
                .get("/desk/agencies")
                .then()
                .statusCode(302)
                .header("Location", startsWith("/login"));
        given().cookie("session", people.someone(Role.READER).session())
                .get("/desk/agencies/ins")
                .then()
                .statusCode(403);
    }

    @Test
    void a_chief_adds_one_and_changes_it_and_the_history_says_so() {
        add(complete()).statusCode(303).header("Location", endsWith("/desk/agencies/" + id + "?done=saved"));

        Agency added = agencies.find(id).orElseThrow();
        assertEquals(ZoneId.of("Asia/Tokyo"), added.habits().zone());
        assertEquals(Optional.of(Duration.ofMinutes(90)), added.usualSilence());
        assertEquals(
                Map.of("harbour", "markets", "medtop:1", "economy"),
                added.routing().sections());
        assertTrue(added.senders().contains("@harbour.example"));
        assertTrue(added.rights().covers("IN") && !added.rights().covers("TR"));

        save(with("version", "1", "archiveDays", "30")).statusCode(303);

        assertEquals(Optional.of(30), agencies.find(id).orElseThrow().rights().archiveDays());
        chief().get("/desk/agencies/" + id)
                .then()
                .body(
                        containsString("rights.archiveDays"),
                        containsString("<ins>30</ins>"),
                        containsString("Asha Rao"),
                        containsString("name=\"version\" value=\"2\""));
    }

    @Test
    void who_saves_what_somebody_else_changed_meanwhile_is_told_and_keeps_what_was_typed() {
        add(complete());
        save(with("version", "1", "name", "Theirs")).statusCode(303);

        save(with("version", "1", "name", "Mine"))
                .statusCode(409)
                .body(containsString("Somebody changed this profile"), containsString("value=\"Mine\""));

        assertEquals("Theirs", agencies.find(id).orElseThrow().name());
        add(complete()).statusCode(422).body(containsString("an agency with this id already"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name| |An agency needs a name.",
                "creditLine| |An agency needs a credit line",
                "zone|Mars/Olympus|A time zone as",
                "zone| |A time zone as",
                "charset|klingon-8|no character set",
                "language|x_y|A language tag as",
                "signOffs|(unclosed|is no regular expression",
                "signOffs|(.*a){25}b|could take too long",
                "sections|harbour: markets|is no route",
                "sections|harbour = nowhere|is no route",
                "section|nowhere|Choose sections of the paper.",
                "autoSection|nowhere|Choose sections of the paper.",
                "archiveDays|-1|A whole number of days",
                "archiveDays|many|A whole number of days",
                "until|tomorrow|A day as",
                "territory|IN XX|no two-letter country code",
                "senders|harbour|neither a mail address",
                "silence|0|A whole number of minutes",
                "leastUrgency|10|from 1 to 9",
                "freeParagraphs|0|from 1 to 20",
                "access|secret|Choose one of these.",
                "kind|gossip|Choose one of these."
            })
    void a_bad_field_is_named_what_was_typed_stays_and_nothing_is_saved(String field, String value, String sentence) {
        String typed = Optional.ofNullable(value).orElse("");
        add(with(field, typed, "disclaimer", "Typed words"))
                .statusCode(422)
                .body(
                        containsString(sentence),
                        containsString("Typed words"),
                        containsString("Nothing was saved"),
                        containsString("id=\"" + field + "-error\""));
        assertTrue(agencies.find(id).isEmpty());
    }

    @Test
    void what_the_form_does_not_have_is_not_looked_at() {
        add(with("token", "secret", "habits.zone", "UTC")).statusCode(303);
        assertEquals(
                ZoneId.of("Asia/Tokyo"),
                agencies.find(id).orElseThrow().habits().zone());
        given().header("Authorization", "Bearer secret")
                .body("x")
                .post("/wire/" + id)
                .then()
                .statusCode(401);
    }

    private ValidatableResponse add(Map<String, String> fields) {
        Map<String, String> named = new HashMap<>(fields);
        named.put("id", id);
        return post(chief(), "/desk/agencies/new", named);
    }

    private ValidatableResponse save(Map<String, String> fields) {
        return post(chief(), "/desk/agencies/" + id, fields);
    }

    private static ValidatableResponse post(RequestSpecification who, String address, Map<String, String> fields) {
        return who.redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParams(fields)
                .post(address)
                .then();
    }

    private static Map<String, String> with(String... fields) {
        Map<String, String> typed = complete();
        for (int i = 0; i < fields.length; i += 2) {
            typed.put(fields[i], fields[i + 1]);
        }
        return typed;
    }

    private static Map<String, String> complete() {
        Map<String, String> typed = new HashMap<>(Map.of(
                "version", "0",
                "name", "Harbour Desk",
                "kind", "NEWS",
                "creditLine", "Harbour Desk",
                "zone", "Asia/Tokyo",
                "language", "en",
                "signOffs", "==\\s*HD\n--HD",
                "section", "markets",
                "leastUrgency", "9",
                "access", "metered"));
        typed.putAll(Map.of(
                "sections", "Harbour = markets\nmedtop:1 = economy",
                "freeParagraphs", "2",
                "web", "true",
                "index", "true",
                "territory", "in, NP",
                "senders", "@HARBOUR.example\ndesk@harbour.example",
                "silence", "90"));
        return typed;
    }

    private RequestSpecification editor() {
        return given().cookie("session", people.anEditor().session());
    }

    private RequestSpecification chief() {
        return given().cookie("session", people.someone(Role.READER, Role.CHIEF).session());
    }
}
