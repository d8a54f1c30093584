package news.masthead.billing;

import com.stripe.StripeClient;
import com.stripe.model.Event;
import com.stripe.param.EventListParams;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Events that Stripe could not deliver. It keeps them for 30 days: https://docs.stripe.com/webhooks/process-undelivered-events */
@ApplicationScoped
class UndeliveredEvents {

    private static final long PAGE = 100;
    private static final Duration ON_ITS_WAY = Duration.ofHours(6);

    @Inject
    StripeClient stripe;

    @Inject
    EventInbox inbox;

    @Inject
    StripeEvent.Repository known;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * Puts those that we do not have where the others arrive.
     *
     * @return how many there were
     * @throws StripeFailure where Stripe does not answer
     */
    int fetch() {
        EventListParams asked = EventListParams.builder()
                .setDeliverySuccess(false)
                .setLimit(PAGE)
                .build();
        List<Event> missed =
                Patience.with(() -> StripeFailure.all(() -> stripe.v1().events().list(asked)));
        List<Event> strange = missed.stream()
                .filter(this::isOverdue)
                .filter(event -> !isKnown(event.getId()))
                .toList();
        strange.forEach(this::keep);
        return strange.size();
    }

    /** A younger one is still on its way. */
    private boolean isOverdue(Event event) {
        return Instant.ofEpochSecond(event.getCreated())
                .isBefore(clock.instant().minus(ON_ITS_WAY));
    }

    @Transactional
    boolean isKnown(String event) {
        return known.findByIdOptional(event).isPresent();
    }

    private void keep(Event event) {
        byte[] raw = event.toJson().getBytes(StandardCharsets.UTF_8);
        try {
            EventHead head = EventHead.read(raw);
            QuarkusTransaction.requiringNew().run(() -> {
                put(head, raw);
                entities.createNativeQuery("update stripe_event set fetched = true where id = :id")
                        .setParameter("id", head.id())
                        .executeUpdate();
            });
        } catch (EventHead.NotAnEvent garbled) {
            Log.errorf("Stripe lists %s, which is no event", event.getId());
        }
    }

    private void put(EventHead head, byte[] raw) {
        try {
            inbox.keep(head, raw);
        } catch (SQLException silent) {
            throw new IllegalStateException("The inbox does not take " + head.id(), silent);
        }
    }
}
