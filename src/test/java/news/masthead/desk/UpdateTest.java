package news.masthead.desk;

import static io.restassured.RestAssured.given;
import static news.masthead.given.GivenItem.anItem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.GivenItem;
import news.masthead.given.GivenWire;
import news.masthead.identity.Role;
import news.masthead.story.Archive;
import news.masthead.story.Story;
import news.masthead.story.UnfitCopy;
import news.masthead.story.Words;
import news.masthead.wire.Delivery;
import news.masthead.wire.WireDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The story has three paragraphs of the agency's; staff changed the second; the agency's update changes the first and the second. */
@SiteTest
class UpdateTest {

    private static final Pattern PLACE = Pattern.compile("name=\"take\" value=\"([^\"]+)\"( checked)?");

    @Inject
    Given people;

    @Inject
    GivenWire wire;

    @Inject
    WireDesk desk;

    @Inject
    Newsroom newsroom;

    @Inject
    Updates updates;

    @Inject
    Archive archive;

    private GivenItem item;
    private long story;
    private long update;

    @BeforeEach
    void arrive() {
        item = anItem();
        story = wire.published(item);
        edit("The second paragraph, as staff wrote it.");
        String file = item.version(2).saying("The new first paragraph.").file();
        byte[] bytes = file.replace("The second", "The new second").getBytes(StandardCharsets.UTF_8);
        update = desk.accept(item.source(), new Delivery(bytes, "", "push", ""))
                .items()
                .getFirst()
                .item();
    }

    @Test
    void is_shown_beside_what_staff_made_of_the_story() {
        editor().get("/desk/items/" + update)
                .then()
                .statusCode(200)
                .body(containsString("Staff changed this story"))
                .body(containsString("The second paragraph.</p>"))
                .body(containsString("The second paragraph, as staff wrote it."))
                .body(containsString("The new second paragraph."))
                .body(not(containsString("/publication")));
    }

    @Test
    void offers_what_staff_did_not_touch() {
        List<Boolean> chosen = places().stream().map(Place::chosen).toList();

        assertEquals(List.of(true, false), chosen);
    }

    @Test
    void never_overwrites_what_staff_wrote() {
        assertThrows(
                UnfitCopy.class,
                () -> newsroom.publish(update, GivenWire.aDecision("All of it"), Optional.empty(), "Meera"));

        assertTrue(words().contains("as staff wrote it"));
    }

    @Test
    void gives_the_paragraphs_that_an_editor_takes() {
        Story before = archive.story(story).orElseThrow();

        take(before.version, List.of(places().getFirst().id())).statusCode(303);

        Story after = archive.story(story).orElseThrow();
        assertTrue(words().contains("The new first paragraph."));
        assertTrue(words().contains("as staff wrote it"));
        assertTrue(words().contains("The third paragraph."));
        assertEquals(before.headline, after.headline);
        assertEquals(before.section, after.section);
        assertEquals(before.access, after.access);
        assertEquals(before.slug, after.slug);
    }

    @Test
    void gives_all_of_it_at_one_click() {
        editor().redirects()
                .follow(false)
                .formParams("version", 2, "all", "1")
                .post("/desk/items/" + update + "/update")
                .then()
                .statusCode(303);

        assertTrue(words().contains("The new second paragraph."));
        assertFalse(words().contains("as staff wrote it"));
    }

    @Test
    void is_put_aside_without_a_trace_in_the_paper() {
        editor().post("/desk/items/" + update + "/dismissal");

        assertEquals(2, archive.story(story).orElseThrow().version);
        editor().get("/desk/items/" + update + "/update").then().body(containsString("can be taken no more"));
    }

    @Test
    void says_so_when_somebody_changed_the_story_meanwhile_and_keeps_the_choice() {
        List<Place> places = places();
        edit("The second paragraph, as staff wrote it.");

        take(2, List.of(places.getLast().id()))
                .statusCode(422)
                .body(containsString("Somebody changed this story"))
                .body(containsString("value=\"" + places.getLast().id() + "\" checked"))
                .body(not(containsString("value=\"" + places.getFirst().id() + "\" checked")));

        assertTrue(words().contains("as staff wrote it"));
        take(3, List.of(places.getLast().id())).statusCode(303);
        assertTrue(words().contains("The new second paragraph."));
    }

    @Test
    void is_not_taken_by_a_choice_of_nothing() {
        take(2, List.of()).statusCode(422).body(containsString("Choose at least one paragraph"));
    }

    @Test
    void is_taken_once_by_two_editors_at_the_same_time() throws Exception {
        Callable<Long> taking = () -> updates.take(update, 2, Optional.empty(), Optional.empty(), "Meera");
        int refused = 0;
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Long>> running = new ArrayList<>(two.invokeAll(List.of(taking, taking)));
            for (Future<Long> one : running) {
                try {
                    one.get();
                } catch (ExecutionException beaten) {
                    assertEquals(UnfitCopy.class, beaten.getCause().getClass());
                    refused++;
                }
            }
        }

        assertEquals(1, refused);
        assertEquals(3, archive.story(story).orElseThrow().version);
    }

    @Test
    void that_corrects_is_proposed_with_a_note_to_readers() {
        long correction =
                wire.onTheDesk(item.version(3).saying("Twelve, not twenty.").corrected());

        editor().get("/desk/items/" + correction)
                .then()
                .body(containsString("This story has been corrected by Meridian Wire."));
    }

    @Test
    void of_a_story_that_nobody_touched_can_be_taken_whole() {
        GivenItem other = anItem();
        long untouched = wire.published(other);
        long newer = wire.onTheDesk(other.version(2).saying("The new first paragraph."));

        editor().get("/desk/items/" + newer).then().body(containsString("Nobody changed the agency’s words"));
        newsroom.publish(newer, GivenWire.aDecision("New headline"), Optional.empty(), "Meera");

        assertTrue(archive.story(untouched).orElseThrow().opening.contains("The new first paragraph."));
    }

    private record Place(String id, boolean chosen) {}

    private List<Place> places() {
        String page = editor().get("/desk/items/" + update).asString();
        return PLACE.matcher(page)
                .results()
                .map(found -> new Place(found.group(1), found.group(2) != null))
                .toList();
    }

    private ValidatableResponse take(int version, List<String> places) {
        return editor().redirects()
                .follow(false)
                .formParam("version", version)
                .formParam("take", places)
                .post("/desk/items/" + update + "/update")
                .then();
    }

    private void edit(String second) {
        Story now = archive.story(story).orElseThrow();
        List<String> blocks = new ArrayList<>(Words.blocks(newsroom.wordsOf(now)));
        blocks.set(1, "<p>" + second + "</p>");
        newsroom.correct(
                story,
                now.version,
                GivenWire.aDecision(now.headline),
                String.join("\n", blocks),
                Optional.empty(),
                "Meera Joshi");
    }

    private String words() {
        return newsroom.wordsOf(archive.story(story).orElseThrow());
    }

    private RequestSpecification editor() {
        return given().cookie(
                        "session", people.someone(Role.READER, Role.EDITOR).session());
    }
}
