package news.masthead.access;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.GivenPolicies;
import news.masthead.given.Together;
import news.masthead.identity.Reader;
import news.masthead.identity.Role;
import news.masthead.jobs.Broadcast;
import news.masthead.story.AccessClass;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SiteTest
class PolicyBookTest {

    private static final String CUT =
            "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'masthead ear ' || '%s'";

    @Inject
    PolicyBook policies;

    @Inject
    GivenPolicies given;

    @Inject
    Given paper;

    @Inject
    Gate gate;

    @Inject
    Broadcast broadcast;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Clock clock;

    @AfterEach
    void the_usual_policy_holds_again() {
        given.end();
    }

    @Test
    void the_first_version_is_that_of_the_configuration_and_was_always_there() {
        PolicyVersion first = policies.version(0).orElseThrow();
        assertTrue(first.isConfigured());
        assertEquals(Optional.of(GivenPolicies.usual()), first.rules());
        assertEquals(0, policies.at(Instant.parse("1997-01-01T00:00:00Z")).version());
    }

    @Test
    void a_version_holds_when_its_verb_returns_and_those_before_it_stay_as_they_were() {
        long before = policies.numberAt(clock.instant());
        Optional<Policy> rules = policies.under(before).rules();

        long added = given.holds(GivenPolicies.with(1, 2));

        assertEquals(added, policies.numberAt(clock.instant()));
        assertEquals(1, gate.allowance(someone()).limit());
        assertEquals(rules, policies.under(before).rules());
    }

    @Test
    void a_version_takes_effect_at_its_instant_and_not_before() {
        Instant from = clock.instant().plus(Duration.ofHours(1));
        long now = policies.numberAt(clock.instant());
        long added = given.holds(GivenPolicies.with(1, 2), from);
        Instant start = policies.version(added).orElseThrow().activeFrom();

        assertEquals(now, policies.numberAt(start.minusNanos(1)));
        assertEquals(added, policies.numberAt(start));
        assertEquals(now, policies.numberAt(clock.instant()));
    }

    @Test
    void a_waiting_one_is_not_pushed_aside_by_one_that_is_made_later_and_begins_before() {
        Instant from = clock.instant().plus(Duration.ofHours(1));
        long waiting = given.holds(GivenPolicies.with(1, 2), from);
        long atOnce = given.holds(GivenPolicies.with(2, 4));
        assertEquals(atOnce, policies.numberAt(clock.instant()));
        assertEquals(waiting, policies.numberAt(from.plusSeconds(1)));
    }

    @Test
    void of_two_that_begin_together_the_later_made_holds() {
        Instant from = clock.instant().plus(Duration.ofHours(1));
        given.holds(GivenPolicies.with(1, 2), from);
        long later = given.holds(GivenPolicies.with(2, 4), from);
        assertEquals(later, policies.numberAt(from));
    }

    @Test
    void one_is_withdrawn_before_its_instant_and_never_after() {
        Instant from = clock.instant().plus(Duration.ofHours(1));
        long now = policies.numberAt(clock.instant());
        long waiting = given.holds(GivenPolicies.with(1, 2), from);

        assertTrue(policies.withdraw(waiting, "Meera Joshi"));

        assertEquals(now, policies.numberAt(from.plusSeconds(1)));
        PolicyVersion kept = policies.version(waiting).orElseThrow();
        assertEquals("Meera Joshi", kept.withdrawal().orElseThrow().madeBy());
        assertTrue(kept.rules().isPresent(), "it can still be looked at");
        assertFalse(policies.withdraw(waiting, "Meera Joshi"), "once");
        assertFalse(policies.withdraw(now, "Meera Joshi"), "it holds");
        assertFalse(policies.withdraw(Long.MAX_VALUE, "Meera Joshi"), "there is none");
    }

    @Test
    void chiefs_who_save_at_once_lose_nothing_and_the_order_is_plain() throws Exception {
        List<Long> made = Collections.synchronizedList(new ArrayList<>());
        List<Callable<Boolean>> chiefs = IntStream.range(0, 16)
                .mapToObj(number -> (Callable<Boolean>) () -> made.add(given.holds(GivenPolicies.with(number, number))))
                .toList();

        Together.of(chiefs);

        long last = Collections.max(made);
        assertEquals(
                LongStream.rangeClosed(last - 15, last).boxed().toList(),
                made.stream().sorted().toList());
        assertEquals(last, policies.numberAt(clock.instant()));
        assertEquals(
                16,
                made.stream()
                        .map(version -> policies.under(version).rules().orElseThrow())
                        .distinct()
                        .count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update policy_version set note = 'other'",
                "delete from policy_version where version = 0",
                "truncate policy_version"
            })
    void the_database_lets_nobody_change_a_version(String statement) {
        SQLException refused = assertThrows(SQLException.class, () -> sql(statement));
        assertTrue(refused.getMessage().contains("add another"), refused.getMessage());
    }

