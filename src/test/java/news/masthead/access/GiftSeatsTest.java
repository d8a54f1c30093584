package news.masthead.access;

import static news.masthead.access.GivenGift.asking;
import static news.masthead.access.GivenGift.atOnce;
import static news.masthead.access.GivenGift.open;
import static news.masthead.access.GivenGift.registered;
import static news.masthead.access.GivenGift.someone;
import static news.masthead.access.GivenGift.times;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.masthead.SiteTest;
import news.masthead.access.Facts.GiftFacts;
import news.masthead.given.DatabaseOutage;
import news.masthead.given.Given;
import news.masthead.given.Given.Printed;
import news.masthead.given.Size;
import news.masthead.identity.LoggedIn;
import news.masthead.identity.Reader;
import news.masthead.story.AccessClass;
import news.masthead.story.Story;
import org.junit.jupiter.api.Test;

/** Whom a gift link opens a story for, and what that costs. */
@SiteTest
class GiftSeatsTest {

    private static final int READERS = 10;

    @Inject
    GivenGift links;

    @Inject
    Gifts gifts;

    @Inject
    Gate gate;

    @Inject
    Given given;

    @Inject
    Event<LoggedIn> logIns;

    @Test
    void exactly_as_many_readers_as_a_link_is_for_open_it_however_many_come_at_once() throws Exception {
        for (int link = 0; link < Size.of(5, 100); link++) {
            Story story = links.aStory();
            String token = links.link(story);
            List<Reader.Anonymous> readers =
                    Stream.generate(GivenGift::someone).limit(100).toList();
            List<GiftFacts> answers = atOnce(readers.stream()
                    .map(reader -> (Callable<GiftFacts>) () -> gifts.of(reader, story, token, Intent.READING))
                    .toList());
            assertEquals(READERS, count(answers, GiftFacts.HELD));
            assertEquals(100 - READERS, count(answers, GiftFacts.USED_UP));
            assertEquals(
                    answers,
                    readers.stream()
                            .map(reader -> gifts.of(reader, story, token, Intent.READING))
                            .toList(),
                    "who has a seat keeps it, and nobody else gets one");
        }
    }

    @Test
    void one_reader_in_a_hundred_tabs_takes_one_seat() throws Exception {
        Story story = links.aStory();
        String token = links.link(story);
        Reader.Anonymous reader = someone();
        List<GiftFacts> answers = atOnce(times(100, () -> gifts.of(reader, story, token, Intent.READING)));
        assertEquals(100, count(answers, GiftFacts.HELD));
        assertEquals(1, links.taken(token));
    }

    @Test
    void who_looks_ahead_takes_no_seat_and_sees_what_a_reader_with_one_would() {
        Story story = links.aStory();
        String token = links.link(story);
        Reader.Anonymous reader = someone();
        assertEquals(GiftFacts.NONE, gifts.of(reader, story, token, Intent.PEEKING));
        assertEquals(0, links.taken(token));
        gifts.of(reader, story, token, Intent.READING);
        assertEquals(GiftFacts.HELD, gifts.of(reader, story, token, Intent.PEEKING));
    }

    @Test
    void the_givers_own_reading_takes_no_seat_and_is_no_gift() {
        Reader.Registered giver = links.aGiver();
        Story story = links.aStory();
        String token = open(gifts.give(giver, story)).token();
        assertEquals(GiftFacts.NONE, gifts.of(giver, story, token, Intent.READING));
        assertEquals(0, links.taken(token));
    }

