package news.masthead.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import news.masthead.SiteTest;
import news.masthead.access.Facts.StoryFacts;
import news.masthead.access.MeterBook.Spends;
import news.masthead.given.Size;
import news.masthead.given.Together;
import news.masthead.identity.LoggedIn;
import news.masthead.identity.Reader;
import news.masthead.story.AccessClass;
import news.masthead.values.Publication;
import news.masthead.values.Window;
import org.junit.jupiter.api.Test;

/** What a meter counts, over which time, on which node, and what it forgets. */
@SiteTest
class MeterBookTest {

    private static final AtomicLong NEXT_ACCOUNT = new AtomicLong(7_000_000_000L);
    private static final Meter MONTH = meter(new MeterWindow.CalendarMonth());
    private static final Meter WEEK = meter(new MeterWindow.RollingDays(7));
    private static final Meter FOUR_WEEKS = meter(new MeterWindow.RollingDays(28));

    @Inject
    MeterBook meters;

    @Inject
    MeterRows table;

    @Inject
    MonthSecrets secrets;

    @Inject
    ReaderKeys keys;

    @Inject
    Publication publication;

    @Inject
    Clock clock;

    @Inject
    AgroalDataSource dataSource;

    private final Reader reader = someone();

    @Test
    void a_closed_meter_gives_nothing_not_even_at_first() {
        Meter closed = new Meter(0, MONTH.window(), Set.of(), false);
        assertFalse(spend(closed, 1, now()).fresh());
        MeterRow row = MeterRow.of(keys.of(reader, thisMonth()), thisMonth());
        MeterRows.Spend spend = new MeterRows.Spend(1, "markets", now());
        assertThrows(IllegalArgumentException.class, () -> table.spend(row, spend, closed));
        assertEquals(0, meters.spends(reader, MONTH, now()).used());
    }

    @Test
    void a_new_month_is_a_new_allowance_under_another_pseudonym() {
        Window november = thisMonth();
        Window december = Window.monthOf(november.end(), publication.zone());
        Instant last = november.end().minusNanos(1_000);
        use(MONTH, 3, last);
        assertFalse(spend(MONTH, 99, last).fresh());
        assertTrue(spend(MONTH, 99, december.start()).fresh());
        assertEquals(1, meters.spends(reader, MONTH, december.start()).used());
        assertNotEquals(hex(keys.of(reader, november)), hex(keys.of(reader, december)));
    }

    @Test
    void M5_the_month_turns_at_midnight_of_the_publisher_and_not_half_an_hour_off() {
        Instant edge = thisMonth().end();
        use(MONTH, 3, edge.minus(Duration.ofMinutes(30)));
        for (Duration before : List.of(Duration.ofMinutes(29), Duration.ofSeconds(1), Duration.ofNanos(1))) {
            assertFalse(spend(MONTH, 50, edge.minus(before)).fresh(), "still the old month " + before + " before");
        }
        assertTrue(spend(MONTH, 51, edge).fresh());
        assertEquals(
                1,
                meters.spends(reader, MONTH, edge.plus(Duration.ofMinutes(30))).used());
    }

    @Test
    void a_section_with_an_allowance_of_its_own_is_counted_alone() {
        MeterWindow window = new MeterWindow.CalendarMonth();
        Meter general = new Meter(2, window, Set.of("opinion", "sports"), false);
        Meter opinion = new Meter(1, window, Set.of("opinion"), true);
        for (MeterBook node : List.of(meters, anotherNode())) {
            Reader someone = someone();
            assertTrue(spend(node, someone, general, 1, "markets", now()).fresh());
            assertTrue(spend(node, someone, opinion, 2, "opinion", now()).fresh());
            assertFalse(spend(node, someone, opinion, 3, "opinion", now()).fresh());
            assertTrue(spend(node, someone, general, 4, "economy", now()).fresh());
            assertFalse(spend(node, someone, general, 5, "markets", now()).fresh());
            assertEquals(2, anotherNode().spends(someone, general, now()).used());
            assertEquals(1, anotherNode().spends(someone, opinion, now()).used());
            assertTrue(anotherNode().spends(someone, general, now()).hold(2), "read again under whichever meter");
        }
    }

