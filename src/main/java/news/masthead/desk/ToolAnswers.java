package news.masthead.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import news.masthead.jobs.RecurringJob;
import news.masthead.web.Site;

/** What tools were answered, by the {@code Idempotency-Key} they sent, so that a request that is sent again does nothing again. Kept for a week. */
@ApplicationScoped
class ToolAnswers implements RecurringJob {

    private static final Duration KEPT = Duration.ofDays(7);

    @Inject
    EntityManager entities;

    @Inject
    Site site;

    @Inject
    Clock clock;

    /**
     * A request that may be sent again.
     *
     * @param digest SHA-256 of everything that it asks for
     */
    record Request(String key, byte[] digest) {}

    /** What is known of a request. */
    sealed interface Before {

        /** It is new; whoever sends it at the same time waits until the transaction around this call ends. */
        record Nothing() implements Before {}

        record Answered(ToolAnswer answer) implements Before {}

        /** Its key was another request's. */
        record OtherRequest() implements Before {}
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Before before(Request request) {
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:key, 0)) as text)")
                .setParameter("key", "tool/" + request.key)
                .getSingleResult();
        Optional<Tuple> row = entities.createNativeQuery(
                        "select request, story, path, version from tool_answer where key = :key", Tuple.class)
                .setParameter("key", request.key)
                .getResultStream()
                .map(Tuple.class::cast)
                .findFirst();
        return row.map(kept -> known(kept, request)).orElseGet(Before.Nothing::new);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void keep(Request request, ToolAnswer answer) {
        entities.createNativeQuery("""
                        insert into tool_answer (key, request, story, path, version, answered_at)
                        values (:key, :request, :story, :path, :version, :now)""")
                .setParameter("key", request.key)
                .setParameter("request", request.digest)
                .setParameter("story", answer.id())
                .setParameter("path", answer.path())
                .setParameter("version", answer.version())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @Override
    public String name() {
        return "forget-tool-answers";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    @Transactional
    public void run() {
        entities.createNativeQuery("delete from tool_answer where answered_at < :kept")
                .setParameter("kept", clock.instant().minus(KEPT))
                .executeUpdate();
    }

    private Before known(Tuple kept, Request request) {
        if (!Arrays.equals(kept.get("request", byte[].class), request.digest)) {
            return new Before.OtherRequest();
        }
        return new Before.Answered(ToolAnswer.of(
                kept.get("story", Long.class),
                kept.get("path", String.class),
                kept.get("version", Integer.class),
                site));
    }
}
