package news.masthead.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import news.masthead.values.Money;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnTheTwin.class)
class QuotesTest {

    @Inject
    Quotes quotes;

    @Inject
    ForgetQuotes forget;

    @Inject
    Till till;

    @Inject
    MovableClock clock;

    private final String invoice = "in_" + UUID.randomUUID();

    @Test
    void what_was_offered_is_what_is_accepted() {
        long account = till.aReader().account();
        Quote offered = quotes.offer(account, terms());
        Quote accepted = quotes.accept(offered.id, account);
        assertEquals(terms(), accepted.terms());
        assertTrue(accepted.isAccepted());
    }

    @Test
    void saying_yes_twice_is_one_yes_until_it_was_charged() {
        long account = till.aReader().account();
        UUID id = quotes.offer(account, terms()).id;
        Instant first = accepted(id, account);
        assertEquals(first, accepted(id, account));

        quotes.became(id, invoice);
        quotes.became(id, invoice);
        assertEquals(Quotes.Refused.Why.USED, refusal(id, account));
        assertThrows(IllegalStateException.class, () -> quotes.became(id, invoice + "2"));
    }

    @Test
    void in_many_tabs_at_once_it_is_accepted_once() throws Exception {
        long account = till.aReader().account();
        UUID id = quotes.offer(account, terms()).id;
        try (ExecutorService tabs = Executors.newFixedThreadPool(8)) {
            List<Future<Instant>> yes = IntStream.range(0, 8)
                    .mapToObj(i -> tabs.submit(() -> accepted(id, account)))
                    .toList();
            Instant first = yes.get(0).get();
            for (Future<Instant> one : yes) {
                assertEquals(first, one.get());
            }
        }
    }

    @Test
    void nobody_accepts_what_another_was_offered_or_what_never_was() {
        long account = till.aReader().account();
        UUID id = quotes.offer(account, terms()).id;
        assertEquals(Quotes.Refused.Why.UNKNOWN, refusal(id, till.aReader().account()));
        assertEquals(Quotes.Refused.Why.UNKNOWN, refusal(UUID.randomUUID(), account));
    }

    @Test
    void a_quote_goes_stale_and_is_forgotten_unless_it_was_accepted() {
        long account = till.aReader().account();
        UUID late = quotes.offer(account, terms()).id;
        UUID accepted = quotes.offer(account, terms()).id;
        quotes.accept(accepted, account);
        clock.moveTo(clock.instant().plus(Quotes.VALID_FOR));
        assertEquals(Quotes.Refused.Why.STALE, refusal(late, account));
        quotes.accept(accepted, account);

        forget.run();
        assertTrue(quotes.find(late).isPresent());
        clock.moveTo(clock.instant().plus(Duration.ofDays(1)).plusSeconds(60));
        forget.run();
        assertTrue(quotes.find(late).isEmpty());
        assertTrue(quotes.find(accepted).isPresent());
    }

    private Instant accepted(UUID id, long account) {
        quotes.accept(id, account);
        return quotes.find(id).orElseThrow().acceptedAt;
    }

    private Quotes.Refused.Why refusal(UUID id, long account) {
        return assertThrows(Quotes.Refused.class, () -> quotes.accept(id, account)).why;
    }

    private Quote.Terms terms() {
        return new Quote.Terms(
                Quote.Kind.UPGRADE,
                Optional.of("sub_1"),
                "yearly",
                "price_1",
                Optional.of("DIWALI"),
                new Money(225_000),
                new Money(34_322),
                Optional.of(new Quote.Charge(
                        Instant.parse("2027-11-26T00:00:00Z").truncatedTo(ChronoUnit.SECONDS), new Money(270_000))),
                new Money(270_000),
                Optional.of(Instant.parse("2026-11-26T00:00:00Z")));
    }
}
