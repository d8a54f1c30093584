package news.masthead.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import news.masthead.jobs.RecurringJob;

/** Destroys what is left of sessions that have run out: who logged in when, on what, and the provider's tokens. */
@ApplicationScoped
class ForgetSessions implements RecurringJob {

    @Inject
    Session.Repository sessions;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "forget-sessions";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    @Transactional
    public void run() {
        sessions.delete("expiresAt <= ?1", clock.instant());
    }
}