    @Test
    void another_policy_version_counts_the_same_spends_its_own_way() {
        use(MONTH, 3, now());
        assertFalse(spend(MONTH, 10, now()).fresh());
        Meter withoutMarkets = new Meter(3, MONTH.window(), Set.of("markets"), false);
        assertEquals(0, meters.spends(reader, withoutMarkets, now()).used());
        Meter larger = new Meter(4, MONTH.window(), Set.of(), false);
        assertTrue(spend(larger, 10, now()).fresh());
        Meter smaller = new Meter(1, MONTH.window(), Set.of(), false);
        assertEquals(4, meters.spends(reader, smaller, now()).used());
        assertFalse(spend(smaller, 11, now()).fresh());
        assertEquals(4, meters.spends(reader, WEEK, now()).used(), "and over another window");
    }

    @Test
    void a_spend_leaves_a_rolling_window_to_the_microsecond() {
        Instant first = now().minus(Duration.ofDays(3));
        spend(WEEK, 1, first);
        spend(WEEK, 2, first.plus(Duration.ofHours(1)));
        spend(WEEK, 3, first.plus(Duration.ofHours(2)));
        Instant leaves = first.plus(Duration.ofDays(7));
        for (MeterBook node : List.of(meters, anotherNode())) {
            Instant before = leaves.minusNanos(1_000);
            assertEquals(3, node.spends(reader, WEEK, before).used());
            assertTrue(node.spends(reader, WEEK, before).hold(1));
            assertFalse(spend(node, reader, WEEK, 4, "markets", before).fresh());
            assertEquals(2, node.spends(reader, WEEK, leaves).used());
            assertFalse(node.spends(reader, WEEK, leaves).hold(1));
        }
        assertTrue(spend(WEEK, 4, leaves).fresh());
        assertFalse(spend(WEEK, 5, leaves).fresh());
        assertFalse(spend(WEEK, 1, leaves).fresh(), "what left the window costs again");
    }

    @Test
    void a_story_may_be_spent_again_once_it_left_the_window_and_counts_once() {
        Instant first = thisMonth().start().plus(Duration.ofDays(1));
        spend(WEEK, 1, first);
        assertTrue(spend(WEEK, 1, first.plus(Duration.ofDays(8))).fresh());
        assertEquals(
                1,
                anotherNode()
                        .spends(reader, MONTH, first.plus(Duration.ofDays(8)))
                        .used());
    }

    @Test
    void a_rolling_window_looks_over_the_month_s_edge() {
        Instant edge = thisMonth().end();
        use(FOUR_WEEKS, 2, edge.minus(Duration.ofDays(2)));
        for (MeterBook node : List.of(meters, anotherNode())) {
            assertEquals(
                    2,
                    node.spends(reader, FOUR_WEEKS, edge.plus(Duration.ofDays(25)))
                            .used());
            assertTrue(node.spends(reader, FOUR_WEEKS, edge.plus(Duration.ofDays(25)))
                    .hold(1));
            assertEquals(
                    0,
                    node.spends(reader, FOUR_WEEKS, edge.plus(Duration.ofDays(26)))
                            .used());
        }
        assertTrue(spend(FOUR_WEEKS, 30, edge.plus(Duration.ofHours(1))).fresh());
        assertFalse(spend(FOUR_WEEKS, 31, edge.plus(Duration.ofHours(1))).fresh());
    }

    @Test
    void a_hundred_tabs_over_the_month_s_edge_open_exactly_the_limit() throws Exception {
        Instant edge = thisMonth().end();
        for (int readers = 0; readers < Size.of(5, 200); readers++) {
            Reader one = someone();
            AtomicLong opened = new AtomicLong();
            List<Callable<Void>> tabs = IntStream.range(0, 100)
                    .mapToObj(tab -> (Callable<Void>) () -> {
                        MeterBook node = tab % 3 == 0 ? meters : anotherNode();
                        Instant at = edge.plusMillis(tab % 2 == 0 ? -1 : 1);
                        opened.addAndGet(
                                spend(node, one, WEEK, tab, "markets", at).fresh() ? 1 : 0);
                        return null;
                    })
                    .toList();
            Together.of(tabs.subList(0, 30));
            Together.of(tabs.subList(30, 100));
            assertEquals(3, opened.get(), "neither over nor under served");
            assertEquals(3, anotherNode().spends(one, WEEK, edge.plusMillis(1)).used());
        }
    }

