package news.masthead.site;

import static io.restassured.RestAssured.given;
import static news.masthead.given.GivenItem.aMail;
import static news.masthead.given.GivenItem.anItem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.masthead.SiteTest;
import news.masthead.desk.Decision;
import news.masthead.desk.Newsroom;
import news.masthead.given.Given;
import news.masthead.given.GivenAgency;
import news.masthead.given.GivenItem;
import news.masthead.given.GivenWire;
import news.masthead.story.AccessClass;
import news.masthead.story.Archive;
import news.masthead.story.Handling;
import news.masthead.story.Provenance;
import news.masthead.story.Story;
import news.masthead.wire.Agency;
import news.masthead.wire.Profiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Credit and disclaimer follow from what was done to an agency's words, and the credit is never lost. */
@SiteTest
class CreditTest {

    private static final String UNTOUCHED =
            "Disclaimer: No The Masthead Times Journalist was involved in creation of this content";
    private static final String REFRAMED =
            "(Only the headline and picture of this report may have been reworked by The Masthead Times staff;";

    @Inject
    Given given;

    @Inject
    GivenAgency agencies;

    @Inject
    GivenWire wire;

    @Inject
    Newsroom newsroom;

    @Inject
    Archive archive;

    @Inject
    EntityManager entities;

    @Inject
    UserTransaction transaction;

    @Test
    void untouched_copy_carries_the_agencys_credit_and_disclaimer() {
        GivenItem item = anItem();
        Story story = publish(item, decision(item.headline(), "", AccessClass.FREE));

        assertEquals(Handling.UNTOUCHED, handling(story));
        read(story).body(containsString("By Asmita Dhole, Meridian Wire"), containsString(UNTOUCHED));
    }

    @Test
    void words_of_the_agency_as_teaser_leave_it_untouched() {
        GivenItem item = anItem();
        assertEquals(
                Handling.UNTOUCHED,
                handling(publish(item, decision(item.headline(), "The second paragraph.", AccessClass.FREE))));
    }

    @Test
    void a_headline_or_a_teaser_of_ours_is_said_and_no_more_than_that() {
        GivenItem item = anItem();
        Story headed = publish(item, decision("Ours: " + item.headline(), "", AccessClass.FREE));
        GivenItem other = anItem();
        Story teased = publish(other, decision(other.headline(), "A sentence of ours.", AccessClass.FREE));

        for (Story story : List.of(headed, teased)) {
            assertEquals(Handling.REFRAMED, handling(story));
            read(story)
                    .body(
                            containsString("By Asmita Dhole, Meridian Wire"),
                            containsString(REFRAMED),
                            not(containsString(UNTOUCHED)));
        }
    }

    @Test
    void edited_words_are_with_inputs_from_the_agency_until_they_are_its_words_again() {
        GivenItem item = anItem();
        Story story = publish(item, decision(item.headline(), "", AccessClass.FREE));
        String agencys = newsroom.wordsOf(story);

        correct(story, item, agencys.replace("second", "last but one"));

        assertEquals(Handling.EDITED, handling(fresh(story)));
        assertEquals(
                "With inputs from Meridian Wire",
                fresh(story).provenance().orElseThrow().creditLine());
        read(story)
                .body(
                        containsString("With inputs from Meridian Wire"),
                        not(containsString("Disclaimer")),
                        not(containsString("Only the headline")));
        given().get("/section/economy").then().body(containsString("With inputs from Meridian Wire"));

        correct(fresh(story), item, agencys.replace("'", "’"));

        assertEquals(Handling.UNTOUCHED, handling(fresh(story)));
        read(story).body(containsString("By Asmita Dhole, Meridian Wire"), containsString(UNTOUCHED));
    }

    @Test
    void an_update_that_is_published_is_compared_with_its_own_words() {
        GivenItem item = anItem();
        Story story = publish(item, decision("Ours", "", AccessClass.FREE));

        GivenItem second = item.version(2).saying("The new first paragraph.");
        newsroom.publish(
                wire.onTheDesk(second),
                decision(item.headline(), "", AccessClass.FREE),
                Optional.empty(),
                "Test Editor");

        assertEquals(Handling.UNTOUCHED, handling(fresh(story)));
    }

