package news.masthead.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
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
import org.junit.jupiter.api.Test;

@SiteTest
class MeterTest {

    private static final int TABS = 100;

    @Inject
    Gate gate;

    @Inject
    Given given;

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

    private static Asking peeking(Reader reader) {
        return new Asking(reader, Intent.PEEKING, Outlet.PAGE, Optional.empty(), Optional.empty());
    }

    private static Reason reason(Decision decision) {
        return assertInstanceOf(Withheld.class, decision).reason();
    }

    private static Reader.Anonymous someone() {
        return new Reader.Anonymous(UUID.randomUUID().toString(), true);
    }
}
