package news.masthead.wire;

import static news.masthead.given.GivenAgency.TRUSTED;
import static news.masthead.given.GivenItem.anItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import news.masthead.SiteTest;
import news.masthead.desk.Newsroom;
import news.masthead.given.GivenAgency;
import news.masthead.given.GivenItem;
import news.masthead.given.GivenWire;
import news.masthead.given.Together;
import news.masthead.story.AccessClass;
import news.masthead.story.Archive;
import news.masthead.story.Story;
import news.masthead.wire.format.WireMessage;
import news.masthead.wire.format.WireReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SiteTest
class AutoPublishTest {

    @Inject
    GivenAgency givenAgency;

    @Inject
    GivenWire wire;

    @Inject
    WireItems items;

    @Inject
    WireFile.Repository files;

    @Inject
    Intake intake;

    @Inject
    Agencies agencies;

    @Inject
    EmbargoEnds embargoEnds;

    @Inject
    Newsroom newsroom;

    @Inject
    Archive archive;

    @Inject
    Clock clock;

    @BeforeEach
    void trust() {
        givenAgency.trusted();
    }

    @Test
    void copy_of_a_trusted_agency_is_in_the_paper_when_it_arrives() {
        GivenItem item = trusted();

        wire.arrives(item);

        Story story = storyOf(item).orElseThrow();
        assertEquals(item.headline(), story.headline);
        assertEquals("markets", story.section);
        assertEquals(AccessClass.METERED, story.access);
        assertTrue(story.provenance().orElseThrow().creditLine().contains("Swift Wire"));
        assertEquals(List.of(TRUSTED), editors(story));
        assertEquals(List.of("1 PUBLISHED"), standings(item));
    }

    @Test
    void what_came_after_a_withhold_waits_for_an_editor() {
        GivenItem item = trusted();
        wire.arrives(item.withheld());

        wire.arrives(item);
        wire.arrives(item.version(2));

        assertTrue(storyOf(item).isEmpty());
        assertEquals(List.of("1 HELD", "1 SUPERSEDED", "2 NEW"), standings(item));
    }

    @Test
    void a_withheld_story_is_not_released_by_rule() {
        GivenItem item = trusted();
        wire.arrives(item);
        wire.arrives(item.withheld());

        wire.arrives(item.version(2));

        assertTrue(storyOf(item).orElseThrow().isWithheld());
    }

    @Test
    void copy_of_any_other_agency_waits() {
        GivenItem item = anItem();

        wire.arrives(item);

        assertTrue(storyOf(item).isEmpty());
    }

    @Test
    void what_the_rule_does_not_name_waits() {
        GivenItem nameless = new GivenItem(TRUSTED, trusted().guid(), "", 1, "usable", "", "Words.", "");

        assertTrue(arrived(trusted(), "RAIL/SIDING", "WEATHER").isEmpty());
        assertTrue(arrived(trusted(), "<urgency>3<", "<urgency>5<").isEmpty());
        wire.arrives(nameless);
        assertTrue(storyOf(nameless).isEmpty());
        assertEquals(List.of("1 NEW"), standings(nameless));
    }

    @Test
    void copy_too_short_for_the_wall_waits_with_the_reason() {
        GivenItem item = trusted();

        arrived(item, "<p>The second paragraph.</p><p>The third paragraph.</p>", "");

        assertTrue(storyOf(item).isEmpty());
        assertTrue(items.versionsOf(TRUSTED, item.guid()).getFirst().reason.startsWith("Not published by rule"));
    }

    @Test
    void an_update_of_a_story_nobody_touched_is_taken_by_itself() {
        GivenItem item = trusted();
        wire.arrives(item);

        wire.arrives(item.version(2).saying("The new first paragraph."));

        Story story = storyOf(item).orElseThrow();
        assertTrue(story.opening.contains("The new first paragraph."));
        assertEquals(2, story.version);
        assertTrue(story.correction().isEmpty());
    }

    @Test
    void a_correction_of_a_story_nobody_touched_is_taken_with_a_note_to_readers() {
        GivenItem item = trusted();
        wire.arrives(item);

        wire.arrives(item.version(2).saying("Twelve, not twenty.").corrected());

        assertEquals(
                "This story has been corrected by Swift Wire.",
                storyOf(item).orElseThrow().correction().orElseThrow());
    }

