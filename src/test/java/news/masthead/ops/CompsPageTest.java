package news.masthead.ops;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Given.Person;
import news.masthead.given.Given.Printed;
import news.masthead.identity.Account;
import news.masthead.identity.Accounts;
import news.masthead.story.AccessClass;
import news.masthead.subscription.Comp;
import news.masthead.subscription.Comps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Complimentary access, as those who give it and those who get it meet it. */
@SiteTest
class CompsPageTest {

    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

    @Inject
    Given people;

    @Inject
    Accounts accounts;

    @Inject
    Comps comps;

    @Inject
    Clock clock;

    private Person staff;
    private Person reader;
    private LocalDate day;

    @BeforeEach
    void somebody_of_the_house_and_a_reader() {
        staff = people.someone("reader", "billing");
        reader = people.aReader();
        day = LocalDate.ofInstant(clock.instant(), KOLKATA).plusDays(30);
    }

    @ParameterizedTest
    @CsvSource({"billing, 200", "admin, 200", "editor, 403", "chief, 403"})
    void is_for_those_who_look_after_money_or_the_site(String role, int status) {
        as(people.someone("reader", role)).get("/ops/comps").then().statusCode(status);
        give(people.someone("reader", role), email(reader), day.toString(), "Jury")
                .then()
                .statusCode(status == 200 ? 303 : 403);
        assertEquals(status == 200, comps.runningOf(reader.account()).isPresent());
    }

    @Test
    void is_not_for_readers_nor_for_who_has_not_logged_in() {
        for (Person person : new Person[] {reader, people.aSubscriber()}) {
            as(person).get("/ops/comps").then().statusCode(403);
            give(person, email(reader), day.toString(), "Jury").then().statusCode(403);
        }
        given().redirects()
                .follow(false)
                .get("/ops/comps")
                .then()
                .statusCode(302)
                .header("Location", containsString("/login"));
        assertTrue(comps.runningOf(reader.account()).isEmpty());
    }

    @Test
    void whose_page_leads_here_need_not_be_typed_again() {
        String link = "/ops/comps?for=" + reader.account();
        as(staff).get("/ops/billing/" + reader.account()).then().body(containsString(link));
        as(staff).get(link).then().statusCode(200).body(containsString("value=\"" + email(reader) + "\""));
        as(staff).get("/ops/comps?for=0").then().statusCode(200).body(containsString("name=\"email\""));
    }

    @Test
    void takes_effect_on_the_readers_next_page_and_ends_on_the_next_after_it_is_taken_back() {
        Printed story = people.aStory(AccessClass.PREMIUM);
        as(reader).get(story.path()).then().body(not(containsString(Given.GATED)));
        Response given = give(staff, email(reader), day.toString(), "Jury of the book prize");
        given.then().statusCode(303).header("Location", containsString("/ops/comps?now="));
        as(reader).get(story.path()).then().body(containsString(Given.GATED));
        Comp comp = comps.runningOf(reader.account()).orElseThrow();
        end(staff, comp.id).then().statusCode(303);
        as(reader).get(story.path()).then().body(not(containsString(Given.GATED)));
    }

    @Test
    void ends_with_the_last_day_in_the_publishers_zone() {
        give(staff, email(reader), day.toString(), "Jury");
        Instant end = day.plusDays(1).atStartOfDay(KOLKATA).toInstant();
        assertEquals(end, comps.runningOf(reader.account()).orElseThrow().endsAt);
    }

