package news.masthead.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.stripe.StripeClient;
import io.quarkus.arc.ClientProxy;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.masthead.billing.twin.DeliveryMode;
import news.masthead.billing.twin.StripeTwin;
import news.masthead.given.Size;
import news.masthead.subscription.Subscriptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every order in which the eight events of a life may arrive, while it is being lived and after. Each order is played in a transaction that is
 * rolled back, by the real code down to the database; Stripe's answers come from a {@link Tape}.
 */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class PermutationsTest {

    private static final int EVENTS = 8;
    private static final Duration TO_WRITE_IT_DOWN = Duration.ofSeconds(2);
    private static final int ORDERS = 40_320;

    StripeTwin twin;

    Line line;

    @Inject
    StripeClient stripe;

    @Inject
    Till till;

    @Inject
    StripeLedger ledger;

    @Inject
    Customers customers;

    @Inject
    Subscriptions subscriptions;

    @Inject
    StripeSync realSync;

    @Inject
    Hearing realHearing;

    @Inject
    EntityManager entities;

    private final StripeSync sync = new StripeSync();
    private final Hearing hearing = new Hearing();
    private Life life;

    @AfterEach
    void the_twin_kept_to_stripes_contract() {
        line.mend();
        twin.deliver(DeliveryMode.FAITHFUL);
        assertEquals(List.of(), twin.violations());
    }

    @Case(2)
    @Case(3)
    @Case(4)
    @Test
    void in_no_order_is_access_or_money_wrong_at_any_step_of_a_life_that_is_renewed_and_given_back()
            throws InterruptedException {
        play("that is renewed and given back", begun().renewedAndGivenBack(), Size.of(160, ORDERS));
    }

    @Case(2)
    @Case(3)
    @Case(4)
    @Test
    void in_no_order_is_access_or_money_wrong_at_any_step_of_a_life_that_is_never_paid_again()
            throws InterruptedException {
        play("that is never paid again", begun().neverPaidAgain(), Size.of(160, ORDERS / 10));
    }

    private Life begun() {
        twin.deliver(DeliveryMode.FAITHFUL.losing("*"));
        return new Life(stripe, till, line.url(), ledger, customers);
    }

    private void play(String which, Life lived, int played) throws InterruptedException {
        life = lived;
        assertEquals(EVENTS, life.happenings.size());
        letNobodyElseLook();
        assembleOverTheTape();
        long start = System.nanoTime();
        // The first is the order of the life itself, the last its reverse, and the others lie evenly between.
        IntStream.range(0, played).forEach(i -> play((int) ((long) i * (ORDERS - 1) / (played - 1))));
        System.out.printf(
                "Orders of the events of a life %s: %d of %d in %d s, 0 wrong%n",
                which, played, ORDERS, (System.nanoTime() - start) / 1_000_000_000);
    }

    /** The clock has moved, so the hourly job may have found the subscription meanwhile; or has its answers, and is about to write them down. */
    private void letNobodyElseLook() throws InterruptedException {
        line.cut();
        Thread.sleep(TO_WRITE_IT_DOWN);
        QuarkusTransaction.requiringNew()
                .run(() -> Stream.of(
                                "delete from billing_fact where subscription = ?1",
                                "delete from entitlement where cause = ?1",
                                "delete from term where subscription in (select id from subscription where provider_ref = ?1)",
                                "delete from subscription where provider_ref = ?1")
                        .forEach(statement -> entities.createNativeQuery(statement)
                                .setParameter(1, life.subscription)
                                .executeUpdate()));
    }

    /** The beans as they are, but that this test's own ask the tape. */
    private void assembleOverTheTape() {
        life.places.customers = customers;
        life.places.subscriptions = subscriptions;
        copy(realSync, sync, StripeSync.class);
        sync.look = life.look;
        copy(realHearing, hearing, Hearing.class);
        hearing.places = life.places;
    }

    private static <T> void copy(T bean, T to, Class<T> type) {
        try {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    field.set(to, field.get(ClientProxy.unwrap(bean)));
                }
            }
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private void play(int number) {
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(60));
        try {
            new Play(number).run();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** One order, with delays, doubles and losses that its number decides. */
    private final class Play {

        private final int[] order;
        private final Random chance;
        private final List<String> told = new ArrayList<>();
        /** Whose answers the latest look has brought; none while they are of two moments. */
        private Optional<Integer> shown = Optional.empty();

        private int looksBegun;
        private int next;

        Play(int number) {
            order = order(number);
            chance = new Random(number);
        }

        void run() {
            life.tape.at(0);
            int lost = chance.nextInt(4) == 0 ? 1 + chance.nextInt(EVENTS) : 0;
            for (next = lost; next < EVENTS; ) {
                deliver();
                check();
                if (chance.nextInt(4) == 0) {
                    again();
                    check();
                }
            }
            if (lost > 0) {
                told.add("reconcile without the first " + lost);
                life.tape.at(life.lastMoment());
                look(() -> sync.sync(life.subscription));
                check();
            }
            shown = Optional.of(life.lastMoment());
            check();
        }

        /** The next event; now and then the look that it causes is slow, and life or other events pass it meanwhile. */
        private void deliver() {
            Life.Happening one = life.happenings.get(order[next++]);
            lifeGoesOnTo(one.moment());
            switch (chance.nextInt(5)) {
                case 0 ->
                    slow(one, () -> {
                        if (next < EVENTS) {
                            deliver();
                        }
                    });
                case 1 -> slow(one, () -> lifeGoesOnTo(life.lastMoment()));
                default -> look(() -> hear(one));
            }
        }

        private void again() {
            Life.Happening one = life.happenings.get(order[chance.nextInt(next)]);
            look(() -> hear(one));
        }

        private void look(Runnable look) {
            looksBegun++;
            shown = Optional.of(life.tape.now());
            look.run();
        }

        /** Its answers are all of the moment at which it began, or some or all of a later one; a look that began later is the better one. */
        private void slow(Life.Happening one, Runnable meanwhile) {
            int began = life.tape.now();
            int mine = ++looksBegun;
            int answers = chance.nextInt(3);
            boolean allAreOld = chance.nextBoolean();
            AtomicInteger later = new AtomicInteger();
            life.tape.interrupt(answers, () -> {
                told.add("(meanwhile");
                meanwhile.run();
                told.add(")");
                later.set(life.tape.now());
                life.tape.at(allAreOld ? began : later.get());
            });
            hear(one);
            life.tape.at(later.get());
            if (looksBegun == mine) {
                shown = answers == 0 || allAreOld || later.get() == began
                        ? Optional.of(allAreOld ? began : later.get())
                        : Optional.empty();
            }
        }

        private void hear(Life.Happening one) {
            told.add(one.type() + " at " + life.tape.now());
            try {
                assertEquals(Optional.empty(), hearing.hear(EventHead.read(one.event()), sync::sync));
            } catch (EventHead.NotAnEvent impossible) {
                throw new AssertionError(impossible);
            }
        }

        private void lifeGoesOnTo(int moment) {
            int further = chance.nextInt(6) == 0 ? 1 : 0;
            life.tape.at(Math.min(life.lastMoment(), Math.max(life.tape.now(), moment) + further));
        }

        private void check() {
            shown.ifPresent(moment -> assertEquals(life.owed.get(moment), withUs(), () -> String.join("\n", told)));
        }
    }

    private Owed withUs() {
        entities.flush();
        Optional<String> access = entities.createNativeQuery(
                        "select starts_at, ends_at from entitlement where cause = ?1", Object[].class)
                .setParameter(1, life.subscription)
                .getResultStream()
                .findFirst()
                .map(row -> instant(((Object[]) row)[0]) + " " + instant(((Object[]) row)[1]));
        Number paise = (Number) entities.createNativeQuery("""
                        select coalesce(sum(case kind when 'PAID' then paise when 'REFUNDED' then -paise else 0 end), 0)
                        from billing_fact where subscription = ?1""")
                .setParameter(1, life.subscription)
                .getSingleResult();
        return new Owed(access, paise.longValue());
    }

    private static Instant instant(Object value) {
        return value instanceof Timestamp stamp ? stamp.toInstant() : (Instant) value;
    }

    /** The permutation of that number in the order of the alphabet: 0 leaves all in place, the last turns them round. */
    private static int[] order(int number) {
        List<Integer> left = new ArrayList<>(IntStream.range(0, EVENTS).boxed().toList());
        int rest = number;
        int[] order = new int[EVENTS];
        int block = ORDERS;
        for (int place = 0; place < EVENTS; place++) {
            block /= EVENTS - place;
            order[place] = left.remove(rest / block);
            rest %= block;
        }
        return order;
    }
}
