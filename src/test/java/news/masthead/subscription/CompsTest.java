package news.masthead.subscription;

import static news.masthead.given.Given.Person;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SiteTest
class CompsTest {

    private static final String REASON = "Won the crossword";

    @Inject
    Comps comps;

    @Inject
    Entitlements entitlements;

    @Inject
    Given given;

    @Inject
    Clock clock;

    @Inject
    AgroalDataSource dataSource;

    private long reader;
    private long staff;
    private Instant until;

    @BeforeEach
    void a_reader_and_somebody_of_the_house() {
        reader = given.aReader().account();
        staff = given.someone("reader", "billing").account();
        until = clock.instant().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    }

    @Test
    void opens_everything_at_once_and_until_its_end_but_not_at_it() {
        assertFalse(entitlements.cover(reader, clock.instant()));
        grant();
        assertTrue(entitlements.cover(reader, clock.instant()));
        assertTrue(entitlements.cover(reader, until.minusNanos(1_000)));
        assertFalse(entitlements.cover(reader, until));
        assertEquals(List.of("comp"), entitlements.plans(reader, clock.instant()));
    }

    @Test
    void is_one_at_a_time_however_many_are_given_at_once() throws Exception {
        ConcurrentLinkedQueue<Comps.Outcome> outcomes = new ConcurrentLinkedQueue<>();
        Callable<Boolean> giving = () -> outcomes.add(comps.grant(reader, until, REASON, staff));
        Together.of(20, giving);
        assertEquals(
                1,
                outcomes.stream()
                        .filter(Comps.Outcome.Granted.class::isInstance)
                        .count());
        assertEquals(
                1,
                comps.running().stream().filter(comp -> comp.account == reader).count());
    }

    @Test
    void that_runs_already_stays_as_it_is() {
        Comp first = grant();
        Comps.Outcome again = comps.grant(reader, until.plus(300, ChronoUnit.DAYS), "Another reason", staff);
        assertEquals(
                first.id,
                assertInstanceOf(Comps.Outcome.RunsAlready.class, again).comp().id);
        assertEquals(until, comps.find(first.id).orElseThrow().endsAt);
        assertFalse(entitlements.cover(reader, until));
    }

    @Test
    void closes_at_once_when_it_is_taken_back_and_stays_on_record() {
        Comp comp = grant();
        long other = given.someone("reader", "admin").account();
        assertTrue(comps.revoke(comp.id, other));
        assertFalse(entitlements.cover(reader, clock.instant()));
        Comp kept = comps.find(comp.id).orElseThrow();
        assertEquals(staff, kept.grantedBy);
        assertEquals(REASON, kept.reason);
        assertEquals(until, kept.endsAt, "as it was given");
        assertEquals(other, kept.revokedBy().orElseThrow());
        assertTrue(comps.over(50).stream().anyMatch(one -> one.id.equals(comp.id)));
        assertTrue(comps.runningOf(reader).isEmpty());
    }

    @Test
    void taken_back_twice_keeps_who_did_it_first() {
        Comp comp = grant();
        comps.revoke(comp.id, staff);
        assertFalse(comps.revoke(comp.id, given.someone("reader", "admin").account()));
        assertEquals(staff, comps.find(comp.id).orElseThrow().revokedBy().orElseThrow());
    }

    @Test
    void that_was_taken_back_can_be_given_anew() {
        comps.revoke(grant().id, staff);
        grant();
        assertTrue(entitlements.cover(reader, clock.instant()));
    }

    @Test
    void of_one_account_opens_nothing_for_another_and_ends_nothing_of_another() {
        Person other = given.aReader();
        Comp mine = grant();
        comps.grant(other.account(), until, REASON, staff);
        comps.revoke(mine.id, staff);
        assertFalse(entitlements.cover(reader, clock.instant()));
        assertTrue(entitlements.cover(other.account(), clock.instant()));
        assertFalse(comps.revoke(Long.MAX_VALUE, staff));
    }

    @Test
    void stands_beside_a_subscription_and_neither_ends_the_other() {
        Person subscriber = given.aSubscriber();
        Comp comp = assertInstanceOf(
                        Comps.Outcome.Granted.class, comps.grant(subscriber.account(), until, REASON, staff))
                .comp();
        assertEquals(
                List.of("comp", "quarterly"),
                entitlements.plans(subscriber.account(), clock.instant()).stream()
                        .sorted()
                        .toList());
        comps.revoke(comp.id, staff);
        assertEquals(List.of("quarterly"), entitlements.plans(subscriber.account(), clock.instant()));
        Comp another = assertInstanceOf(
                        Comps.Outcome.Granted.class, comps.grant(subscriber.account(), until, REASON, staff))
                .comp();
        given.refund(subscriber);
        assertEquals(List.of("comp"), entitlements.plans(subscriber.account(), clock.instant()));
        assertTrue(another.runs(clock.instant()));
    }

    @Test
    void without_a_reason_or_an_end_cannot_be_kept() {
        String row =
                "insert into comp (account, starts_at, ends_at, reason, granted_by) values (" + reader + ", now(), ";
        assertThrows(SQLException.class, () -> execute(row + "now() + interval '1 day', '', " + staff + ")"));
        assertThrows(SQLException.class, () -> execute(row + "now(), 'why', " + staff + ")"));
    }

    private Comp grant() {
        return assertInstanceOf(Comps.Outcome.Granted.class, comps.grant(reader, until, REASON, staff))
                .comp();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
