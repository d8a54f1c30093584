package news.masthead.access;

import static news.masthead.access.GivenGift.atOnce;
import static news.masthead.access.GivenGift.open;
import static news.masthead.access.GivenGift.someone;
import static news.masthead.access.GivenGift.times;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import news.masthead.SiteTest;
import news.masthead.access.Facts.GiftFacts;
import news.masthead.given.Given;
import news.masthead.given.Given.Printed;
import news.masthead.given.Size;
import news.masthead.identity.Reader;
import news.masthead.story.AccessClass;
import news.masthead.story.Story;
import org.junit.jupiter.api.Test;

/** How many stories a subscriber may give, and until when a link opens. */
@SiteTest
class GiftsTest {

    private static final int A_MONTH = 10;
    private static final Duration OPEN = Duration.ofDays(14);

    /** Midnight in Kolkata, with which December begins. */
    private static final Instant DECEMBER = Instant.parse("2026-11-30T18:30:00Z");

    @Inject
    GivenGift links;

    @Inject
    Gifts gifts;

    @Inject
    Given given;

    @Inject
    Clock clock;

    @Test
    void a_subscriber_gives_ten_stories_a_month() {
        Reader.Registered giver = links.aGiver();
        List<Printed> stories = given.stories(A_MONTH + 1, AccessClass.PREMIUM);
        for (int gone = 1; gone <= A_MONTH; gone++) {
            Gifts.Giving.Open open =
                    open(gifts.give(giver, stories.get(gone - 1).story()));
            assertEquals(A_MONTH - gone, open.left());
        }
        Gifts.Giving last = gifts.give(giver, stories.get(A_MONTH).story());
        assertEquals(
                A_MONTH, assertInstanceOf(Gifts.Giving.NoneLeft.class, last).limit());
    }

    @Test
    void however_many_are_given_at_once_there_are_ten() throws Exception {
        Reader.Registered giver = links.aGiver();
        List<Printed> stories = given.stories(Size.of(25, 100), AccessClass.PREMIUM);
        List<Gifts.Giving> outcomes = atOnce(stories.stream()
                .map(story -> (Callable<Gifts.Giving>) () -> gifts.give(giver, story.story()))
                .toList());
        assertEquals(
                A_MONTH,
                outcomes.stream().filter(Gifts.Giving.Open.class::isInstance).count());
    }

    @Test
    void to_give_the_same_story_again_answers_the_same_link_and_costs_nothing() throws Exception {
        Reader.Registered giver = links.aGiver();
        Story story = links.aStory();
        List<Gifts.Giving.Open> outcomes = atOnce(times(20, () -> open(gifts.give(giver, story))));
        assertEquals(
                1, outcomes.stream().map(Gifts.Giving.Open::token).distinct().count());
        assertEquals(A_MONTH - 1, open(gifts.give(giver, story)).left());
    }

    @Test
    void with_the_month_in_the_publishers_zone_there_are_ten_again() {
        Reader.Registered giver = links.aGiver();
        List<Printed> stories = given.stories(A_MONTH + 1, AccessClass.PREMIUM);
        Gifts november = links.at(DECEMBER.minusMillis(1));
        stories.subList(0, A_MONTH).forEach(story -> november.give(giver, story.story()));
        Story another = stories.get(A_MONTH).story();
        Gifts.Giving.NoneLeft none = assertInstanceOf(Gifts.Giving.NoneLeft.class, november.give(giver, another));
        assertEquals(DECEMBER, none.resets());
        assertEquals(A_MONTH - 1, open(links.at(DECEMBER).give(giver, another)).left());
    }

    @Test
    void a_link_that_is_open_across_the_month_is_answered_again_for_nothing() {
        Reader.Registered giver = links.aGiver();
        Story story = links.aStory();
        Gifts.Giving.Open before = open(links.at(DECEMBER.minusSeconds(3600)).give(giver, story));
        Gifts.Giving.Open after = open(links.at(DECEMBER.plusSeconds(3600)).give(giver, story));
        assertEquals(before.token(), after.token());
        assertEquals(A_MONTH, after.left());
    }

    @Test
    void a_story_whose_link_has_ended_is_given_anew_and_counts_anew() {
        Reader.Registered giver = links.aGiver();
        Story story = links.aStory();
        Instant first = Instant.parse("2026-12-02T06:00:00Z");
        Gifts.Giving.Open ended = open(links.at(first).give(giver, story));
        Gifts.Giving.Open fresh = open(links.at(first.plus(OPEN)).give(giver, story));
        assertNotEquals(ended.token(), fresh.token());
        assertEquals(A_MONTH - 2, fresh.left());
    }

    @Test
    void a_link_opens_until_its_instant_and_not_at_it() {
        Reader.Registered giver = links.aGiver();
        Story story = links.aStory();
        Instant first = Instant.parse("2026-11-26T06:00:00Z");
        Gifts.Giving.Open open = open(links.at(first).give(giver, story));
        assertEquals(first.plus(OPEN), open.expires());
        Reader.Anonymous reader = someone();
        Gifts before = links.at(open.expires().minusNanos(1_000));
        assertEquals(GiftFacts.HELD, before.of(reader, story, open.token(), Intent.READING));
        assertEquals(Duration.ofNanos(1_000), before.opensFor(open.token()));
        Gifts then = links.at(open.expires());
        assertEquals(GiftFacts.INVALID, then.of(reader, story, open.token(), Intent.READING), "also with a seat");
        assertEquals(GiftFacts.INVALID, then.of(someone(), story, open.token(), Intent.READING));
        assertEquals(Duration.ZERO, then.opensFor(open.token()));
    }

    @Test
    void settings_by_which_a_link_would_outlive_its_secret_stop_the_start() {
        for (int[] wrong : new int[][] {{0, 1, 1}, {29, 1, 1}, {14, 0, 1}, {14, 1, -1}}) {
            Gifts refused = links.at(clock.instant());
            refused.settings = settings(wrong[0], wrong[1], wrong[2]);
            IllegalArgumentException told = assertThrows(IllegalArgumentException.class, refused::check);
            assertTrue(told.getMessage().contains("days from 1 to 28"), told.getMessage());
        }
    }

    private static GiftSettings settings(int days, int readers, int perMonth) {
        return new GiftSettings() {
            @Override
            public int days() {
                return days;
            }

            @Override
            public int readers() {
                return readers;
            }

            @Override
            public int perMonth() {
                return perMonth;
            }
        };
    }
}
