package news.masthead.billing;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import news.masthead.billing.Till.Buyer;
import news.masthead.given.Together;
import news.masthead.values.NetworkPrefix;
import org.junit.jupiter.api.Test;

/** Limits stop who floods or tries out cards, and nobody else. */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class CheckoutLimitsTest {

    private static final AtomicLong NOBODYS = new AtomicLong(1_000_000_000L);

    @Inject
    TryBook tries;

    @Inject
    CheckoutTries shown;

    @Inject
    CheckoutLimits limits;

    @Inject
    ForgetTries forget;

    @Inject
    Till till;

    @Inject
    MovableClock clock;

    private final String address = anAddress();

    @Test
    void an_office_of_two_hundred_behind_one_address_buys_within_the_hour() {
        for (int colleague = 0; colleague < 200; colleague++) {
            long account = aStranger();
            assertAdmitted(opens(account, address));
            if (colleague % 6 == 0) {
                fails(account, 1);
                assertAdmitted(opens(account, address));
            }
        }
    }

    @Test
    void an_address_over_its_limit_shuts_out_nobody_who_has_tried_nothing_yet() {
        int cards = limits.failed().address();
        for (int stolen = 0; stolen < cards; stolen += 4) {
            long account = aStranger();
            assertAdmitted(opens(account, address));
            fails(account, 4);
        }
        assertAdmitted(opens(aStranger(), address));

        long thief = aStranger();
        opens(thief, address);
        fails(thief, limits.crowded());
        assertRefused(opens(thief, address));
    }

    @Test
    void who_fails_with_four_cards_may_try_the_fifth_and_who_goes_on_and_on_waits_an_hour() {
        long account = aStranger();
        opens(account, address);
        fails(account, 4);
        assertAdmitted(opens(account, address));
        assertFalse(tries.hasFailedTooOften(account));

        fails(account, 4);
        Instant again = assertRefused(opens(account, address));
        assertTrue(tries.hasFailedTooOften(account));
        clock.moveTo(again);
        assertAdmitted(opens(account, address));
    }

    @Test
    void a_payment_that_failed_counts_once_however_often_it_is_told() {
        long account = aStranger();
        String charge = "ch_" + UUID.randomUUID();
        assertTrue(tries.failed(account, charge));
        assertFalse(tries.failed(account, charge));
    }

    @Test
    void many_at_once_take_no_more_than_there_are() throws Exception {
        long account = aStranger();
        AtomicInteger admitted = new AtomicInteger();
        Together.of(30, () -> opens(account, address).isEmpty() ? admitted.incrementAndGet() : 0);
        assertEquals(limits.opened().account(), admitted.get());
    }

    @Test
    void the_whole_network_that_an_ipv6_subscriber_is_given_is_one_address() {
        String subscriber = "2401:4900:%x:%x".formatted(random(), random());
        Optional<Long> nobody = Optional.empty();
        for (int guess = 0; guess < limits.wrongCode().address(); guess++) {
            assertAdmitted(tries.take(
                    new Try(Try.Kind.WRONG_CODE, nobody, Optional.of(network(subscriber + "::" + (guess + 1))))));
        }
        assertRefused(tries.take(new Try(Try.Kind.WRONG_CODE, nobody, Optional.of(network(subscriber + ":1:2:3:4")))));
        assertAdmitted(tries.take(new Try(
                Try.Kind.WRONG_CODE,
                nobody,
                Optional.of(network("2401:4900:%x:%x::1".formatted(random(), random()))))));
    }

    @Test
    void staff_see_who_tried_and_after_days_nobody_does() {
        long account = aStranger();
        Instant before = clock.instant();
        opens(account, address);
        fails(account, 8);
        opens(account, address);
        TriesOfOne seen = shown.busiest(before, 1000).stream()
                .filter(one -> one.account().equals(Optional.of(account)))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(1L, 8L, 1L), List.of(seen.opened(), seen.failed(), seen.refused()));
        assertEquals(Optional.of(address), seen.network());

        clock.moveTo(clock.instant().plus(Duration.ofDays(3)).plusSeconds(60));
        forget.run();
        assertEquals(
                List.of(),
                shown.busiest(before, 1000).stream()
                        .filter(one -> one.account().equals(Optional.of(account)))
                        .toList());
    }

    @Test
    void who_opens_page_after_page_is_told_in_a_sentence_when_to_come_back() {
        Buyer reader = till.aReader();
        List<String> plans = List.of("quarterly", "yearly");
        IntStream.range(0, limits.opened().account())
                .forEach(page -> reader.subscribe(plans.get(page % 2)).then().statusCode(303));
        reader.subscribe(plans.get(limits.opened().account() % 2))
                .then()
                .statusCode(429)
                .header("Retry-After", Integer::parseInt, org.hamcrest.Matchers.lessThanOrEqualTo(3601))
                .body(containsString("That was tried too often. Nothing was charged; please try again after "));
    }

    private Optional<Instant> opens(long account, String network) {
        return tries.take(new Try(Try.Kind.OPENED, Optional.of(account), Optional.of(network)));
    }

    private void fails(long account, int times) {
        for (int i = 0; i < times; i++) {
            tries.failed(account, "ch_" + UUID.randomUUID());
        }
    }

    private static void assertAdmitted(Optional<Instant> again) {
        assertEquals(Optional.empty(), again);
    }

    private static Instant assertRefused(Optional<Instant> again) {
        return again.orElseThrow(() -> new AssertionError("Admitted"));
    }

    private static String network(String address) {
        return Try.network(NetworkPrefix.address(address).orElseThrow());
    }

    private static long aStranger() {
        return NOBODYS.incrementAndGet();
    }

    private static String anAddress() {
        return "49.%d.%d.%d".formatted(random() % 256, random() % 256, random() % 256);
    }

    private static int random() {
        return ThreadLocalRandom.current().nextInt(1, 0xffff);
    }
}
