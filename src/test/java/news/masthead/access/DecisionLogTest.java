package news.masthead.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import news.masthead.SiteTest;
import news.masthead.access.Facts.GiftFacts;
import news.masthead.access.Facts.MeterFacts;
import news.masthead.access.Facts.ReaderFacts;
import news.masthead.given.DatabaseOutage;
import news.masthead.given.Given;
import news.masthead.given.Size;
import news.masthead.given.Together;
import news.masthead.identity.Reader;
import news.masthead.story.AccessClass;
import news.masthead.values.Publication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gate decided is kept within a second, costs the reader nothing, and what is not kept is counted. */
@SiteTest
class DecisionLogTest {

    /** Accounts from here on are no other test's. */
    private static final long NOBODYS_ACCOUNT = 1_000_000_000_000L;

    private static final AtomicLong STORIES = new AtomicLong(126112499000L);
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    @Inject
    DecisionLog log;

    @Inject
    DecisionTable table;

    @Inject
    DecisionMetrics metrics;

    @Inject
    Publication publication;

    @Inject
    Gate gate;

    @Inject
    Given given;

    @Inject
    MeterRegistry registry;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Clock clock;

    @Test
    void is_in_the_database_within_a_second() throws Exception {
        long story = given.aStory(AccessClass.METERED).story().id;
        Reader reader = someone();
        log.note(reader, walled(story, clock.instant()));
        long noted = System.nanoTime();
        while (rows(story) == 0) {
            assertTrue(System.nanoTime() - noted < A_SECOND.toNanos(), "it is not there after a second");
            Thread.sleep(5);
        }
    }

    @Test
    void what_the_gate_said_is_kept_with_the_meter_before_and_after() throws Exception {
        var story = given.aStory(AccessClass.METERED).story();
        gate.decide(Asking.reading(someone()), story);
        log.flush();
        assertEquals(
                "SPENT 0 1",
                text("select outcome || ' ' || (facts #>> '{meter,used}') || ' ' || used_after", story.id));
    }

    @Test
    void equal_decisions_on_one_reader_become_one_row() throws Exception {
        long story = STORIES.incrementAndGet();
        Reader reader = someone();
        Instant first = clock.instant().truncatedTo(ChronoUnit.MICROS);
        synchronized (log) {
            IntStream.range(0, 5).forEach(number -> log.note(reader, walled(story, first.plusMillis(number))));
            log.note(reader, trace(story, first, Outcome.METER_USED_UP, MeterFacts.of(false, false, 4)));
            log.note(someone(), walled(story, first));
            log.flush();
        }
        assertEquals(3, rows(story));
        assertEquals(7, decisions(story));
        assertEquals(first, instant("first_at", story));
        assertEquals(first.plusMillis(4), instant("last_at", story));
    }

    @Test
    void nobody_who_cannot_be_asked_about_is_kept_but_all_are_counted() throws Exception {
        long story = STORIES.incrementAndGet();
        double before = counted("meter_used_up");
        Reader unmet = new Reader.Anonymous(UUID.randomUUID().toString(), false);
        log.note(unmet, walled(story, clock.instant()));
        log.flush();
        assertEquals(0, rows(story));
        assertEquals(before + 1, counted("meter_used_up"));
        log.note(unmet, trace(story, clock.instant(), Outcome.SPENT, MeterFacts.of(true, false, 0)));
        log.flush();
        assertEquals(1, rows(story), "who spends is given a cookie, and may ask");
    }

    @Test
    void twenty_threads_lose_none() throws Exception {
        int each = Size.of(5_000, 50_000);
        long story = STORIES.incrementAndGet();
        double lost = registry.counter("masthead.decisions.lost").count();
        long began = System.nanoTime();
        Together.of(20, () -> {
            for (int number = 0; number < each; number++) {
                Reader reader = new Reader.Registered(NOBODYS_ACCOUNT + number % 1_000, Set.of("reader"), true);
                log.note(reader, walled(story, clock.instant()));
                while (registry.get("masthead.decisions.backlog").gauge().value() > 50_000) {
                    Thread.sleep(1);
                }
            }
            return null;
        });
        double seconds = (System.nanoTime() - began) / 1e9;
        log.flush();
        System.out.printf("Decisions noted by 20 threads: %,d in %.1f s%n", 20 * each, seconds);
        assertEquals(20L * each, decisions(story));
        assertEquals(lost, registry.counter("masthead.decisions.lost").count());
    }

