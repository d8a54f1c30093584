package news.masthead.billing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.masthead.access.DecisionLog;
import news.masthead.billing.Burglar.Suspect;
import news.masthead.billing.Burglar.Tie;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.given.Given;
import news.masthead.given.Given.Person;
import news.masthead.given.Given.Printed;
import news.masthead.identity.LoggedIn;
import news.masthead.identity.Reader;
import news.masthead.identity.Role;
import news.masthead.jobs.RecurringJob;
import news.masthead.story.AccessClass;
import news.masthead.subscription.Funnel;
import news.masthead.values.Window;
import news.masthead.web.Links;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * When the month after is over, nobody can tell who read what: not with the whole database, its secrets, and lists of all readers and stories. It
 * stands here because buying is where an account and a story meet.
 */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class ForgottenReadersTest {

    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

    @Inject
    Given people;

    @Inject
    Till till;

    @Inject
    DecisionLog log;

    @Inject
    Funnel funnel;

    @Inject
    Event<LoggedIn> logIns;

    @Inject
    @All
    List<RecurringJob> jobs;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    MovableClock clock;

    private final List<Suspect> suspects = new ArrayList<>();
    private final List<Printed> printed = new ArrayList<>();
    private List<Printed> stories;

    /** So that a number that looks like one is one. */
    @BeforeEach
    void accounts_have_numbers_that_stand_nowhere_else() throws Exception {
        ask("alter table account alter column id restart with " + (734_011_220_000L + System.nanoTime() % 10_000));
    }

    @Test
    void after_the_next_month_a_dump_and_all_live_keys_tell_nothing() throws Exception {
        Window month = Window.monthOf(clock.instant(), KOLKATA);
        Window next = Window.monthOf(month.end(), KOLKATA);
        stories = people.stories(4, AccessClass.METERED);
        Printed premium = people.aStory(AccessClass.PREMIUM);
        printed.addAll(stories);
        printed.add(premium);
        stories.forEach(story -> funnel.wall("markets", story.story().id));
        funnel.flush();
        String first = anonymousReader();
        registeredReader(premium);
        subscriber(premium);
        buyerComesBack();
        buyerNeverPays();
        anonymousReaderLogsIn();
        giverAndReceiver(premium);
        log.flush();
        List<byte[]> secrets = bytes("select secret from meter_secret");

        Set<Tie> now = attack("now");
        assertEquals(names(), who(now), "every reader is found now");
        assertEquals(
                Set.of("checkout", "decision_inquiry", "gift", "meter"),
                now.stream()
                        .map(Tie::table)
                        .filter(table -> !table.startsWith("decision_2"))
                        .filter(table -> !table.equals("decision"))
                        .collect(Collectors.toSet()));

        assertNotEquals(
                "0", text("select count(*)::text from funnel_day where step in ('CHECKOUT', 'PAID') and story <> 0"));

        clock.moveTo(next.end().minus(1, ChronoUnit.HOURS));
        forget();
        Set<Tie> justBefore = attack("in the last hour of the next month");
        assertTrue(who(justBefore).contains(first), "until then it can be explained");
        assertFalse(
                justBefore.stream().map(Tie::table).anyMatch("checkout"::equals),
                "the way back from payment is not kept that long");

        clock.moveTo(next.end().plus(1, ChronoUnit.HOURS));
        forget();
        assertEquals(Set.of(), attack("after it"));
        assertEquals(
                "0",
                text("select count(*)::text from funnel_day where step in ('CHECKOUT', 'PAID') and story <> 0"),
                "nobody can tell from which story one of few bought");
        assertNoFileHolds(secrets);
    }

    /** Three free stories and a wall. */
    private String anonymousReader() {
        String cookie = given().get(stories.getFirst().path()).cookie("reader");
        stories.forEach(story -> given().cookie("reader", cookie).get(story.path()));
        return suspectedByCookie("anonymous", cookie);
    }

    /** Somebody of the staff asks about this one. */
    private void registeredReader(Printed premium) throws Exception {
        Person reader = people.aReader();
        opens(reader.session(), stories.get(0));
        opens(reader.session(), premium);
        suspect("registered", reader.account(), reader.session());
        Person asking = people.someone(Role.READER, Role.BILLING);
        given().cookie("session", asking.session())
                .formParam("who", Long.toString(reader.account()))
                .formParam("story", premium.path())
                .formParam(
                        "at",
                        LocalDateTime.ofInstant(clock.instant(), KOLKATA)
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString())
                .formParam("minutes", "15")
                .post(Links.OPS_DECISIONS)
                .then()
                .statusCode(200);
    }

    private void subscriber(Printed premium) throws Exception {
        Person reader = people.aSubscriber();
        opens(reader.session(), premium);
        suspect("subscriber", reader.account(), reader.session());
    }

    private void buyerComesBack() throws Exception {
        Buyer buyer = till.aReader();
        String page = buyFrom(buyer, stories.get(1));
        buyer.browser().get(till.pay(page, Card.GOOD)).then().statusCode(303);
        opens(buyer.session(), stories.get(1));
        suspect("buyer", buyer.account(), buyer.session());
    }

    private void buyerNeverPays() throws Exception {
        Buyer buyer = till.aReader();
        buyFrom(buyer, stories.get(2));
        suspect("buyer who never pays", buyer.account(), buyer.session());
    }

    private void anonymousReaderLogsIn() throws Exception {
        String cookie = given().get(stories.get(3).path()).cookie("reader");
        suspectedByCookie("before log-in", cookie);
        Person reader = people.aReader();
        Reader.Anonymous before = new Reader.Anonymous(idOf(cookie), true);
        logIns.fire(new LoggedIn(before, new Reader.Registered(reader.account(), Set.of(Role.READER), true)));
        opens(reader.session(), stories.get(3));
        suspect("after log-in", reader.account(), reader.session());
    }

    private void giverAndReceiver(Printed premium) throws Exception {
        Person giver = people.aSubscriber();
        String page = given().cookie("session", giver.session())
                .formParam("story", premium.story().id)
                .post(Links.GIFT)
                .asString();
        Matcher link = Pattern.compile("/gift/[^\"\\s<]+").matcher(page);
        assertTrue(link.find(), page);
        Person receiver = people.aReader();
        String gift = given().redirects().follow(false).get(link.group()).cookie("gift");
        given().cookie("session", receiver.session())
                .cookie("gift", gift)
                .get(premium.path())
                .then()
                .body(containsString(Given.GATED));
        suspect("giver", giver.account(), giver.session());
        suspect("receiver", receiver.account(), receiver.session());
    }

    private String buyFrom(Buyer buyer, Printed story) {
        return buyer.subscribe("quarterly", story.path()).header("Location");
    }

    private static void opens(String session, Printed story) {
        given().cookie("session", session).get(story.path()).then().statusCode(200);
    }

    private String suspectedByCookie(String who, String cookie) {
        String id = idOf(cookie);
        suspects.add(new Suspect(who, Set.of(id, cookie), Set.of(id, cookie, "anonymous " + id, "reader " + id)));
        return who;
    }

    private void suspect(String who, long account, String session) throws Exception {
        String subject = text("select subject from account where id = " + account);
        String email = text("select email from account where id = " + account);
        String number = Long.toString(account);
        suspects.add(new Suspect(
                who,
                Set.of(number, subject, email, session),
                Set.of(number, subject, email, session, "account " + number, "reader " + number)));
    }

    private static String idOf(String cookie) {
        return cookie.substring(0, cookie.indexOf('.'));
    }

    private Set<Tie> attack(String when) throws Exception {
        try (Connection database = dataSource.getConnection()) {
            Burglar burglar = Burglar.withAllOf(database);
            Set<String> all = printed.stream()
                    .map(story -> Long.toString(story.story().id))
                    .collect(Collectors.toSet());
            Set<Tie> ties = burglar.ties(suspects, all);
            System.out.printf(
                    "Who read what, from a dump %s: %d rows of %d tables, %d ties of reader and story %s%n",
                    when,
                    burglar.loot(),
                    burglar.tables().size(),
                    ties.size(),
                    new TreeSet<>(ties.stream().map(Tie::table).toList()));
            return ties;
        }
    }

    private Set<String> names() {
        return suspects.stream().map(Suspect::who).collect(Collectors.toSet());
    }

    private static Set<String> who(Set<Tie> ties) {
        return ties.stream().map(Tie::who).collect(Collectors.toSet());
    }

    private void forget() {
        List<RecurringJob> forgetting =
                jobs.stream().filter(job -> job.name().contains("forget")).toList();
        assertFalse(forgetting.isEmpty());
        forgetting.forEach(RecurringJob::run);
    }

    /** A deleted row stays in a table's file until something is written over it. */
    private void assertNoFileHolds(List<byte[]> secrets) throws Exception {
        assertFalse(secrets.isEmpty());
        ask("checkpoint");
        String file = new String(
                bytes("select pg_read_binary_file(pg_relation_filepath('meter_secret'))")
                        .getFirst(),
                StandardCharsets.ISO_8859_1);
        for (byte[] secret : secrets) {
            assertFalse(file.contains(new String(secret, StandardCharsets.ISO_8859_1)), "the file holds a secret");
        }
    }

    private void ask(String change) throws Exception {
        try (Connection database = dataSource.getConnection();
                Statement statement = database.createStatement()) {
            statement.execute(change);
        }
    }

    private String text(String question) throws Exception {
        return new String(bytes("select convert_to((" + question + "), 'UTF8')").getFirst(), StandardCharsets.UTF_8);
    }

    private List<byte[]> bytes(String question) throws Exception {
        try (Connection database = dataSource.getConnection();
                Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(question)) {
            List<byte[]> all = new ArrayList<>();
            while (found.next()) {
                all.add(found.getBytes(1));
            }
            return all;
        }
    }
}
