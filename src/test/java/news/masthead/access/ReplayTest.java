package news.masthead.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Given.Printed;
import news.masthead.given.GivenPolicies;
import news.masthead.given.Size;
import news.masthead.identity.LoggedIn;
import news.masthead.identity.Reader;
import news.masthead.story.AccessClass;
import news.masthead.values.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each test looks at the decisions on its own readers. */
@SiteTest
class ReplayTest {

    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

    @Inject
    Gate gate;

    @Inject
    PolicyBook policies;

    @Inject
    PastDecisions past;

    @Inject
    DecisionLog log;

    @Inject
    Rehearsal rehearsal;

    @Inject
    ReaderKeys keys;

    @Inject
    GivenPolicies given;

    @Inject
    Given paper;

    @Inject
    Clock clock;

    @Inject
    Event<LoggedIn> logIns;

    private final Set<String> mine = new HashSet<>();

    @AfterEach
    void the_usual_policy_holds_again() {
        given.end();
    }

    @Test
    void the_policy_in_force_comes_to_exactly_what_is_on_record() {
        Random chance = new Random(7);
        List<Printed> stories = stories(chance);
        for (int round = 0; round < 3; round++) {
            given.holds(GivenPolicies.with(1 + chance.nextInt(4), chance.nextInt(6), everythingOld()));
            readAbout(readers(8), stories, Size.of(200, 2_000), chance);
        }
        logIn(stories);

        Review review =
                review(policies.versionAt(clock.instant()).orElseThrow().rules().orElseThrow());

        assertTrue(review.decisions() >= 600, "there is something to compare");
        assertEquals(review.decisions(), review.asRecorded());
        assertEquals(0, review.leftOut());
    }

    @Test
    void under_the_rules_they_were_made_under_nobody_would_meet_another_wall() {
        Random chance = new Random(11);
        readAbout(readers(8), stories(chance), 300, chance);

        Review review = review(GivenPolicies.usual());

        assertTrue(review.all().stoppedNow() > 0);
        assertEquals(review.all().stoppedNow(), review.all().stoppedThen());
        assertEquals(review.stoppedNow(), review.stoppedThen());
        assertEquals(0, review.changed());
    }

    @Test
    void what_it_foretells_is_what_happens() {
        Policy candidate = GivenPolicies.with(2, 1, everythingOld());
        List<Printed> stories = stories(new Random(13));
        readAbout(readers(10), stories, 400, new Random(17));
        Review foretold = review(candidate);
        mine.clear();

        given.holds(candidate);
        readAbout(readers(10), stories, 400, new Random(17));
        Review happened = review(candidate);

        assertEquals(foretold.all().stoppedThen(), happened.all().stoppedNow());
        assertEquals(foretold.stoppedThen(), happened.stoppedNow());
        assertTrue(foretold.all().stoppedThen() > foretold.all().stoppedNow(), "it is stricter");
    }

    @Test
    void fewer_free_stories_stop_who_read_more() {
        Reader reader = anonymous();
        paper.stories(3, AccessClass.METERED).forEach(story -> read(reader, story));

        Review review = review(GivenPolicies.with(1, 5));

        assertEquals(new Review.Tally(3, 0, 2), review.sections().get("markets"));
        assertEquals(
                List.of(1L, 0L, 1L, 1L),
                List.of(review.readers(), review.stoppedNow(), review.stoppedThen(), review.changed()));
    }

    @Test
    void more_free_stories_let_pass_who_was_stopped_and_one_read_again_costs_nothing() {
        Reader reader = anonymous();
        List<Printed> stories = paper.stories(5, AccessClass.METERED);
        stories.forEach(story -> read(reader, story));
        read(reader, stories.get(4));
        read(reader, stories.get(0));

        assertEquals(
                new Review.Tally(7, 3, 2),
                review(GivenPolicies.with(4, 5)).sections().get("markets"));
        assertEquals(
                new Review.Tally(7, 3, 0),
                review(GivenPolicies.with(5, 5)).sections().get("markets"));
    }

    @Test
    void staff_and_who_was_not_reading_count_for_nothing() {
        Reader reader = anonymous();
        Printed story = paper.aStory(AccessClass.PREMIUM);
        gate.decide(new Asking(reader, Intent.PEEKING, Outlet.PAGE, Optional.empty(), Optional.empty()), story.story());
        read(remembered(new Reader.Registered(paper.anEditor().account(), Set.of("reader", "editor"), true)), story);
        Review review = review(GivenPolicies.usual());
        assertEquals(2, review.decisions());
        assertEquals(0, review.all().openings());
    }

