package news.masthead.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Given.Printed;
import news.masthead.given.Size;
import news.masthead.identity.LoggedIn;
import news.masthead.identity.Reader;
import news.masthead.story.AccessClass;
import news.masthead.story.Story;
import news.masthead.values.Window;
import org.junit.jupiter.api.Test;

@SiteTest
class MeterTest {

    private static final int TABS = 100;
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

    @Inject
    Gate gate;

    @Inject
    MeterBook meters;

    @Inject
    MonthSecrets secrets;

    @Inject
    ReaderKeys keys;

    @Inject
    Given given;

    @Inject
    Clock clock;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Event<LoggedIn> logIns;

    @Test
    void a_hundred_tabs_of_each_reader_open_exactly_the_limit() throws Exception {
        List<Printed> stories = given.stories(TABS, AccessClass.METERED);
        List<Reader.Anonymous> readers =
                Stream.generate(MeterTest::someone).limit(Size.of(50, 1_000)).toList();
        try (ExecutorService tabs = Executors.newFixedThreadPool(32)) {
            for (Reader.Anonymous reader : readers) {
                List<Callable<Decision>> asks = stories.stream()
                        .map(story -> (Callable<Decision>) () -> gate.decide(Asking.reading(reader), story.story()))
                        .toList();
                long granted = tabs.invokeAll(asks).stream()
                        .map(Future::resultNow)
                        .filter(Granted.class::isInstance)
                        .count();
                assertEquals(3, granted, "neither over nor under served");
            }
        }
    }

    @Test
    void one_story_in_many_tabs_is_one_spend() throws Exception {
        Printed story = given.aStory(AccessClass.METERED);
        Reader.Anonymous reader = someone();
        try (ExecutorService tabs = Executors.newFixedThreadPool(32)) {
            List<Callable<Decision>> asks = IntStream.range(0, TABS)
                    .mapToObj(tab -> (Callable<Decision>) () -> gate.decide(Asking.reading(reader), story.story()))
                    .toList();
            assertTrue(tabs.invokeAll(asks).stream().map(Future::resultNow).allMatch(Granted.class::isInstance));
        }
        assertEquals(2, gate.allowance(reader).left());
    }

    @Test
    void a_limit_of_nothing_gives_nothing_not_even_at_first() {
        assertFalse(meters.spend(someone(), thisMonth(), 126112400001L, 0).holds(126112400001L));
    }

    @Test
    void a_new_month_is_a_new_allowance_under_another_pseudonym() {
        Reader.Anonymous reader = someone();
        Window november = thisMonth();
        Window december = Window.monthOf(november.end(), KOLKATA);
        IntStream.range(0, 3).forEach(story -> meters.spend(reader, november, story, 3));
        assertFalse(meters.spend(reader, november, 99, 3).holds(99));
        assertTrue(meters.spend(reader, december, 99, 3).holds(99));
        assertNotEquals(hex(keys.of(reader, november)), hex(keys.of(reader, december)));
    }

    @Test
    void logging_in_brings_the_spent_stories_along_once() {
        List<Printed> stories = given.stories(6, AccessClass.METERED);
        Reader.Anonymous before = someone();
        stories.subList(0, 3).forEach(story -> gate.decide(Asking.reading(before), story.story()));
        Reader.Registered now = new Reader.Registered(given.aReader().account(), Set.of("reader"), true);
        gate.decide(Asking.reading(now), stories.get(0).story());

        logIns.fire(new LoggedIn(before, now));

        assertEquals(2, gate.allowance(now).left());
        assertInstanceOf(
                Granted.class, gate.decide(Asking.reading(now), stories.get(2).story()));
        assertInstanceOf(
                Granted.class, gate.decide(Asking.reading(now), stories.get(3).story()));
        assertInstanceOf(
                Granted.class, gate.decide(Asking.reading(now), stories.get(4).story()));
        assertInstanceOf(
                Reason.MeterUsedUp.class,
                reason(gate.decide(Asking.reading(now), stories.get(5).story())));
    }

    @Test
    void peeking_spends_nothing() {
        Printed story = given.aStory(AccessClass.METERED);
        Reader.Anonymous reader = someone();
        assertInstanceOf(Reason.NotReading.class, reason(gate.decide(peeking(reader), story.story())));
        assertEquals(3, gate.allowance(reader).left());
    }

    @Test
    void premium_never_asks_the_meter() {
        Reader.Anonymous reader = someone();
        Story premium = given.aStory(AccessClass.PREMIUM).story();
        assertInstanceOf(Reason.PremiumOnly.class, reason(gate.decide(Asking.reading(reader), premium)));
        assertEquals(3, gate.allowance(reader).left());
    }

    @Test
    void after_the_next_month_nobody_can_tell_who_read_what() throws Exception {
        Window longAgo = Window.monthOf(clock.instant().minus(Duration.ofDays(70)), KOLKATA);
        Reader.Anonymous reader = someone();
        meters.spend(reader, longAgo, 126112400001L, 3);
        meters.spend(reader, thisMonth(), 126112400001L, 3);

        secrets.run();

        assertEquals(
                0,
                count(
                        "select count(*) from meter_secret where month < date_trunc('month', now() - interval '1 month')::date - 1"));
        assertEquals(0, count("select count(*) from meter where window_start = '" + longAgo.start() + "'"));
        assertTrue(meters.entry(reader, thisMonth()).holds(126112400001L));
    }

    private int count(String query) throws Exception {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private Window thisMonth() {
        return Window.monthOf(clock.instant(), KOLKATA);
    }

    private static Asking peeking(Reader reader) {
        return new Asking(reader, Intent.PEEKING, Outlet.PAGE, Optional.empty(), Optional.empty());
    }

    private static Reason reason(Decision decision) {
        return assertInstanceOf(Withheld.class, decision).reason();
    }

    private static Reader.Anonymous someone() {
        return new Reader.Anonymous(UUID.randomUUID().toString(), true);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
