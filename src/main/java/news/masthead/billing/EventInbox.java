package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import news.masthead.jobs.Outbox;

/** Stripe's events, kept as they came. One is acknowledged only once it is in here together with the job that will look into it. */
@ApplicationScoped
class EventInbox {

    @Inject
    StripeEvent.Repository events;

    @Inject
    EntityManager entities;

    @Inject
    Outbox outbox;

    @Inject
    HearEvent hearEvent;

    @Inject
    Clock clock;

    /** Keeps a genuine event, once however often it is sent. */
    @Transactional
    void keep(EventHead head, byte[] raw) {
        int kept = entities.createNativeQuery("""
                        insert into stripe_event (id, type, object, created_at, live, api_version, raw, received_at, state)
                        values (:id, :type, :object, :created, :live, :apiVersion, :raw, :received, 'WAITING')
                        on conflict (id) do nothing""")
                .setParameter("id", head.id())
                .setParameter("type", head.type())
                .setParameter("object", head.object())
                .setParameter("created", head.created())
                .setParameter("live", head.live())
                .setParameter("apiVersion", head.apiVersion())
                .setParameter("raw", raw)
                .setParameter("received", clock.instant())
                .executeUpdate();
        if (kept == 1) {
            outbox.soon(hearEvent, head.id());
        }
    }

    @Transactional
    byte[] raw(String id) {
        return events.findById(id).raw;
    }

    @Transactional
    void close(String id, StripeEvent.State state, String note) {
        StripeEvent event = events.findById(id);
        event.state = state;
        event.note = note;
    }
}