    @Test
    void waits_for_a_database_that_is_away_and_keeps_nobody_waiting() throws Exception {
        long story = STORIES.incrementAndGet();
        try (DatabaseOutage outage = DatabaseOutage.begin()) {
            long began = System.nanoTime();
            IntStream.range(0, 1_000).forEach(number -> log.note(someone(), walled(story, clock.instant())));
            assertTrue(System.nanoTime() - began < A_SECOND.toNanos(), "a thousand readers waited");
            log.flush();
        }
        log.flush();
        assertEquals(1_000, decisions(story));
    }

    @Test
    void what_does_not_fit_while_the_database_is_away_is_counted_by_its_second(@TempDir Path folder) throws Exception {
        int room = 50;
        int tooMany = 7;
        long story = STORIES.incrementAndGet();
        Instant at = clock.instant().minus(1, ChronoUnit.DAYS);
        DecisionLog small = log(room, folder);
        try (DatabaseOutage outage = DatabaseOutage.begin()) {
            for (int number = 0; number < 2 * room + tooMany; number++) {
                small.note(new Reader.Registered(NOBODYS_ACCOUNT + number, Set.of(), true), walled(story, at));
                if (number == room - 1) {
                    small.flush();
                }
            }
        }
        small.flush();
        small.stop(null);
        assertEquals(2 * room, decisions(story));
        assertEquals(
                tooMany, number("select lost from decision_loss where second = to_timestamp(?)", at.getEpochSecond()));
    }

    @Test
    void what_a_killed_process_left_is_counted_as_lost(@TempDir Path folder) throws Exception {
        Instant then = clock.instant().minus(2, ChronoUnit.DAYS);
        try (Tally killed = Tally.openIn(folder)) {
            IntStream.range(0, 3).forEach(number -> killed.count(then.getEpochSecond()));
        }
        log(50, folder).stop(null);
        assertEquals(3, number("select lost from decision_loss where second = to_timestamp(?)", then.getEpochSecond()));
        try (Tally after = Tally.openIn(folder)) {
            assertTrue(after.unsettled().isEmpty(), "it is counted once");
        }
    }

    /** One more, as another process would have it. */
    private DecisionLog log(int room, Path folder) {
        DecisionLog other = new DecisionLog(room);
        other.settings = () -> folder;
        other.table = table;
        other.metrics = metrics;
        other.publication = publication;
        other.start(null);
        return other;
    }

    private static Trace walled(long story, Instant at) {
        return trace(story, at, Outcome.METER_USED_UP, MeterFacts.of(false, false, 3));
    }

    private static Trace trace(long story, Instant at, Outcome outcome, MeterFacts meter) {
        Facts.StoryFacts about = new Facts.StoryFacts(
                story, AccessClass.METERED, "markets", List.of("ports"), "", GivenPolicy.DAY, 10, false, false);
        Facts facts = new Facts(
                at,
                Outlet.PAGE,
                Intent.READING,
                new ReaderFacts(ReaderClass.ANONYMOUS, false, List.of()),
                about,
                GiftFacts.NONE,
                meter,
                false);
        return new Trace(facts, 0, "allowance anonymous", outcome, meter.used() + (outcome == Outcome.SPENT ? 1 : 0));
    }

    private double counted(String outcome) {
        return registry.get("masthead.decisions")
                .tag("outcome", outcome)
                .tag("outlet", "page")
                .counter()
                .count();
    }

    private Instant instant(String column, long story) throws Exception {
        String time = text("select (" + column + " at time zone 'UTC')::text", story, "times = 5");
        return Instant.parse(time.replace(' ', 'T') + "Z");
    }

    private static Reader someone() {
        return new Reader.Anonymous(UUID.randomUUID().toString(), true);
    }

    private long rows(long story) throws Exception {
        return number("select count(*) from decision where story = ?", story);
    }

    private long decisions(long story) throws Exception {
        return number("select coalesce(sum(times), 0) from decision where story = ?", story);
    }

    private long number(String query, long value) throws Exception {
        return Long.parseLong(one(query, value));
    }

    private String text(String select, long story) throws Exception {
        return text(select, story, "true");
    }

    private String text(String select, long story, String where) throws Exception {
        return one(select + " from decision where story = ? and " + where, story);
    }

    private String one(String query, long value) throws Exception {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setLong(1, value);
            try (ResultSet rows = statement.executeQuery()) {
                assertTrue(rows.next(), query + " finds nothing");
                return rows.getString(1);
            }
        }
    }
}