    @Test
    void tabs_on_two_nodes_open_exactly_the_limit_of_a_section() throws Exception {
        Meter opinion = new Meter(2, new MeterWindow.CalendarMonth(), Set.of("opinion"), true);
        Meter general = new Meter(3, new MeterWindow.CalendarMonth(), Set.of("opinion"), false);
        MeterBook other = anotherNode();
        for (int readers = 0; readers < Size.of(5, 200); readers++) {
            Reader one = someone();
            AtomicLong opinions = new AtomicLong();
            AtomicLong others = new AtomicLong();
            Together.of(IntStream.range(0, 40)
                    .mapToObj(tab -> (Callable<Void>) () -> {
                        MeterBook node = tab % 4 < 2 ? meters : other;
                        boolean isOpinion = tab % 2 == 0;
                        boolean fresh = spend(
                                        node,
                                        one,
                                        isOpinion ? opinion : general,
                                        tab,
                                        isOpinion ? "opinion" : "markets",
                                        now())
                                .fresh();
                        (isOpinion ? opinions : others).addAndGet(fresh ? 1 : 0);
                        return null;
                    })
                    .toList());
            assertEquals(2, opinions.get());
            assertEquals(3, others.get());
        }
    }

    @Test
    void M6_a_clock_set_back_gives_nothing() {
        for (Meter meter : List.of(MONTH, WEEK)) {
            Reader one = someone();
            Instant late = thisMonth().start().plus(Duration.ofDays(9));
            LongStream.rangeClosed(1, 3).forEach(story -> spend(meters, one, meter, story, "markets", late));
            for (Duration back : List.of(Duration.ofMinutes(1), Duration.ofHours(2), Duration.ofDays(8))) {
                assertFalse(spend(meters, one, meter, 9, "markets", late.minus(back))
                        .fresh());
                assertFalse(spend(anotherNode(), one, meter, 9, "markets", late.minus(back))
                        .fresh());
            }
        }
    }

    @Test
    void M6_not_even_over_the_month_s_edge_of_a_rolling_window() {
        Instant edge = thisMonth().end();
        use(WEEK, 3, edge.plus(Duration.ofMinutes(30)));
        for (MeterBook node : List.of(meters, anotherNode())) {
            Instant before = edge.minus(Duration.ofMinutes(90));
            assertEquals(3, node.spends(reader, WEEK, before).used());
            assertFalse(spend(node, reader, WEEK, 9, "markets", before).fresh());
        }
    }

    @Test
    void after_the_next_month_nobody_can_tell_who_read_what_and_no_clock_brings_the_month_back() throws Exception {
        Instant longAgo = now().minus(Duration.ofDays(70));
        Window month = Window.monthOf(longAgo, publication.zone());
        assertTrue(spend(MONTH, 1, longAgo).fresh()
                || meters.spends(reader, MONTH, longAgo).equals(Spends.FORGOTTEN));
        use(MONTH, 1, now());

        secrets.run();

        LocalDate kept =
                LocalDate.ofInstant(thisMonth().start(), publication.zone()).minusMonths(1);
        assertEquals(0, count("select count(*) from meter_secret where secret is not null and month < '" + kept + "'"));
        assertEquals(0, count("select count(*) from meter where window_start = '" + month.start() + "'"));
        assertTrue(meters.spends(reader, MONTH, now()).hold(1));
        for (MeterBook node : List.of(meters, anotherNode())) {
            for (Reader who : List.of(reader, someone(), new Reader.Anonymous("new", false))) {
                for (Meter meter : List.of(MONTH, WEEK)) {
                    assertEquals(
                            Integer.MAX_VALUE, node.spends(who, meter, longAgo).used());
                    assertFalse(spend(node, who, meter, 2, "markets", longAgo).fresh());
                }
            }
        }
        assertThrows(IllegalStateException.class, () -> keys.of(reader, month));
        assertEquals(0, count("select count(*) from meter_secret where secret is not null and month < '" + kept + "'"));
        assertEquals(0, count("select count(*) from meter where window_start = '" + month.start() + "'"));
    }