    @Test
    void an_agency_that_demands_no_disclaimer_gets_none() {
        Agency agency = agencies.like("pti");
        GivenItem item = anItem().from(agency.id());
        Story story = publish(item, decision("Ours", "", AccessClass.FREE));
        read(story)
                .body(
                        containsString("PTI"),
                        not(containsString("Disclaimer")),
                        not(containsString("Only the headline")));
    }

    @Test
    void a_press_release_is_labelled_above_its_headline_free_for_everybody_and_its_links_are_sponsored() {
        Agency agency = agencies.with(any -> GivenAgency.sending(any, Agency.Kind.PRESS_RELEASE));
        GivenItem item = anItem().from(agency.id()).saying("Buy at <a href=\"https://shop.example/\">our shop</a>.");
        Story story = publish(item, decision(item.headline(), "", AccessClass.PREMIUM));

        read(story)
                .body(
                        containsString("The third paragraph."),
                        matchesPattern("(?s).*class=\"paid\">Press release<.*<h1>.*"),
                        containsString("rel=\"sponsored nofollow\""));
        given().get("/section/economy").then().body(containsString("Press release"));
        correct(story, item, newsroom.wordsOf(story));
        assertEquals(AccessClass.FREE, fresh(story).access);
    }

    @Test
    void so_is_a_release_that_an_agency_sends_between_its_news() {
        GivenItem item = aMail("A maker of pumps announces a plant")
                .saying("The above press release has been provided by NewsCall.");
        Story story = publish(item, decision(item.headline(), "", AccessClass.PREMIUM));

        read(story).body(matchesPattern("(?s).*class=\"paid\">Press release<.*<h1>.*"));
        assertEquals(AccessClass.FREE, fresh(story).access);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void a_story_of_any_agency_shows_its_credit_however_it_was_handled(String shipped) {
        Agency agency = agencies.like(shipped);
        GivenItem item = anItem().from(agency.id());
        Story story = publish(item, decision(item.headline(), "", AccessClass.METERED));
        read(story).body(containsString(agency.creditLine()));
        correct(story, item, "<p>Ours.</p><p>Too.</p>");
        read(story).body(containsString("With inputs from " + agency.creditLine()));
    }

    static Set<String> shipped() {
        return Profiles.shipped().ids();
    }

    @ParameterizedTest
    @ValueSource(strings = {"credit_line = null", "credit_line = '  '", "handling = null", "paid = null"})
    void the_database_refuses_a_story_of_an_agency_without_its_credit(String change) throws Exception {
        GivenItem item = anItem();
        Story story = publish(item, decision(item.headline(), "", AccessClass.FREE));
        transaction.begin();
        try {
            PersistenceException refused = assertThrows(
                    PersistenceException.class,
                    () -> entities.createNativeQuery("update story set " + change + " where id = " + story.id)
                            .executeUpdate());
            assertTrue(refused.getMessage().contains("story_of_a_source_carries_its_credit"), refused.getMessage());
        } finally {
            transaction.rollback();
        }
    }

    private Story publish(GivenItem item, Decision decision) {
        long id = newsroom.publish(wire.onTheDesk(item), decision, Optional.empty(), "Test Editor");
        return archive.story(id).orElseThrow();
    }

    private void correct(Story story, GivenItem item, String html) {
        newsroom.correct(
                story.id,
                story.version,
                decision(item.headline(), "", AccessClass.METERED),
                html,
                Optional.empty(),
                "Test Editor");
    }

    private Story fresh(Story story) {
        return archive.story(story.id).orElseThrow();
    }

    private static Handling handling(Story story) {
        return story.provenance().map(Provenance::handling).orElseThrow();
    }

    private ValidatableResponse read(Story story) {
        return given().cookie("session", given.aSubscriber().session())
                .get(Teasers.link(story))
                .then()
                .statusCode(200);
    }

    private static Decision decision(String headline, String teaser, AccessClass access) {
        return new Decision(headline, teaser, "economy", access, 1, List.of(), Optional.empty(), Optional.empty());
    }
}
