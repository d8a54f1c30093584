package news.masthead.ops;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agroal.api.AgroalDataSource;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Given.Person;
import news.masthead.given.Given.Printed;
import news.masthead.identity.Role;
import news.masthead.story.AccessClass;
import news.masthead.web.Links;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "Why could X (not) read Y at T": asked and answered on a page, from what was kept. */
@SiteTest
class DecisionsTest {

    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
    private static final String SAME = "the same decision.";

    @Inject
    Given people;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Clock clock;

    @Test
    void says_what_a_registered_reader_was_told_and_why_and_decides_the_same_again() {
        Person reader = people.aReader();
        Printed story = people.aStory(AccessClass.METERED);
        opens(reader, story);
        opens(reader, story);

        answer(Long.toString(reader.account()), story)
                .statusCode(200)
                .body(containsString("The reader spent one of the free stories on it."))
                .body(containsString("4 of 5 free articles left this month."))
                .body(containsString("0 before, 1 after"))
                .body(containsString("The reader had spent a free story on it before."))
                .body(containsString("1 before, 1 after, this story among them"))
                .body(containsString("registered, e-mail address confirmed"))
                .body(containsString(SAME))
                .body(not(containsString("NOT THE SAME")));
    }

    @Test
    void finds_a_reader_by_e_mail_address_in_any_case() throws Exception {
        Person reader = people.aReader();
        Printed story = people.aStory(AccessClass.PREMIUM);
        opens(reader, story);
        String address = one("select upper(email) from account where id = ?", reader.account());

        answer(address, story)
                .body(containsString("It was for subscribers, and the reader was none."))
                .body(containsString("This story is for subscribers."))
                .body(containsString("premium, section markets"))
                .body(containsString("the story"))
                .body(containsString(SAME));
    }

    @Test
    void finds_an_anonymous_reader_by_the_cookie() {
        List<Printed> stories = people.stories(4, AccessClass.METERED);
        String cookie = given().get(stories.get(0).path()).cookie("reader");
        stories.forEach(story -> given().cookie("reader", cookie).get(story.path()));

        answer("reader=" + cookie, stories.get(3))
                .body(containsString("The reader’s free stories were used up."))
                .body(containsString("reached your limit of 3 free articles this month."))
                .body(containsString("3 before, 3 after"))
                .body(containsString(SAME));
        answer(cookie, stories.get(0)).body(containsString("0 before, 1 after"));
    }

    @Test
    void shouts_when_the_same_facts_lead_to_another_decision() throws Exception {
        Person reader = people.aReader();
        Printed story = people.aStory(AccessClass.PREMIUM);
        opens(reader, story);
        answer(Long.toString(reader.account()), story).body(containsString(SAME));
        run("update decision set outcome = 'ENTITLED' where story = ?", story.story().id);

        answer(Long.toString(reader.account()), story)
                .body(containsString("NOT THE SAME"))
                .body(containsString("It was for subscribers, and the reader was none."))
                .body(not(containsString(SAME)));
    }

    @Test
    void says_that_nothing_is_kept_and_when_the_next_decisions_were() {
        Person reader = people.aReader();
        Printed story = people.aStory(AccessClass.FREE);
        answer(Long.toString(reader.account()), story)
                .body(containsString("Nothing is kept of this reader and this story"))
                .body(containsString("Most likely it was never asked for"));
        opens(reader, story);
        answer(Long.toString(reader.account()), story).body(containsString("The story was free for everybody."));
        ask(Long.toString(reader.account()), story.path(), local(clock.instant().minus(2, ChronoUnit.HOURS)), "15")
                .body(containsString("Nothing is kept"))
                .body(containsString("The next decision after was on"));
    }

    @Test
    void says_that_a_month_is_forgotten() {
        Instant longAgo = clock.instant().minus(Duration.ofDays(70));
        ask(
                        Long.toString(people.aReader().account()),
                        people.aStory(AccessClass.FREE).path(),
                        local(longAgo),
                        "15")
                .statusCode(200)
                .body(containsString("is forgotten"))
                .body(not(containsString("Most likely it was never asked for")));
    }

