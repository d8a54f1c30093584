package news.masthead.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import news.masthead.jobs.RecurringJob;
import news.masthead.values.Publication;
import news.masthead.values.Window;

/**
 * A secret for each calendar month of the publisher's zone, made when first needed and destroyed when the month after it ends, together with
 * the meters and decisions kept under it. After that nobody, we included, can tell who read what. That there was one is remembered: a destroyed
 * secret is never made again, so a clock that is set back opens no meter anew.
 */
@ApplicationScoped
class MonthSecrets implements RecurringJob {

    private static final int BYTES = 32;

    @Inject
    EntityManager entities;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    MonthSecrets self;

    @Inject
    Publication publication;

    @Inject
    Clock clock;

    private final LoadingCache<YearMonth, Optional<byte[]>> known =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(1)).build(month -> self.load(month));

    private final LoadingCache<YearMonth, Optional<byte[]>> made =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(1)).build(month -> self.find(month));

    /** Made where nobody has needed one before; empty where it was destroyed. */
    Optional<byte[]> secretOf(YearMonth month) {
        return known.get(month);
    }

    /** Empty where nobody has needed one before, and where it was destroyed. */
    Optional<byte[]> ifMade(YearMonth month) {
        Optional<byte[]> secret = known.getIfPresent(month);
        return secret == null ? made.get(month) : secret;
    }

    YearMonth monthOf(Instant at) {
        Window month = Window.monthOf(at, publication.zone());
        return YearMonth.from(month.start().atZone(publication.zone()));
    }

    /** The earliest month that is not forgotten. */
    YearMonth earliest() {
        return monthOf(clock.instant()).minusMonths(1);
    }

    /** The months whose readers can still be told apart, in order; the present one is always among them. */
    List<YearMonth> kept() {
        secretOf(monthOf(clock.instant()));
        return self.months().stream()
                .filter(month -> !month.isBefore(earliest()))
                .toList();
    }

    @Transactional
    List<YearMonth> months() {
        List<LocalDate> months = entities.createNativeQuery(
                        "select month from meter_secret where secret is not null order by month", LocalDate.class)
                .getResultList();
        return months.stream().map(YearMonth::from).toList();
    }

    @Transactional
    Optional<byte[]> load(YearMonth month) {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        int made = entities.createNativeQuery(
                        "insert into meter_secret (month, secret) values (:month, :secret) on conflict (month) do nothing")
                .setParameter("month", month.atDay(1))
                .setParameter("secret", fresh)
                .executeUpdate();
        if (made == 1) {
            makeRoomForDecisions(month);
        }
        return find(month);
    }

    @Transactional
    Optional<byte[]> find(YearMonth month) {
        return entities.createNativeQuery(
                        "select secret from meter_secret where month = :month and secret is not null", byte[].class)
                .setParameter("month", month.atDay(1))
                .getResultStream()
                .map(byte[].class::cast)
                .findFirst();
    }

    /** Whoever asks for the secret at the same moment on another node waits for this transaction, so nobody meets a month without room. */
    private void makeRoomForDecisions(YearMonth month) {
        entities.createNativeQuery("create table %s partition of decision for values in ('%s')"
                        .formatted(partition(month), month.atDay(1)))
                .executeUpdate();
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
    public void run() {
        YearMonth kept = earliest();
        self.forgetBefore(kept);
        known.asMap().keySet().removeIf(month -> month.isBefore(kept));
        made.invalidateAll();
        wipe();
    }

    @Transactional
    void forgetBefore(YearMonth kept) {
        delete("update meter_secret set secret = null where month < :kept and secret is not null", kept.atDay(1));
        delete("delete from meter where window_start < :kept", startOf(kept));
        delete("delete from decision_inquiry where month < :kept", kept.atDay(1));
        delete("delete from decision_loss where second < :kept", startOf(kept));
        decisions().stream()
                .filter(partition -> partition.compareTo(partition(kept)) < 0)
                .forEach(partition ->
                        entities.createNativeQuery("drop table " + partition).executeUpdate());
    }

    /** What a row held before stays in the table's file until that is written anew; of the secrets none may. The table has a row a month. */
    private void wipe() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum full meter_secret");
        } catch (SQLException broken) {
            throw new IllegalStateException("The secrets of past months could not be wiped", broken);
        }
    }

    private void delete(String query, Object kept) {
        entities.createNativeQuery(query).setParameter("kept", kept).executeUpdate();
    }

    private List<String> decisions() {
        return entities.createNativeQuery(
                        "select inhrelid::regclass::text from pg_inherits where inhparent = 'decision'::regclass",
                        String.class)
                .getResultList();
    }

    private Instant startOf(YearMonth month) {
        return month.atDay(1).atStartOfDay(publication.zone()).toInstant();
    }

    /** In the order of the months: {@code decision_2026_11}. */
    private static String partition(YearMonth month) {
        return "decision_%04d_%02d".formatted(month.getYear(), month.getMonthValue());
    }
}
