package news.masthead.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.Closeable;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.letters.Letter;
import news.masthead.billing.letters.Letters;
import news.masthead.identity.Accounts;
import news.masthead.values.Money;
import org.junit.jupiter.api.Test;

/** A mail server that lets everybody in and says nothing keeps no letter for long. */
@QuarkusTest
@TestProfile(SilentMailServerTest.OnPaperInAHurry.class)
class SilentMailServerTest {

    PostOffice post;

    @Inject
    Letters letters;

    @Inject
    FactBook facts;

    @Inject
    Till till;

    @Inject
    Accounts accounts;

    @Inject
    Clock clock;

    public static class OnPaperInAHurry extends OnPaper {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.put("masthead.mail.read-timeout", "PT2S");
            return settings;
        }
    }

    @Test
    void is_given_up_and_tried_again_until_it_speaks() throws Exception {
        Buyer reader = till.aReader();
        try (Closeable silence = post.silence()) {
            paid(reader, "in_" + UUID.randomUUID());
            Eventually.holds(() -> assertTrue(letter(reader).tries >= 2, "it is tried again"));
            assertEquals(Letter.State.QUEUED, letter(reader).state);
            String problem = letter(reader).problem().orElseThrow();
            assertTrue(problem.contains("timed out"), problem);
            assertFalse(problem.contains("@"), problem);
        }
        Eventually.holds(() -> assertEquals(Letter.State.SENT, letter(reader).state));
        assertFalse(post.to(accounts.find(reader.account()).orElseThrow().email).isEmpty());
    }

    private Letter letter(Buyer reader) {
        return letters.of(reader.account()).getFirst();
    }

    private void paid(Buyer reader, String invoice) {
        QuarkusTransaction.requiringNew()
                .run(() -> facts.note(
                        reader.account(),
                        "sub_of_" + reader.account(),
                        List.of(new Fact.Paid(
                                invoice, clock.instant(), "quarterly", Money.rupees(900), Optional.empty()))));
    }
}
