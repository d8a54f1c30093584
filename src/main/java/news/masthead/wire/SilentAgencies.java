package news.masthead.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.masthead.jobs.RecurringJob;
import org.jboss.logging.Logger;

/**
 * Raises an alert when an agency is silent for longer than it should be, and ends it with the first item that comes. An agency that never sent
 * anything is not silent but new.
 */
@ApplicationScoped
class SilentAgencies implements RecurringJob {

    private static final Logger LOG = Logger.getLogger(SilentAgencies.class);

    /** Chance makes gaps of twice the usual length seldom, and still longer ones of an agency that is well hardly ever. */
    private static final int USUAL_GAPS = 2;

    private static final Duration NEVER_BEFORE = Duration.ofHours(1);
    private static final Duration WHILE_NOTHING_IS_LEARNED = Duration.ofDays(1);

    @Inject
    Agencies agencies;

    @Inject
    Rhythm rhythm;

    @Inject
    Silence.Repository silences;

    @Inject
    Clock clock;

    @Inject
    SilentAgencies self;

    @Override
    public String name() {
        return "wire-silent-agencies";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        agencies.all().values().forEach(agency -> self.listen(agency.id(), agency.usualSilence(), now));
        self.forgetStrangers(now);
    }

    /**
     * How long an agency may be silent at a moment.
     *
     * @param fixed as its profile says; none to go by what was learned
     */
    Duration alarmAfter(String source, Optional<Duration> fixed, Instant now) {
        return fixed.orElseGet(() -> rhythm.usualGap(source, now)
                .map(usual -> usual.multipliedBy(USUAL_GAPS))
                .map(twice -> twice.compareTo(NEVER_BEFORE) < 0 ? NEVER_BEFORE : twice)
                .orElse(WHILE_NOTHING_IS_LEARNED));
    }

    /** Raises the alert, ends it, or leaves all as it is. */
    @Transactional
    void listen(String source, Optional<Duration> fixed, Instant now) {
        Optional<Instant> last = rhythm.lastArrival(source);
        Optional<Silence> silence = silences.of(source);
        if (last.isEmpty()) {
            return;
        }
        if (silence.isPresent()) {
            silence.filter(lasting -> last.get().isAfter(lasting.lastArrival)).ifPresent(over -> {
                over.ends(last.get());
                LOG.infof("%s is heard of again", source);
            });
            return;
        }
        Duration alarmAfter = alarmAfter(source, fixed, now);
        if (now.isAfter(last.get().plus(alarmAfter))) {
            silences.persist(new Silence(source, last.get(), alarmAfter, now));
            LOG.warnf("Nothing came from %s since %s; that is longer than usual", source, last.get());
        }
    }

    /** Nobody waits for an agency without a contract. */
    @Transactional
    void forgetStrangers(Instant now) {
        silences.all().stream()
                .filter(silence -> agencies.find(silence.source).isEmpty())
                .forEach(silence -> silence.ends(now));
    }
}
