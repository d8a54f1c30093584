package news.masthead.desk;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import news.masthead.SiteTest;
import news.masthead.access.MeterWindow;
import news.masthead.access.Policy;
import news.masthead.access.PolicyBook;
import news.masthead.access.PolicyVersion;
import news.masthead.access.ReaderClass;
import news.masthead.given.Given;
import news.masthead.given.GivenPolicies;
import news.masthead.identity.Role;
import news.masthead.story.AccessClass;
import news.masthead.web.Links;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SiteTest
class PolicyDeskTest {

    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

    @Inject
    Given people;

    @Inject
    GivenPolicies policiesGiven;

    @Inject
    PolicyBook policies;

    @Inject
    Clock clock;

    private final String mark = "Why " + UUID.randomUUID();

    @AfterEach
    void the_usual_policy_holds_again() {
        policiesGiven.end();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reader", "reader,editor", "reader,billing", "reader,admin"})
    void nobody_but_a_chief_editor_gets_near(String roles) {
        RequestSpecification who =
                given().cookie("session", people.someone(roles.split(",")).session());
        who.get(Links.DESK_POLICIES).then().statusCode(403);
        who.get(Links.DESK_NEW_POLICY).then().statusCode(403);
        post(who, Links.DESK_NEW_POLICY, with("act", "activate")).statusCode(403);
        post(who, Links.deskPolicyWithdrawal(1), Map.of()).statusCode(403);
        assertEquals(Optional.empty(), made());
    }

    @Test
    void who_is_not_logged_in_is_asked_to() {
        given().redirects()
                .follow(false)
                .get(Links.DESK_POLICIES)
                .then()
                .statusCode(302)
                .header("Location", startsWith("/login"));
    }

    @Test
    void an_editor_has_no_tab_that_leads_to_a_refusal() {
        given().cookie("session", people.anEditor().session())
                .get("/desk")
                .then()
                .body(not(containsString(Links.DESK_POLICIES)));
        chief().get("/desk").then().body(containsString(Links.DESK_POLICIES));
    }

    @Test
    void the_list_tells_what_is_in_force_in_words() {
        policiesGiven.holds(GivenPolicies.usual());
        chief().get(Links.DESK_POLICIES + "?past=all")
                .then()
                .statusCode(200)
                .body(
                        containsString("In force"),
                        containsString("3 without an account, 5 with one, counted by calendar month"),
                        containsString("each story has the class its editor gave it"),
                        containsString("made by the configuration"));
    }

    @Test
    void the_form_begins_with_the_rules_in_force_or_those_of_an_earlier_version() {
        long seven = policiesGiven.holds(GivenPolicies.with(7, 9));
        chief().get(Links.DESK_NEW_POLICY)
                .then()
                .body(containsString("name=\"anonymous\" type=\"number\" value=\"7\""));
        policiesGiven.holds(GivenPolicies.usual());
        chief().get(Links.DESK_NEW_POLICY)
                .then()
                .body(containsString("name=\"anonymous\" type=\"number\" value=\"3\""));
        chief().get(Links.deskPolicyFrom(seven))
                .then()
                .body(
                        containsString("name=\"anonymous\" type=\"number\" value=\"7\""),
                        containsString("It begins with the rules of version " + seven));
    }

    @Test
    void a_preview_saves_nothing_and_tells_what_would_change() {
        Given.Printed story = people.aStory(AccessClass.METERED);
        send(with("act", "preview", "rule-0-section", "markets", "rule-0-as", "premium"))
                .statusCode(200)
                .body(
                        containsString("Nothing is saved yet."),
                        containsString(story.story().headline),
                        containsString("<del>Metered</del> → <ins>Premium</ins>"),
                        containsString("<del>reads, costs a free story</del> → <ins>is asked to subscribe</ins>"),
                        containsString("Markets: Premium"),
                        containsString("name=\"rule-0-as\" value=\"premium\""),
                        containsString("Let it hold at once"));
        assertEquals(Optional.empty(), made());
    }

    @Test
    void a_policy_holds_at_once_with_everything_that_was_typed() {
        send(full("act", "activate"))
                .statusCode(303)
                .header("Location", matchesPattern(".*/desk/policies\\?done=\\d+"));

        PolicyVersion version = made().orElseThrow();
        assertEquals(version.version(), policies.numberAt(clock.instant()));
        assertEquals("Asha Rao", version.madeBy());
        Optional<String> any = Optional.empty();
        assertEquals(
                new Policy(
                        new MeterWindow.RollingDays(14),
                        List.of(
                                new Policy.Allowance(ReaderClass.ANONYMOUS, any, 2),
                                new Policy.Allowance(ReaderClass.REGISTERED, any, 4),
                                new Policy.Allowance(ReaderClass.REGISTERED, Optional.of("markets"), 1)),
                        List.of(
                                new Policy.AccessRule(
                                        any,
                                        any,
                                        Optional.of("ins"),
                                        Optional.of(30),
                                        Optional.empty(),
                                        AccessClass.FREE),
                                new Policy.AccessRule(
                                        Optional.of("opinion"),
                                        any,
                                        any,
                                        Optional.empty(),
                                        Optional.of(LocalDate.of(2020, 1, 1)),
                                        AccessClass.PREMIUM)),
                        Set.of(),
                        List.of(
                                new Policy.ArchiveRight("*", LocalDate.of(1997, 1, 1)),
                                new Policy.ArchiveRight("comp", LocalDate.of(2026, 1, 1))),
                        false),
                version.rules().orElseThrow());
        chief().get(Links.DESK_POLICIES + "?done=" + version.version())
                .then()
                .body(
                        containsString("Version " + version.version() + " is kept. It holds now."),
                        containsString(mark),
                        containsString("of Indus News Service, older than 30 days: Free"),
                        containsString("Markets: as all sections without an account, 1 with one, counted apart"));
    }

    @Test
    void a_policy_waits_for_its_moment_and_may_be_withdrawn_until_then() {
        LocalDateTime moment = LocalDateTime.ofInstant(clock.instant().plus(Duration.ofDays(2)), KOLKATA)
                .truncatedTo(ChronoUnit.MINUTES);
        send(with("act", "activate", "when", "later", "from", moment.toString()))
                .statusCode(303);
        PolicyVersion version = made().orElseThrow();
        Instant from = moment.atZone(KOLKATA).toInstant();
        assertEquals(from, version.activeFrom());
        assertEquals(version.version(), policies.numberAt(from));
        chief().get(Links.DESK_POLICIES)
                .then()
                .body(containsString("To come"), containsString(Links.deskPolicyWithdrawal(version.version())));

        post(chief(), Links.deskPolicyWithdrawal(version.version()), Map.of())
                .statusCode(303)
                .header("Location", endsWith("?withdrawn=" + version.version()));

        chief().get(Links.DESK_POLICIES + "?withdrawn=" + version.version())
                .then()
                .body(containsString("Version " + version.version() + " is withdrawn."));
        post(chief(), Links.deskPolicyWithdrawal(version.version()), Map.of())
                .statusCode(409)
                .body(containsString("was withdrawn before"));
        post(chief(), Links.deskPolicyWithdrawal(policies.numberAt(clock.instant())), Map.of())
                .statusCode(409)
                .body(containsString("holds already"));
    }

    @Test
    void who_writes_while_somebody_else_does_hears_of_it_and_neither_is_lost() {
        long seen = policies.numberAt(clock.instant());
        long theirs = policiesGiven.holds(GivenPolicies.with(7, 9));
        send(with("act", "preview", "seen", Long.toString(seen)))
                .statusCode(200)
                .body(containsString("Asha Rao made version " + theirs));
        send(with("act", "activate", "seen", Long.toString(seen))).statusCode(303);
        assertEquals(theirs + 1, made().orElseThrow().version());
        assertEquals(
                Optional.of(GivenPolicies.with(7, 9)),
                policies.version(theirs).orElseThrow().rules());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "window|week|window|by calendar month or over the last days",
                "days|29|days|from 1 to 28",
                "days|0|days|from 1 to 28",
                "days|many|days|from 1 to 28",
                "anonymous| |anonymous|from 0 to 1000",
                "anonymous|1001|anonymous|from 0 to 1000",
                "registered|-1|registered|from 0 to 1000",
                "allowance-0-section|nowhere|allowance-0-section|“nowhere” is no section of the paper.",
                "allowance-0-anonymous|2|allowance-0-section|Choose a section.",
                "allowance-0-section|markets|allowance-0-anonymous|Say how many are free",
                "rule-1-section|nowhere|rule-1-section|“nowhere” is no section",
                "rule-1-topic|budgt|rule-1-topic|“budgt” is no topic of the paper.",
                "rule-1-source|nobody|rule-1-source|“nobody” is no agency of the paper.",
                "rule-1-older|0|rule-1-older|from 1 to 36525",
                "rule-1-older|1.5|rule-1-older|from 1 to 36525",
                "rule-1-before|tomorrow|rule-1-before|A day as",
                "rule-1-as|secret|rule-1-as|Say which class",
                "rule-1-section|markets|rule-1-as|Say which class",
                "safety|flod|safety|“flod” is no topic of the paper.",
                "right-0-plan|gold|right-0-plan|“gold” is no plan of the paper.",
                "right-0-plan|*|right-0-since|A day as",
                "right-0-since|1997|right-0-since|A day as",
                "right-0-since|1997-01-01|right-0-plan|Choose a plan.",
                "when|never|when|at once or from a moment to come",
                "from|tomorrow|from|A day and a time as",
                "from|2020-01-01T00:00|from|That moment has passed",
                "note| |note|Say in a sentence why."
            })
    void a_bad_field_is_named_what_was_typed_stays_and_nothing_is_saved(
            String field, String value, String marked, String sentence) {
        String typed = Optional.ofNullable(value).orElse("");
        Map<String, String> fields = with("act", "activate", "seen", "4711", field, typed);
        if (field.equals("days")) {
            fields.put("window", "days");
        }
        if (field.equals("from")) {
            fields.put("when", "later");
        }
        int before = policies.all().size();
        send(fields)
                .statusCode(422)
                .body(
                        containsString(sentence),
                        containsString("id=\"" + marked + "-error\""),
                        containsString(marked.startsWith("w") ? "" : typed),
                        containsString("name=\"seen\" value=\"4711\""),
                        containsString("Nothing was saved"));
        assertEquals(before, policies.all().size());
    }

