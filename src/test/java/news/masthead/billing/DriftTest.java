package news.masthead.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.twin.DeliveryMode;
import news.masthead.billing.twin.StripeTwin;
import news.masthead.given.Together;
import news.masthead.subscription.EntitlementChanged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What no event told of is found, healed, put on record and said aloud. */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class DriftTest {

    private static final Duration DRAFT_HOUR = Duration.ofHours(2);

    StripeTwin twin;

    Line line;

    @Inject
    Till till;

    @Inject
    Oracle oracle;

    @Inject
    Reconcile reconcile;

    @Inject
    NightlyWalk walk;

    @Inject
    WalkBook walks;

    @Inject
    Recheck recheck;

    @Inject
    DriftBook drift;

    @Inject
    DriftAlarm alarm;

    @Inject
    MovableClock clock;

    @Inject
    Calm calm;

    @Inject
    EntityManager entities;

    @Inject
    Event<EntitlementChanged> changes;

    @AfterEach
    void the_twin_kept_to_stripes_contract() {
        line.mend();
        twin.deliver(DeliveryMode.FAITHFUL);
        assertEquals(List.of(), twin.violations());
    }

    @Test
    @Case(32)
    void a_renewal_of_which_every_event_was_lost_is_healed_put_on_record_and_alarmed() {
        twin.deliver(DeliveryMode.FAITHFUL.losing("*"));
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        till.moveWithoutReconcile(reader, till.periodEnd(reader).plus(DRAFT_HOUR));
        reconcile.now();
        Drift found = drift.of(reader.account()).getFirst();
        assertTrue(found.healed());
        assertFalse(found.ours().equals(found.theirs()));
        assertTrue(found.theirs().contains("180000 paise paid"), found.theirs());
        assertEquals(oracle.atStripe(reader), oracle.withUs(reader));

        assertTrue(found.alarmed().isEmpty(), "an event may still come");
        long before = drift.alarming();
        alarm.run(Long.toString(found.id()));
        assertEquals(before + 1, drift.alarming());
        alarm.run(Long.toString(found.id()));
        assertEquals(before + 1, drift.alarming());
    }

    @Test
    void looks_at_the_same_moment_put_one_drift_on_record() throws Exception {
        twin.deliver(DeliveryMode.FAITHFUL.losing("*"));
        Buyer known = till.aSubscriber("quarterly", Card.GOOD);
        Buyer wiped = till.aSubscriber("yearly", Card.GOOD);
        till.moveWithoutReconcile(known, till.periodEnd(known).plus(DRAFT_HOUR));
        wipe(wiped);
        List<String> both = Stream.of(known, wiped)
                .map(reader -> till.subscriptionsAtStripe(reader).getFirst().getId())
                .toList();
        List<Callable<?>> looks = new ArrayList<>();
        for (String id : both) {
            for (Drift.Run run : List.of(Drift.Run.HOURLY, Drift.Run.NIGHTLY, Drift.Run.STAFF)) {
                looks.add(() -> recheck.at(id, run));
            }
        }
        Together.of(looks);
        assertEquals(1, drift.of(known.account()).size());
        assertEquals(1, drift.of(wiped.account()).size());

        wipe(wiped);
        recheck.at(both.getLast(), Drift.Run.NIGHTLY);
        assertEquals(2, drift.of(wiped.account()).size(), "lost again, it is found again");
    }

    @Test
    void what_two_looks_found_that_started_from_the_same_is_written_once() {
        Buyer reader = till.aReader();
        String subscription = "sub_of_" + reader.account();
        long from = drift.departure(subscription);
        DriftBook.Difference found = new DriftBook.Difference("unknown", "RUNNING", true, from);
        assertTrue(drift.found(Drift.Run.HOURLY, subscription, reader.account(), found, clock.instant()));
        assertFalse(drift.found(Drift.Run.NIGHTLY, subscription, reader.account(), found, clock.instant()));
        DriftBook.Difference later =
                new DriftBook.Difference("unknown", "RUNNING", true, drift.departure(subscription));
        assertTrue(drift.found(Drift.Run.NIGHTLY, subscription, reader.account(), later, clock.instant()));
    }

    @Test
    void an_event_that_comes_after_the_look_explains_what_it_found() {
        twin.deliver(DeliveryMode.FAITHFUL.late(Duration.ofSeconds(5)));
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        till.moveWithoutReconcile(reader, till.periodEnd(reader).plus(DRAFT_HOUR));
        reconcile.now();
        calm.after(twin);
        drift.of(reader.account()).forEach(one -> alarm.run(Long.toString(one.id())));
        assertTrue(drift.of(reader.account()).stream().allMatch(Drift::told));
    }

    @Test
    void the_walk_finds_a_subscription_that_we_never_saw() {
        Buyer reader = till.aSubscriber("yearly", Card.GOOD);
        wipe(reader);
        assertFalse(till.isEntitled(reader));
        aNightLater();
        Eventually.holds(() -> assertTrue(till.isEntitled(reader)));
        assertTrue(drift.of(reader.account()).getFirst().ours().startsWith("unknown"));
    }

    @Test
    void what_stripe_does_not_know_is_not_healed_and_said_once() {
        Buyer reader = till.aReader();
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("""
                                insert into subscription (account, provider_ref, plan, state, paise, fetch_number)
                                values (:account, :ref, 'quarterly', 'RUNNING', 90000, 0)""")
                        .setParameter("account", reader.account())
                        .setParameter("ref", "sub_nobodys" + reader.account())
                        .executeUpdate());
        reconcile.now();
        reconcile.now();
        assertEquals(1, drift.of(reader.account()).size());
        assertFalse(drift.of(reader.account()).getFirst().healed());
        wipe(reader);
    }

    @Test
    void a_walk_that_stripes_silence_stopped_goes_on() {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        wipe(reader);
        line.cut();
        aNightLater();
        assertFalse(till.isEntitled(reader));
        assertTrue(walks.due(Instant.MIN).isPresent(), "it is not over");
        line.mend();
        walk.run();
        assertTrue(till.isEntitled(reader));
        assertTrue(walks.due(Instant.MIN).isEmpty());
    }

    @Test
    void one_that_fails_keeps_no_other_from_being_healed() {
        Buyer first = till.aSubscriber("quarterly", Card.GOOD);
        Buyer second = till.aSubscriber("quarterly", Card.GOOD);
        wipe(first);
        wipe(second);
        Buyer inTheWay = till.aSubscriber("quarterly", Card.GOOD);
        String paid = (String) QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(
                                "select ref from billing_fact where kind = 'PAID' and account = :account")
                        .setParameter("account", first.account())
                        .getSingleResult());
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update term set invoice_ref = :paid where subscription = "
                                + "(select id from subscription where account = :account)")
                        .setParameter("paid", paid)
                        .setParameter("account", inTheWay.account())
                        .executeUpdate());
        aNightLater();
        Eventually.holds(() -> assertTrue(till.isEntitled(second)));
        assertTrue(walks.due(Instant.MIN).isEmpty(), "the walk came to its end");
    }

    @Test
    void events_that_did_not_get_through_are_fetched() {
        twin.deliver(DeliveryMode.FAITHFUL.losing("*"));
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        aNightLater();
        Eventually.holds(() -> assertTrue(heardOf(reader) > 0));
    }

    private void aNightLater() {
        walk.run();
        clock.moveTo(clock.instant().plus(Duration.ofHours(25)));
        walk.run();
    }

    private void wipe(Buyer reader) {
        calm.after(twin);
        QuarkusTransaction.requiringNew().run(() -> {
            execute("delete from entitlement where account = :account", reader);
            execute(
                    "delete from term where subscription in (select id from subscription where account = :account)",
                    reader);
            execute("delete from subscription where account = :account", reader);
        });
        entitlementsChanged(reader);
    }

    private void entitlementsChanged(Buyer reader) {
        QuarkusTransaction.requiringNew().run(() -> changes.fire(new EntitlementChanged(reader.account())));
    }

    private void execute(String sql, Buyer reader) {
        entities.createNativeQuery(sql)
                .setParameter("account", reader.account())
                .executeUpdate();
    }

    private long heardOf(Buyer reader) {
        return ((Number) QuarkusTransaction.requiringNew()
                        .call(() -> entities.createNativeQuery("""
                                        select count(*) from stripe_event e where state = 'HEARD' and object in
                                        (select object from stripe_object where account = :account)""")
                                .setParameter("account", reader.account())
                                .getSingleResult()))
                .longValue();
    }
}
