package news.masthead.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import news.masthead.SiteTest;
import news.masthead.access.Facts.StoryFacts;
import news.masthead.given.Given;
import news.masthead.given.GivenPolicies;
import news.masthead.story.AccessClass;
import news.masthead.story.Story;
import org.junit.jupiter.api.Test;

/** Days begin and end at midnight in the publisher's zone, half past six in the evening before by UTC. */
@SiteTest
class PolicyDaysTest {

    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
    private static final Instant MIDNIGHT = Instant.parse("2026-03-09T18:30:00Z");
    private static final LocalDate TENTH = LocalDate.of(2026, 3, 10);
    private static final Optional<String> ANY = Optional.empty();

    @Inject
    Given paper;

    @Test
    void before_a_day_ends_where_the_day_begins() {
        Policy policy = with(Optional.empty(), Optional.of(TENTH));
        assertEquals(AccessClass.PREMIUM, classOf(MIDNIGHT.minusMillis(1), MIDNIGHT, policy));
        assertEquals(AccessClass.METERED, classOf(MIDNIGHT, MIDNIGHT, policy));
    }

    @Test
    void a_story_is_a_day_old_from_the_next_midnight_on_however_late_it_was_published() {
        Policy policy = with(Optional.of(1), Optional.empty());
        Instant lateThatDay = MIDNIGHT.plus(Duration.ofHours(24)).minusMillis(1);
        assertEquals(AccessClass.METERED, classOf(lateThatDay, lateThatDay, policy));
        assertEquals(AccessClass.PREMIUM, classOf(lateThatDay, lateThatDay.plusMillis(1), policy));
        assertEquals(AccessClass.METERED, classOf(MIDNIGHT, lateThatDay, policy));
    }

    @Test
    void older_than_counts_midnights_across_a_leap_year_and_a_months_end() {
        Policy policy = with(Optional.of(30), Optional.empty());
        Instant published = Instant.parse("2024-02-09T20:00:00Z");
        LocalDate day = LocalDate.ofInstant(published, KOLKATA);
        Instant old = day.plusDays(30).atStartOfDay(KOLKATA).toInstant();
        assertEquals(LocalDate.of(2024, 3, 11), day.plusDays(30));
        assertEquals(AccessClass.METERED, classOf(published, old.minusMillis(1), policy));
        assertEquals(AccessClass.PREMIUM, classOf(published, old, policy));
    }

    private AccessClass classOf(Instant published, Instant at, Policy policy) {
        Story story = paper.aStory(AccessClass.METERED, Optional.of(published)).story();
        return policy.accessOf(StoryFacts.of(story, at, KOLKATA));
    }

    private static Policy with(Optional<Integer> olderThan, Optional<LocalDate> before) {
        return GivenPolicies.with(3, 5, new Policy.AccessRule(ANY, ANY, ANY, olderThan, before, AccessClass.PREMIUM));
    }
}