    @Test
    void a_section_in_two_rows_is_one_too_many() {
        send(with(
                        "act",
                        "preview",
                        "allowance-0-section",
                        "markets",
                        "allowance-0-anonymous",
                        "1",
                        "allowance-1-section",
                        "markets",
                        "allowance-1-anonymous",
                        "2"))
                .statusCode(422)
                .body(containsString("“markets” stands in two rows."));
    }

    @Test
    void more_rows_keep_what_was_typed_and_rules_change_places() {
        Map<String, String> typed =
                with("rule-0-section", "markets", "rule-0-as", "free", "rule-1-older", "x9", "rule-1-as", "premium");
        typed.put("act", "more-rule");
        send(typed)
                .statusCode(200)
                .body(
                        containsString("id=\"rule-4-section\""),
                        containsString("value=\"x9\""),
                        not(containsString("-error")));
        typed.put("act", "up-2");
        send(typed).statusCode(200).body(containsString("name=\"rule-0-older\" type=\"number\" value=\"x9\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"up-0", "up-1", "up-999", "more-", "more-rules", "", "ACTIVATE"})
    void an_act_that_no_button_has_saves_nothing(String act) {
        send(with("act", act)).statusCode(200);
        assertEquals(Optional.empty(), made());
    }

    @Test
    void a_kept_wall_says_the_limit_of_the_policy_in_force() {
        Given.Printed story = people.aStory(AccessClass.METERED);
        policiesGiven.holds(GivenPolicies.with(0, 0));
        wall(story).body(containsString("limit of 0"));
        policiesGiven.holds(GivenPolicies.with(
                0,
                0,
                new Policy.AccessRule(
                        Optional.of("markets"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        AccessClass.PREMIUM)));
        wall(story).body(containsString("Subscribe to read the full story"), not(containsString("limit of 0")));
    }

    private ValidatableResponse wall(Given.Printed story) {
        return given().get(story.path()).then().statusCode(200).body(not(containsString(Given.GATED)));
    }

    private Optional<PolicyVersion> made() {
        return policies.all().stream()
                .filter(version -> version.note().equals(mark))
                .findFirst();
    }

    private ValidatableResponse send(Map<String, String> fields) {
        return post(chief(), Links.DESK_NEW_POLICY, fields);
    }

    private static ValidatableResponse post(RequestSpecification who, String address, Map<String, String> fields) {
        return who.redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParams(fields)
                .post(address)
                .then();
    }

    private Map<String, String> with(String... fields) {
        Map<String, String> typed = new HashMap<>(Map.of(
                "window",
                "month",
                "anonymous",
                "3",
                "registered",
                "5",
                "verified",
                "true",
                "when",
                "now",
                "note",
                mark));
        for (int i = 0; i < fields.length; i += 2) {
            typed.put(fields[i], fields[i + 1]);
        }
        return typed;
    }

    private Map<String, String> full(String... fields) {
        Map<String, String> typed = with(fields);
        typed.putAll(Map.of("window", "days", "days", "14", "anonymous", "2", "registered", "4", "verified", ""));
        typed.putAll(Map.of("allowance-1-section", "markets", "allowance-1-registered", "1"));
        typed.putAll(Map.of("rule-0-source", "ins", "rule-0-older", "30", "rule-0-as", "free"));
        typed.putAll(Map.of("rule-3-section", "opinion", "rule-3-before", "2020-01-01", "rule-3-as", "premium"));
        typed.putAll(Map.of("right-0-plan", "*", "right-0-since", "1997-01-01"));
        typed.putAll(Map.of("right-1-plan", "comp", "right-1-since", "2026-01-01"));
        return typed;
    }

    private RequestSpecification chief() {
        return given().cookie("session", people.someone(Role.READER, Role.CHIEF).session());
    }
}