    @Test
    void given_for_today_runs_until_midnight() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), KOLKATA);
        give(staff, email(reader), today.toString(), "Jury").then().statusCode(303);
        assertTrue(comps.runningOf(reader.account()).isPresent());
    }

    @Test
    void is_found_however_the_address_was_typed() {
        give(staff, "  " + email(reader).toUpperCase(java.util.Locale.ROOT) + " ", day.toString(), "Jury")
                .then()
                .statusCode(303);
        assertTrue(comps.runningOf(reader.account()).isPresent());
    }

    @Test
    void says_plainly_that_an_address_has_no_account_yet_and_keeps_what_was_typed() {
        String nobody = UUID.randomUUID() + "@reader.example";
        give(staff, nobody, day.toString(), "Jury & friends")
                .then()
                .statusCode(422)
                .body(
                        containsString("Nobody has an account with this address yet."),
                        containsString("value=\"" + nobody + "\""),
                        containsString("value=\"" + day + "\""),
                        containsString("Jury &amp; friends"));
    }

    @Test
    void does_not_take_an_address_that_its_reader_has_not_confirmed() {
        String email = UUID.randomUUID() + "@reader.example";
        Account account = accounts.admit(UUID.randomUUID().toString(), "Not Asha", email, false);
        give(staff, email, day.toString(), "Jury")
                .then()
                .statusCode(422)
                .body(containsString("The reader has not confirmed this address yet"));
        assertTrue(comps.runningOf(account.id).isEmpty());
    }

    @Test
    void asks_which_one_is_meant_where_several_accounts_have_had_an_address() {
        String email = UUID.randomUUID() + "@reader.example";
        long one = accounts.admit(UUID.randomUUID().toString(), "Asha", email, true).id;
        long other = accounts.admit(UUID.randomUUID().toString(), "Asha", email, true).id;
        give(staff, email, day.toString(), "Jury").then().statusCode(422).body(containsString(one + ", " + other));
        give(staff, Long.toString(other), day.toString(), "Jury").then().statusCode(303);
        assertTrue(comps.runningOf(one).isEmpty());
        assertTrue(comps.runningOf(other).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "31/12/2027", "2027-02-30", "99999-01-01"})
    void wants_a_day_that_there_is(String until) {
        give(staff, email(reader), until, "Jury").then().statusCode(422).body(containsString("Give the last day"));
        assertTrue(comps.runningOf(reader.account()).isEmpty());
    }

    @Test
    void wants_a_day_that_is_not_over_and_a_reason() {
        LocalDate yesterday = LocalDate.ofInstant(clock.instant(), KOLKATA).minusDays(1);
        give(staff, email(reader), yesterday.toString(), " ")
                .then()
                .statusCode(422)
                .body(containsString("This day is over."), containsString("Say why, in up to 300 letters."));
        give(staff, email(reader), day.toString(), "x".repeat(301)).then().statusCode(422);
        assertTrue(comps.runningOf(reader.account()).isEmpty());
    }

    @Test
    void given_twice_says_until_when_it_runs_and_changes_nothing() {
        give(staff, email(reader), day.toString(), "Jury");
        Comp first = comps.runningOf(reader.account()).orElseThrow();
        give(staff, email(reader), day.plusYears(1).toString(), "Again")
                .then()
                .statusCode(422)
                .body(containsString("has complimentary access already, until the end of"));
        assertEquals(first.endsAt, comps.runningOf(reader.account()).orElseThrow().endsAt);
    }

    @Test
    void shows_who_has_it_who_gave_it_and_why_and_keeps_that_when_it_is_over() {
        String reason = "Jury " + UUID.randomUUID();
        give(staff, email(reader), day.toString(), reason);
        Comp comp = comps.runningOf(reader.account()).orElseThrow();
        as(staff)
                .get("/ops/comps?now=" + comp.id)
                .then()
                .header("Cache-Control", "private, no-store")
                .body(
                        containsString(email(reader)),
                        containsString(reason),
                        containsString("Given by Asha Rao"),
                        containsString("Asha Rao reads everything until the end of"));
        end(staff, comp.id);
        as(staff).get("/ops/comps").then().body(containsString(reason), containsString("Ended by Asha Rao on"));
    }

    @Test
    void ends_none_that_is_not_there_and_none_for_another_site() {
        end(staff, Long.MAX_VALUE / 10).then().statusCode(404);
        give(staff, email(reader), day.toString(), "Jury");
        long id = comps.runningOf(reader.account()).orElseThrow().id;
        as(staff)
                .header("Sec-Fetch-Site", "cross-site")
                .post("/ops/comps/" + id + "/end")
                .then()
                .statusCode(403);
        end(reader, id).then().statusCode(403);
        assertTrue(comps.runningOf(reader.account()).isPresent());
    }

    @Test
    void stands_on_the_readers_own_account_and_on_nobody_elses() {
        give(staff, email(reader), day.toString(), "Jury");
        String words = "You read everything until the end of";
        as(reader)
                .get("/account")
                .then()
                .body(containsString(words), not(containsString("read this month")), not(containsString("Jury")));
        as(people.aReader()).get("/account").then().body(not(containsString(words)));
    }

    @Test
    void leaves_the_reader_free_to_buy_a_plan_beside_it_and_says_what_that_means() {
        give(staff, email(reader), day.toString(), "Jury");
        as(reader)
                .get("/account/plan")
                .then()
                .body(
                        containsString("You have complimentary access until the end of"),
                        containsString("You have no subscription."),
                        containsString("See the plans"));
        as(reader)
                .get("/subscribe")
                .then()
                .body(
                        containsString("A plan that you buy starts, and is charged, today."),
                        containsString("Subscribe<span class=\"unseen\"> Smart Essential</span>"));
    }

    private String email(Person person) {
        return accounts.find(person.account()).orElseThrow().email;
    }

    private static Response give(Person by, String email, String until, String reason) {
        return as(by).contentType(ContentType.URLENC)
                .formParam("email", email)
                .formParam("until", until)
                .formParam("reason", reason)
                .post("/ops/comps");
    }

    private static Response end(Person by, long id) {
        return as(by).post("/ops/comps/" + id + "/end");
    }

    private static RequestSpecification as(Person person) {
        return given().redirects().follow(false).cookie("session", person.session());
    }
}