    @Test
    void who_reads_by_another_right_takes_no_seat() {
        Story premium = links.aStory();
        Printed free = given.aStory(AccessClass.FREE);
        String token = links.link(premium);
        String ofFree = links.link(free.story());
        Reader.Registered subscriber = registered(given.aSubscriber().account());
        Reader.Registered editor = new Reader.Registered(given.anEditor().account(), Set.of("reader", "editor"), true);
        assertInstanceOf(
                Granted.Entitled.class,
                granted(asking(subscriber, token), premium).ground());
        assertInstanceOf(
                Granted.Staff.class, granted(asking(editor, token), premium).ground());
        assertInstanceOf(
                Granted.Free.class,
                granted(asking(someone(), ofFree), free.story()).ground());
        assertEquals(0, links.taken(token));
        assertEquals(0, links.taken(ofFree));
    }

    @Test
    void a_gift_never_spends_the_receivers_meter() {
        Story metered = given.aStory(AccessClass.METERED).story();
        Reader.Anonymous reader = someone();
        assertInstanceOf(
                Granted.Gift.class,
                granted(asking(reader, links.link(metered)), metered).ground());
        assertEquals(3, gate.allowance(reader).left());
    }

    @Test
    void a_gift_opens_what_only_subscribers_read_and_no_other_story() {
        Story one = links.aStory();
        Story other = links.aStory();
        String token = links.link(one);
        Reader.Anonymous reader = someone();
        assertInstanceOf(Granted.Gift.class, granted(asking(reader, token), one).ground());
        Withheld withheld = assertInstanceOf(Withheld.class, gate.decide(asking(reader, token), other));
        assertEquals(new Reason.PremiumOnly(false), withheld.reason());
        assertEquals(GiftFacts.NONE, withheld.trace().facts().gift());
    }

    @Test
    void no_seat_is_taken_where_words_do_not_go_to_one_person() {
        Story story = links.aStory();
        String token = links.link(story);
        for (Outlet outlet : List.of(Outlet.FEED, Outlet.SEARCH, Outlet.NEWSLETTER, Outlet.EPAPER, Outlet.API)) {
            Asking asking = new Asking(someone(), Intent.READING, outlet, Optional.empty(), Optional.of(token));
            assertInstanceOf(Withheld.class, gate.decide(asking, story));
        }
        assertEquals(0, links.taken(token));
    }

    @Test
    void the_account_keeps_the_seat_of_the_anonymous_reader_it_was() throws Exception {
        Story story = links.aStory();
        String token = links.link(story);
        Reader.Anonymous before = someone();
        Reader.Registered now = registered(given.aReader().account());
        gifts.of(before, story, token, Intent.READING);
        logIns.fire(new LoggedIn(before, now));
        atOnce(times(20, () -> gifts.of(someone(), story, token, Intent.READING)));
        assertEquals(GiftFacts.HELD, gifts.of(now, story, token, Intent.READING));
        assertEquals(GiftFacts.HELD, gifts.of(before, story, token, Intent.READING));
        assertEquals(READERS, links.taken(token));
    }

    @Test
    void a_database_that_goes_away_in_the_middle_neither_loses_a_seat_nor_gives_one_too_many() throws Exception {
        Story story = links.aStory();
        String token = links.link(story);
        List<Callable<Boolean>> openers = times(60, () -> {
            try {
                return gifts.of(someone(), story, token, Intent.READING) == GiftFacts.HELD;
            } catch (RuntimeException cut) {
                return false;
            }
        });
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            List<Future<Boolean>> running =
                    openers.stream().map(threads::submit).toList();
            try (DatabaseOutage outage = DatabaseOutage.begin()) {
                Thread.sleep(50);
            }
            for (Future<Boolean> one : running) {
                one.get();
            }
        }
        IntStream.range(0, 20).forEach(late -> gifts.of(someone(), story, token, Intent.READING));
        assertEquals(READERS, links.taken(token));
        assertEquals(
                List.of("" + READERS),
                links.rows("select cardinality(readers)::text from gift where story = " + story.id));
    }

    private Granted granted(Asking asking, Story story) {
        return assertInstanceOf(Granted.class, gate.decide(asking, story));
    }

    private static long count(List<GiftFacts> answers, GiftFacts one) {
        return answers.stream().filter(one::equals).count();
    }
}