    @Test
    void M10_logging_in_adds_up_both_months_and_never_takes_away() {
        Instant lastMonth = thisMonth().start().minus(Duration.ofHours(1));
        Instant early = thisMonth().start().plus(Duration.ofMinutes(1));
        Reader.Anonymous before = someone();
        Reader.Registered now = new Reader.Registered(NEXT_ACCOUNT.incrementAndGet(), Set.of(), true);
        spend(meters, before, FOUR_WEEKS, 1, "markets", lastMonth);
        spend(meters, before, FOUR_WEEKS, 2, "opinion", early);
        spend(meters, before, FOUR_WEEKS, 3, "markets", early);
        spend(meters, now, FOUR_WEEKS, 3, "markets", early);
        spend(meters, now, FOUR_WEEKS, 4, "markets", early);
        spend(meters, now, FOUR_WEEKS, 5, "markets", early);

        IntStream.range(0, 3).forEach(time -> meters.merge(new LoggedIn(before, now)));

        for (MeterBook node : List.of(meters, anotherNode())) {
            Spends after = node.spends(now, FOUR_WEEKS, early);
            assertEquals(5, after.used(), "more than the limit, and nothing twice");
            assertTrue(LongStream.rangeClosed(1, 5).allMatch(after::hold));
            assertEquals(4, node.spends(now, MONTH, early).used());
            Meter opinion = new Meter(9, MONTH.window(), Set.of("opinion"), true);
            assertEquals(1, node.spends(now, opinion, early).used(), "sections come along");
            assertFalse(spend(node, now, FOUR_WEEKS, 6, "markets", early).fresh());
            assertEquals(3, node.spends(before, FOUR_WEEKS, early).used(), "who logs out again is where they were");
        }
    }

    @Test
    void a_merged_spend_counts_as_long_as_the_later_of_the_two() {
        Instant first = thisMonth().start().plus(Duration.ofHours(1));
        Instant second = first.plus(Duration.ofDays(3));
        Reader.Anonymous before = someone();
        Reader.Registered now = new Reader.Registered(NEXT_ACCOUNT.incrementAndGet(), Set.of(), true);
        spend(meters, before, WEEK, 1, "markets", second);
        spend(meters, now, WEEK, 1, "markets", first);

        meters.merge(new LoggedIn(before, now));

        assertEquals(1, meters.spends(now, WEEK, second).used());
        assertTrue(meters.spends(now, WEEK, first.plus(Duration.ofDays(8))).hold(1));
    }

    @Test
    void what_another_node_spent_counts_here_though_it_is_not_remembered() {
        MeterBook other = anotherNode();
        for (Meter meter : List.of(MONTH, WEEK)) {
            Reader one = someone();
            assertEquals(0, meters.spends(one, meter, now()).used());
            LongStream.rangeClosed(1, 3).forEach(story -> spend(other, one, meter, story, "markets", now()));
            Spends refused = spend(meters, one, meter, 4, "markets", now());
            assertFalse(refused.fresh());
            assertEquals(3, refused.used());
            assertFalse(spend(meters, one, meter, 3, "markets", now()).fresh(), "read there, so free here");
            assertTrue(meters.spends(one, meter, now()).hold(3));
        }
    }

    private void use(Meter meter, int stories, Instant at) {
        LongStream.rangeClosed(1, stories)
                .forEach(story -> assertTrue(spend(meter, story, at).fresh()));
    }

    private Spends spend(Meter meter, long story, Instant at) {
        return spend(meters, reader, meter, story, "markets", at);
    }

    private static Spends spend(MeterBook node, Reader reader, Meter meter, long story, String section, Instant at) {
        StoryFacts facts =
                new StoryFacts(story, AccessClass.METERED, section, List.of(), "", LocalDate.EPOCH, 0, false, false);
        return node.spend(reader, facts, meter, at);
    }

    /** One that remembers nothing yet. */
    private MeterBook anotherNode() {
        MeterBook node = new MeterBook();
        node.table = table;
        node.keys = keys;
        node.publication = publication;
        node.clock = clock;
        return node;
    }

    private Instant now() {
        return clock.instant();
    }

    private Window thisMonth() {
        return Window.monthOf(now(), publication.zone());
    }

    private long count(String query) throws Exception {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Meter meter(MeterWindow window) {
        return new Meter(3, window, Set.of(), false);
    }

    private static Reader.Anonymous someone() {
        return new Reader.Anonymous(UUID.randomUUID().toString(), true);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