    @Test
    void where_there_are_too_many_some_readers_are_looked_at_wholly_and_others_not_at_all() {
        Printed story = paper.aStory(AccessClass.PREMIUM);
        readers(40).forEach(reader -> {
            read(reader, story);
            read(reader, paper.aStory(AccessClass.METERED));
        });
        log.flush();
        Map<String, Integer> looked = new HashMap<>();
        past.each(Instant.EPOCH, 4, (reader, trace, times) -> looked.merge(reader, times, Integer::sum));
        looked.keySet().retainAll(mine);
        assertEquals(
                mine.stream()
                        .filter(reader -> Integer.parseInt(reader.substring(0, 4), 16) % 4 == 0)
                        .collect(Collectors.toSet()),
                looked.keySet());
        assertEquals(Set.of(2), Set.copyOf(looked.values()));
    }

    @Test
    void the_door_for_the_desk_looks_at_both_months_and_at_everybody() {
        read(anonymous(), paper.aStory(AccessClass.PREMIUM));
        Review review = rehearsal.review(GivenPolicies.usual());
        Instant lastMonth = Window.monthOf(
                        Window.monthOf(clock.instant(), KOLKATA).start().minus(Duration.ofDays(1)), KOLKATA)
                .start();
        assertEquals(lastMonth, review.since());
        assertEquals(1, review.share());
        assertTrue(review.decisions() > 0);
    }

    private Review review(Policy candidate) {
        log.flush();
        Replay replay = new Replay(candidate, policies.history()::under);
        long leftOut = past.each(Instant.EPOCH, 1, (reader, trace, times) -> {
            if (mine.contains(reader)) {
                replay.again(reader, trace, times);
            }
        });
        return replay.review(Instant.EPOCH, 1, leftOut);
    }

    private void readAbout(List<Reader> readers, List<Printed> stories, int times, Random chance) {
        for (int i = 0; i < times; i++) {
            Reader reader = readers.get(chance.nextInt(readers.size()));
            Intent intent = chance.nextInt(8) == 0 ? Intent.PEEKING : Intent.READING;
            Printed story = stories.get(chance.nextInt(stories.size()));
            gate.decide(new Asking(reader, intent, Outlet.PAGE, Optional.empty(), Optional.empty()), story.story());
        }
    }

    /** What was read before comes along; no decision tells of it. */
    private void logIn(List<Printed> stories) {
        Reader.Anonymous before = (Reader.Anonymous) anonymous();
        Reader.Registered now = new Reader.Registered(paper.aReader().account(), Set.of("reader"), true);
        remembered(now);
        stories.forEach(story -> read(before, story));
        read(now, stories.getLast());
        logIns.fire(new LoggedIn(before, now));
        stories.forEach(story -> read(now, story));
    }

    private void read(Reader reader, Printed story) {
        gate.decide(Asking.reading(reader), story.story());
    }

    private List<Printed> stories(Random chance) {
        List<Printed> stories = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            AccessClass access = i < 8 ? AccessClass.METERED : AccessClass.values()[chance.nextInt(3)];
            Duration age = Duration.ofDays(chance.nextInt(60));
            stories.add(paper.aStory(access, Optional.of(clock.instant().minus(age))));
        }
        return stories;
    }

    private static Policy.AccessRule everythingOld() {
        Optional<String> any = Optional.empty();
        return new Policy.AccessRule(any, any, any, Optional.of(40), Optional.empty(), AccessClass.PREMIUM);
    }

    private List<Reader> readers(int count) {
        List<Reader> readers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            readers.add(
                    i % 2 == 0
                            ? anonymous()
                            : remembered(
                                    new Reader.Registered(paper.aReader().account(), Set.of("reader"), i % 4 == 1)));
        }
        return readers;
    }

    private Reader anonymous() {
        return remembered(new Reader.Anonymous(UUID.randomUUID().toString(), true));
    }

    private Reader remembered(Reader reader) {
        mine.add(HexFormat.of().formatHex(keys.of(reader, Window.monthOf(clock.instant(), KOLKATA))));
        return reader;
    }
}