    @Test
    void says_how_many_decisions_of_which_second_were_lost() throws Exception {
        Instant second = clock.instant().minus(3, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        run(
                "insert into decision_loss (second, node, lost) values (to_timestamp(?), 'of a test', 7)",
                second.getEpochSecond());
        ask(
                        Long.toString(people.aReader().account()),
                        people.aStory(AccessClass.FREE).path(),
                        local(second),
                        "5")
                .body(containsString("7 decisions of "))
                .body(containsString("were lost, of all readers together"))
                .body(not(containsString("Most likely it was never asked for")));
    }

    @Test
    void keeps_what_was_typed_and_says_what_is_wrong_with_each_field() throws Exception {
        long before = Long.parseLong(one("select count(*) from decision_inquiry where id > ?", 0));
        ask("nobody@reader.example", "126112499999 <b>", "yesterday", "0")
                .statusCode(422)
                .body(containsString("value=\"nobody@reader.example\""))
                .body(containsString("value=\"126112499999 &lt;b&gt;\""))
                .body(containsString("value=\"yesterday\""))
                .body(containsString("Nobody is known by that."))
                .body(containsString("the paper has no story of these"))
                .body(containsString("Type a day and a time"))
                .body(containsString("from 1 to 1,440"));
        ask("1", "x", local(clock.instant().plus(1, ChronoUnit.HOURS)), "1441")
                .statusCode(422)
                .body(containsString("That moment is yet to come."));
        given().cookie("session", someone(Role.ADMIN).session())
                .redirects()
                .follow(false)
                .post(Links.OPS_DECISIONS)
                .then()
                .statusCode(422);
        assertEquals(before, Long.parseLong(one("select count(*) from decision_inquiry where id > ?", 0)));
    }

    @Test
    void asks_back_where_several_accounts_share_an_address() throws Exception {
        Person one = people.aReader();
        Person other = people.aReader();
        run(
                "update account set email = 'family@reader.example' where id in (" + one.account() + ", ?)",
                other.account());
        ask("family@reader.example", people.aStory(AccessClass.FREE).path(), local(clock.instant()), "15")
                .statusCode(422)
                .body(containsString(one.account() + ", " + other.account()));
    }

    @Test
    void whoever_asks_is_written_down_and_shown() throws Exception {
        Person reader = people.aReader();
        Printed story = people.aStory(AccessClass.FREE);
        Person asking = someone(Role.BILLING);
        as(asking, Long.toString(reader.account()), story.path(), local(clock.instant()), "15")
                .statusCode(200)
                .body(containsString("Asked lately"))
                .body(containsString("Asha Rao about reader "));
        assertEquals(
                asking.account() + " 1 16",
                one(
                        "select min(asked_by) || ' ' || count(*) || ' ' || min(length(reader_key)) from decision_inquiry where story = ?",
                        story.story().id));
    }

    @ParameterizedTest
    @ValueSource(strings = {Role.READER, Role.EDITOR, Role.CHIEF})
    void is_for_nobody_but_billing_and_administrators(String role) {
        String session = people.someone(role).session();
        given().cookie("session", session).get(Links.OPS_DECISIONS).then().statusCode(403);
        given().cookie("session", session)
                .formParam("who", "1")
                .post(Links.OPS_DECISIONS)
                .then()
                .statusCode(403);
    }

    @Test
    void sends_whoever_is_not_logged_in_to_log_in() {
        given().redirects()
                .follow(false)
                .get(Links.OPS_DECISIONS)
                .then()
                .statusCode(302)
                .header("Location", endsWith(Links.login(Links.OPS_DECISIONS)));
    }

    @Test
    void is_kept_by_nobody_and_asked_by_post_alone() {
        given().cookie("session", someone(Role.ADMIN).session())
                .get(Links.OPS_DECISIONS + "?who=1&story=126112499999")
                .then()
                .statusCode(200)
                .header("Cache-Control", startsWith("private, no-store"))
                .body(not(containsString("126112499999")));
    }

    @Test
    void metrics_count_decisions_by_outcome_and_outlet_and_name_nobody() {
        Person reader = people.aReader();
        Printed story = people.aStory(AccessClass.PREMIUM);
        opens(reader, story);
        String metrics = given().get("/q/metrics").asString();
        assertEquals(
                1,
                Pattern.compile("masthead_decisions_total\\{outcome=\"premium_only\",outlet=\"page\"[^}]*} [1-9]")
                        .matcher(metrics)
                        .results()
                        .count(),
                metrics.lines()
                        .filter(line -> line.contains("masthead_decisions"))
                        .toList()
                        .toString());
        List.of("masthead_decisions_lost_total ", "masthead_decisions_backlog ")
                .forEach(name -> assertEquals(
                        1, metrics.lines().filter(line -> line.startsWith(name)).count(), name));
        assertEquals(
                0,
                metrics.lines()
                        .filter(line -> line.contains(Long.toString(story.story().id)))
                        .count());
    }

    private void opens(Person reader, Printed story) {
        given().cookie("session", reader.session()).get(story.path()).then().statusCode(200);
    }

    private ValidatableResponse answer(String who, Printed story) {
        return ask(who, "http://localhost:" + RestAssured.port + story.path(), local(clock.instant()), "15");
    }

    private ValidatableResponse ask(String who, String story, String at, String minutes) {
        return as(someone(Role.ADMIN), who, story, at, minutes);
    }

    private static ValidatableResponse as(Person asking, String who, String story, String at, String minutes) {
        return given().cookie("session", asking.session())
                .formParam("who", who)
                .formParam("story", story)
                .formParam("at", at)
                .formParam("minutes", minutes)
                .post(Links.OPS_DECISIONS)
                .then();
    }

    private Person someone(String role) {
        return people.someone(Role.READER, role);
    }

    private static String local(Instant at) {
        return LocalDateTime.ofInstant(at, KOLKATA)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private String one(String query, long value) throws Exception {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setLong(1, value);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private void run(String change, long value) throws Exception {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(change)) {
            statement.setLong(1, value);
            statement.executeUpdate();
        }
    }
}
