package news.masthead.billing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import news.masthead.Command;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.twin.StripeTwin;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code billing verify} and {@code billing replay}, as an operator calls them beside a running site. */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class BillingCommandsTest {

    StripeTwin twin;

    Line line;

    @Inject
    Till till;

    @Inject
    Calm calm;

    @Inject
    Payments payments;

    @Inject
    EntityManager entities;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String jdbcUrl;

    @ConfigProperty(name = "masthead.stripe.api-key")
    String key;

    @ConfigProperty(name = "masthead.stripe.api-base")
    String api;

    @TestHTTPResource(management = true)
    URI node;

    private Buyer reader;
    private Properties before;

    private record Run(int code, String out, String err) {}

    @BeforeEach
    void a_subscriber_and_the_sites_settings() {
        reader = till.aSubscriber("quarterly", Card.GOOD);
        calm.after(twin);
        before = (Properties) System.getProperties().clone();
        settings(jdbcUrl).forEach(System::setProperty);
    }

    @AfterEach
    void the_twin_kept_to_stripes_contract() {
        System.setProperties(before);
        line.mend();
        assertEquals(List.of(), twin.violations());
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "replay"})
    void each_says_what_it_does(String word) {
        Run run = run(word, "--help");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().startsWith("billing " + word + " ["), run.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            verify | --dry-run
            verify | --nonsense
            verify | --node
            replay | --offline
            replay | --node
            replay | --node=http://127.0.0.1:9000
            """)
    void what_it_does_not_know_is_refused_with_a_sentence(String word, String argument) {
        Run run = run(word, argument);
        assertEquals(2, run.code());
        assertEquals("", run.out());
        assertTrue(run.err().contains("--node"), run.err());
    }

    @Test
    void verify_ends_with_0_where_all_agree() {
        String schema = "nobody_bought_" + reader.account();
        execute("create schema " + schema);
        QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(
                                "select tablename from pg_tables where schemaname = 'public'", String.class)
                        .getResultList())
                .forEach(
                        table -> execute("create table %1$s.\"%2$s\" (like public.\"%2$s\")".formatted(schema, table)));
        settings(jdbcUrl + (jdbcUrl.contains("?") ? "&" : "?") + "currentSchema=" + schema)
                .forEach(System::setProperty);
        Run run = run("verify", "--offline");
        assertEquals(0, run.code(), run.out() + run.err());
        assertEquals("All agree.\n", run.out());
        execute("drop schema " + schema + " cascade");
    }

    @Test
    void verify_names_what_differs_and_ends_with_1() {
        execute("update billing_fact set paise = 90001 where kind = 'PAID' and account = " + reader.account());
        Run run = run("verify", "--offline", "--node", node.toString());
        assertEquals(1, run.code(), run.err());
        assertTrue(
                run.out()
                        .lines()
                        .anyMatch(words -> words.contains("FACTS") && words.contains("account " + reader.account())),
                run.out());
        assertTrue(run.out().contains(" differences: {"), run.out());
        execute("update billing_fact set paise = 90000 where kind = 'PAID' and account = " + reader.account());
    }

    @Test
    void verify_ends_with_1_while_stripe_is_silent() {
        line.cut();
        Run run = run("verify");
        assertEquals(1, run.code());
        assertTrue(run.err().contains("Stripe"), run.err());
    }

    @Test
    void replay_says_first_what_it_would_do_and_then_does_it() {
        wipe(reader);
        Run dry = run("replay", "--dry-run", "--node", node.toString());
        assertTrue(names(dry, reader), dry.out());
        assertTrue(dry.out().contains("would change"), dry.out());
        assertEquals(0, facts(reader));

        Run run = run("replay", "--node", node.toString());
        assertTrue(names(run, reader), run.out());
        assertEquals(run.out().endsWith(", 0 failed\n") ? 0 : 1, run.code(), run.out());
        assertEquals(2, facts(reader));
        assertTrue(till.isEntitled(reader));
    }

    @Test
    void replay_ends_with_1_where_one_fails() {
        Buyer inTheWay = till.aSubscriber("quarterly", Card.GOOD);
        calm.after(twin);
        String paid = payments.of(reader.account()).getFirst().invoice();
        wipe(reader);
        execute("update term set invoice_ref = '" + paid
                + "' where subscription = (select id from subscription where account = " + inTheWay.account() + ")");
        Run run = run("replay", "--node", node.toString());
        assertEquals(1, run.code(), run.out());
        assertTrue(!run.out().endsWith(" 0 failed\n"), run.out());
        wipe(inTheWay);
    }

    @Test
    void replay_ends_with_1_where_no_node_answers() {
        Run run = run("replay", "--node", "http://127.0.0.1:1");
        assertEquals(1, run.code());
        assertTrue(run.err().startsWith("No node answers at http://127.0.0.1:1"), run.err());
    }

    @Test
    void no_page_in_a_browser_can_have_a_replay() {
        wipe(reader);
        given().header("Origin", "https://elsewhere.example")
                .post(node.resolve("/q/billing/replay"))
                .then()
                .statusCode(403);
        assertEquals(0, facts(reader));
        given().get(node.resolve("/q/billing/replay")).then().statusCode(405);
        given().post(node.resolve("/q/billing/replay?dry-run=true")).then().statusCode(200);
        assertEquals(0, facts(reader));
        given().post(node.resolve("/q/billing/replay")).then().statusCode(200);
        assertEquals(2, facts(reader));
    }

    private static Run run(String word, String... arguments) {
        Command command = Command.named(List.of("billing", word)).orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = command.run(List.of(arguments), print(out), print(err));
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream print(ByteArrayOutputStream into) {
        return new PrintStream(into, true, StandardCharsets.UTF_8);
    }

    private static boolean names(Run run, Buyer reader) {
        return run.out().contains("account " + reader.account() + ":");
    }

    private Map<String, String> settings(String url) {
        return Map.of(
                "quarkus.datasource.jdbc.url", url,
                "quarkus.datasource.username", "postgres",
                "quarkus.datasource.password", "postgres",
                "masthead.stripe.api-key", key,
                "masthead.stripe.api-base", api);
    }

    private long facts(Buyer buyer) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number)
                                entities.createNativeQuery("select count(*) from billing_fact where account = :account")
                                        .setParameter("account", buyer.account())
                                        .getSingleResult())
                        .longValue());
    }

    private void wipe(Buyer buyer) {
        execute("delete from entitlement where account = " + buyer.account());
        execute("delete from term where subscription in (select id from subscription where account = " + buyer.account()
                + ")");
        execute("delete from subscription where account = " + buyer.account());
        execute("delete from billing_fact where account = " + buyer.account());
    }

    private void execute(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(sql).executeUpdate());
    }
}