    @Test
    void an_update_of_a_story_that_staff_touched_waits() {
        GivenItem item = trusted();
        wire.arrives(item);
        Story story = storyOf(item).orElseThrow();
        newsroom.correct(
                story.id, 1, GivenWire.aDecision("Edited"), "<p>One.</p><p>Two.</p>", Optional.empty(), "Meera");

        wire.arrives(item.version(2).saying("The new first paragraph."));

        assertEquals("Edited", storyOf(item).orElseThrow().headline);
        assertEquals(List.of("1 PUBLISHED", "2 NEW"), standings(item));
    }

    @Test
    void an_older_version_that_comes_late_is_not_published() {
        GivenItem item = trusted();

        wire.arrives(item.version(2));
        wire.arrives(item.saying("Older words."));

        assertEquals(1, storyOf(item).orElseThrow().version);
        assertEquals(List.of("2 PUBLISHED", "1 SUPERSEDED"), standings(item));
    }

    @Test
    void reading_a_file_again_publishes_nothing() {
        GivenItem item = trusted();
        byte[] bytes = item.file().getBytes(StandardCharsets.UTF_8);
        WireFile.Id file = files.keep(TRUSTED, new Delivery(bytes, "", "push", ""), clock.instant()).id;

        intake.take(file, 1, message(bytes));

        assertTrue(storyOf(item).isEmpty());
        assertEquals(List.of("1 NEW"), standings(item));
    }

    @Test
    void an_embargoed_item_comes_into_the_paper_at_the_instant_and_once() throws Exception {
        Instant until = clock.instant().plus(Duration.ofSeconds(4)).truncatedTo(ChronoUnit.SECONDS);
        GivenItem item = trusted().embargoedUntil(until);
        long id = wire.onTheDesk(item);
        String key = Long.toString(id);

        Together.of(4, () -> run(key));
        assertTrue(storyOf(item).isEmpty(), "before the instant");
        while (clock.instant().isBefore(until)) {
            Thread.sleep(50);
        }
        Together.of(4, () -> run(key));

        assertFalse(storyOf(item).orElseThrow().publishedAt.isBefore(until));
        assertEquals(1, archive.versionsOf(storyOf(item).orElseThrow().id).size());
    }

    @Test
    void the_end_of_an_embargo_needs_nobody_to_ask() throws Exception {
        Instant until = clock.instant().plus(Duration.ofSeconds(2));
        GivenItem item = trusted().embargoedUntil(until);

        wire.arrives(item);

        assertTrue(storyOf(item).isEmpty());
        for (int tries = 0; storyOf(item).isEmpty() && tries < 200; tries++) {
            Thread.sleep(50);
        }
        assertFalse(storyOf(item).orElseThrow().publishedAt.isBefore(until));
    }

    @Test
    void an_embargo_that_a_later_version_moves_or_drops_follows_the_later_version() {
        GivenItem item = trusted();
        wire.arrives(item.embargoedUntil(clock.instant().plus(Duration.ofHours(1))));
        wire.arrives(item.version(2).embargoedUntil(clock.instant().plus(Duration.ofHours(2))));
        assertTrue(storyOf(item).isEmpty());

        wire.arrives(item.version(3));

        assertEquals(List.of("1 SUPERSEDED", "2 SUPERSEDED", "3 PUBLISHED"), standings(item));
    }

    private static GivenItem trusted() {
        return anItem().from(TRUSTED);
    }

    private Optional<Story> arrived(GivenItem item, String from, String to) {
        byte[] bytes = item.file().replace(from, to).getBytes(StandardCharsets.UTF_8);
        WireFile file = files.keep(TRUSTED, new Delivery(bytes, "", "push", ""), clock.instant());
        intake.arrive(file, 1, message(bytes), true);
        return storyOf(item);
    }

    private WireMessage message(byte[] bytes) {
        return WireMessage.of(
                WireReader.read(bytes, "", agencies.find(TRUSTED).orElseThrow().dialect())
                        .getFirst());
    }

    private Void run(String key) {
        embargoEnds.run(key);
        return null;
    }

    private Optional<Story> storyOf(GivenItem item) {
        return archive.storyOf(item.source(), item.guid());
    }

    private List<String> editors(Story story) {
        return archive.versionsOf(story.id).stream()
                .map(version -> version.editor)
                .toList();
    }

    private List<String> standings(GivenItem item) {
        return items.versionsOf(item.source(), item.guid()).stream()
                .map(version -> version.version + " " + version.standing)
                .toList();
    }
}