    @Test
    void the_database_lets_nobody_date_a_version_back_or_withdraw_one_that_holds() {
        long now = policies.numberAt(clock.instant());
        assertThrows(SQLException.class, () -> byHand("'{}'", "now() - interval '1 day'", "null"));
        assertThrows(SQLException.class, () -> byHand("null", "now()", Long.toString(now)));
        assertThrows(SQLException.class, () -> byHand("null", "now()", "null"));
    }

    @Test
    void a_policy_of_something_the_paper_does_not_have_is_not_kept() {
        int before = policies.all().size();
        Policy strange = GivenPolicies.with(3, 5, rule("section", "nowhere"));
        assertThrows(UnknownRule.class, () -> given.holds(strange));
        assertEquals(before, policies.all().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"archive\":[]|\"archive\":[],\"geo\":[]|geo",
                "\"kind\":\"month\"|\"kind\":\"lunar\"|lunar",
                "\"stories\":3|\"stories\":2000|2000",
                "\"access\":[]|\"access\":[{\"section\":\"nowhere\",\"as\":\"free\"}]|nowhere",
                "\"access\":[]|\"access\":[{\"topic\":\"nothing\",\"as\":\"free\"}]|nothing",
                "\"access\":[]|\"access\":[{\"source\":\"nobody\",\"as\":\"free\"}]|nobody",
                "\"safetyTopics\":[]|\"safetyTopics\":[\"nothing\"]|nothing",
                "\"archive\":[]|\"archive\":[{\"plan\":\"gold\",\"since\":\"1997-01-01\"}]|gold"
            })
    void one_that_a_newer_release_wrote_holds_as_a_closed_gate(String known, String unknown, String named)
            throws Exception {
        String rules = PolicyJson.write(GivenPolicies.usual()).replace(known, unknown);
        await(() -> broadcast.hears());

        byHand("'" + rules + "'", "now()", "null");

        await(() -> policies.at(clock.instant()).rules().isEmpty());
        for (AccessClass access : AccessClass.values()) {
            Withheld withheld = assertInstanceOf(Withheld.class, decide(someone(), access));
            assertInstanceOf(Reason.Closed.class, withheld.reason());
        }
        assertInstanceOf(Withheld.class, decide(account(Role.READER), AccessClass.METERED));
        assertInstanceOf(Granted.class, decide(account(Role.READER, Role.EDITOR), AccessClass.PREMIUM));
        PolicyVersion closed = policies.closed().getFirst();
        assertEquals(policies.numberAt(clock.instant()), closed.version());
        assertTrue(closed.unknown().contains(named), closed.unknown());
        RestAssured.when()
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'policy' }.data.closed", containsString(named));
        RestAssured.when().get("/q/metrics").then().body(containsString("masthead_policy_closed 1.0"));
        given.end();
        assertInstanceOf(Granted.class, decide(someone(), AccessClass.METERED));
        assertEquals(List.of(), policies.closed());
    }

    @Test
    void one_that_another_node_made_is_heard_within_a_second() throws Exception {
        await(() -> broadcast.hears());
        long before = policies.numberAt(clock.instant());
        byHand("'" + PolicyJson.write(GivenPolicies.with(7, 7)) + "'", "now()", "null");
        long since = System.nanoTime();
        await(() -> policies.numberAt(clock.instant()) > before);
        Duration took = Duration.ofNanos(System.nanoTime() - since);
        assertTrue(took.compareTo(Duration.ofSeconds(1)) < 0, "it took " + took);
    }

    @Test
    void one_that_was_made_while_the_line_was_cut_is_not_missed() throws Exception {
        await(() -> broadcast.hears());
        long before = policies.numberAt(clock.instant());
        sql(CUT.formatted(broadcast.node()));
        byHand("'" + PolicyJson.write(GivenPolicies.with(7, 7)) + "'", "now()", "null");
        await(() -> policies.numberAt(clock.instant()) > before);
        await(() -> broadcast.hears());
    }

    private Decision decide(Reader reader, AccessClass access) {
        return gate.decide(Asking.reading(reader), paper.aStory(access).story());
    }

    private Reader account(String... roles) {
        return new Reader.Registered(paper.someone(roles).account(), Set.of(roles), true);
    }

    private static Reader someone() {
        return new Reader.Anonymous(UUID.randomUUID().toString(), true);
    }

    private static Policy.AccessRule rule(String condition, String value) {
        Optional<String> none = Optional.empty();
        return new Policy.AccessRule(
                condition.equals("section") ? Optional.of(value) : none,
                none,
                none,
                Optional.empty(),
                Optional.empty(),
                AccessClass.PREMIUM);
    }

    /** As another node, another release, or somebody at the database's console would do it. */
    private void byHand(String rules, String from, String withdraws) throws SQLException {
        sql("""
                with made as (
                    insert into policy_version (version, active_from, made_by, made_at, note, rules, withdraws)
                    select max(version) + 1, %s, 'by hand', now(), '', %s, %s from policy_version returning version)
                select pg_notify('masthead', 'policy ' || version) from made""".formatted(from, rules, withdraws));
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, "nothing came");
            Thread.sleep(20);
        }
    }
}
