package news.masthead.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import news.masthead.jobs.RecurringJob;
import news.masthead.values.Publication;

/**
 * A secret for each calendar month of the publisher's zone, made when first needed and destroyed when the month after it ends, together with
 * the meters kept under it. After that nobody, we included, can tell who read what.
 */
@ApplicationScoped
class MonthSecrets implements RecurringJob {

    private static final int BYTES = 32;

    @Inject
    EntityManager entities;

    @Inject
    MonthSecrets self;

    @Inject
    Publication publication;

    @Inject
    Clock clock;

    private final LoadingCache<YearMonth, byte[]> known =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(1)).build(month -> self.load(month));

    byte[] secretOf(Instant at) {
        return known.get(YearMonth.from(at.atZone(publication.zone())));
    }

    @Transactional
    byte[] load(YearMonth month) {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        entities.createNativeQuery(
                        "insert into meter_secret (month, secret) values (:month, :secret) on conflict (month) do nothing")
                .setParameter("month", month.atDay(1))
                .setParameter("secret", fresh)
                .executeUpdate();
        return (byte[]) entities.createNativeQuery("select secret from meter_secret where month = :month", byte[].class)
                .setParameter("month", month.atDay(1))
                .getSingleResult();
    }

    @Override
    public String name() {
        return "forget-who-read-what";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    @Transactional
    public void run() {
        LocalDate kept = YearMonth.from(clock.instant().atZone(publication.zone()))
                .minusMonths(1)
                .atDay(1);
        entities.createNativeQuery("delete from meter_secret where month < :kept")
                .setParameter("kept", kept)
                .executeUpdate();
        entities.createNativeQuery("delete from meter where window_start < :kept")
                .setParameter("kept", kept.atStartOfDay(publication.zone()).toInstant())
                .executeUpdate();
    }
}
