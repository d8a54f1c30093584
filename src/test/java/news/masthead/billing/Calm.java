package news.masthead.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import news.masthead.billing.twin.StripeTwin;

/** Waits until every event that was sent has arrived and been heard, so that what a test then damages nobody heals behind its back. */
@ApplicationScoped
class Calm {

    @Inject
    EntityManager entities;

    void after(StripeTwin twin) {
        try {
            assertTrue(twin.awaitDeliveries(Duration.ofSeconds(30)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
        Eventually.holds(() -> assertEquals(0L, waiting()));
    }

    private long waiting() {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number)
                                entities.createNativeQuery("select count(*) from stripe_event where state = 'WAITING'")
                                        .getSingleResult())
                        .longValue());
    }
}
