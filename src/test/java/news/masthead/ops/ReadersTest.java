package news.masthead.ops;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Given.Person;
import news.masthead.given.Size;
import news.masthead.given.Together;
import news.masthead.identity.Account;
import news.masthead.identity.AccountChange;
import news.masthead.identity.Accounts;
import news.masthead.identity.Bans;
import news.masthead.identity.Devices;
import news.masthead.identity.Role;
import news.masthead.identity.Sessions;
import news.masthead.subscription.Entitlements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SiteTest
class ReadersTest {

    @Inject
    Given people;

    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    Devices devices;

    @Inject
    Bans bans;

    @Inject
    Entitlements entitlements;

    @Inject
    Clock clock;

    @Test
    void a_ban_ends_the_sessions_at_once_refuses_the_next_and_leaves_what_was_paid() {
        Person reader = people.aSubscriber();
        Person admin = admin();

        post(admin, reader, "ban", "Sold the log-in to forty people.").statusCode(303);

        assertTrue(sessions.reader(reader.session()).isEmpty());
        assertTrue(logIn(reader).isEmpty());
        assertTrue(entitlements.cover(reader.account(), clock.instant()));
        page(admin, reader)
                .statusCode(200)
                .body(
                        containsString("Sold the log-in to forty people."),
                        containsString(email(admin)),
                        containsString("Lift the ban"));
    }

    @Test
    void a_lifted_ban_lets_the_reader_in_and_both_deeds_are_kept() {
        Person reader = people.aReader();
        Person admin = admin();
        post(admin, reader, "ban", "A mix-up.").statusCode(303);
        post(admin, reader, "lift", "It was somebody else.").statusCode(303);

        assertTrue(logIn(reader).isPresent());
        List<AccountChange> history = bans.history(reader.account());
        assertEquals(
                List.of(AccountChange.What.BAN_LIFTED, AccountChange.What.BANNED),
                history.stream().map(change -> change.what).toList());
        assertEquals(email(admin), history.getFirst().by);
    }

    @Test
    void an_administrator_logs_a_reader_out_everywhere() {
        Person reader = people.aReader();
        post(admin(), reader, "end-sessions", "A lost phone.").statusCode(303);
        assertTrue(sessions.reader(reader.session()).isEmpty());
        assertTrue(logIn(reader).isPresent());
    }

    @Test
    void a_ban_at_the_moment_of_log_ins_leaves_nobody_in() throws Exception {
        for (int round = 0; round < Size.of(10, 200); round++) {
            Person reader = people.aReader();
            List<Callable<?>> together = new ArrayList<>();
            for (int device = 0; device < 8; device++) {
                together.add(() -> logIn(reader));
            }
            together.add(4, () -> {
                bans.ban(reader.account(), "admin@masthead.example", "Test");
                return true;
            });
            Together.of(together);
            assertEquals(0, devices.count(reader.account()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ban", "lift", "end-sessions"})
    void a_deed_without_a_reason_is_not_done(String deed) {
        Person reader = people.aReader();
        post(admin(), reader, deed, "  ").statusCode(400).body(containsString("Please say why"));
        assertTrue(sessions.reader(reader.session()).isPresent());
        assertEquals(List.of(), bans.history(reader.account()));
    }

    @Test
    void nobody_bans_the_account_that_is_at_work_and_the_reason_is_not_lost() {
        Person admin = admin();
        post(admin, admin, "ban", "To see what happens")
                .statusCode(400)
                .body(containsString("your own account"), containsString("To see what happens"));
        assertFalse(accounts.find(admin.account()).orElseThrow().isBanned());
    }

    @Test
    void a_reader_is_found_by_address_in_any_case() {
        Person reader = people.aReader();
        find(admin(), email(reader).toUpperCase())
                .statusCode(200)
                .body(containsString(email(reader)), containsString("/ops/readers/" + reader.account()));
        find(admin(), "nobody@reader.example").statusCode(200).body(containsString("Nobody has logged in"));
        find(admin(), "").statusCode(200).body(not(containsString("Nobody has logged in")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "editor", "chief", "billing"})
    void is_for_administrators_alone(String role) {
        Person other = role.isEmpty() ? people.aReader() : people.someone(Role.READER, role);
        Person reader = people.aReader();
        find(other, email(reader)).statusCode(403);
        page(other, reader).statusCode(403);
        for (String deed : List.of("ban", "lift", "end-sessions")) {
            post(other, reader, deed, "Because").statusCode(403);
        }
        assertTrue(sessions.reader(reader.session()).isPresent());
    }

    @Test
    void an_account_that_is_nobodys_is_not_there() {
        given().cookie("session", admin().session())
                .get("/ops/readers/999999999999")
                .then()
                .statusCode(404);
        given().cookie("session", admin().session())
                .formParam("reason", "Because")
                .post("/ops/readers/999999999999/ban")
                .then()
                .statusCode(404);
    }

    private Person admin() {
        return people.someone(Role.READER, Role.ADMIN);
    }

    private String email(Person person) {
        return accounts.find(person.account()).orElseThrow().email;
    }

    private Optional<String> logIn(Person reader) {
        Account account = accounts.find(reader.account()).orElseThrow();
        return sessions.open(account, Set.of(Role.READER), new Sessions.Tokens("", Optional.empty()), "test");
    }

    private static ValidatableResponse find(Person who, String email) {
        return given().cookie("session", who.session())
                .queryParam("email", email)
                .get("/ops/readers")
                .then();
    }

    private static ValidatableResponse page(Person who, Person reader) {
        return given().cookie("session", who.session())
                .get("/ops/readers/" + reader.account())
                .then();
    }

    private static ValidatableResponse post(Person who, Person reader, String deed, String reason) {
        return given().cookie("session", who.session())
                .redirects()
                .follow(false)
                .formParam("reason", reason)
                .post("/ops/readers/" + reader.account() + "/" + deed)
                .then();
    }
}
