package news.masthead.site;

import static io.restassured.RestAssured.given;
import static java.time.temporal.ChronoUnit.DAYS;
import static news.masthead.given.GivenAgency.rights;
import static news.masthead.given.GivenItem.anItem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Given.Person;
import news.masthead.given.GivenAgency;
import news.masthead.given.GivenItem;
import news.masthead.given.GivenWire;
import news.masthead.identity.Role;
import news.masthead.story.AccessClass;
import news.masthead.story.Archive;
import news.masthead.story.Copy;
import news.masthead.story.Handling;
import news.masthead.story.Licence;
import news.masthead.story.Press;
import news.masthead.story.Provenance;
import news.masthead.story.Story;
import news.masthead.story.UnfitCopy;
import news.masthead.wire.Agency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an agency's contract does not grant, nobody reads: no reader, no subscriber, no editor on the site. */
@SiteTest
class LicenceTest {

    private static final Licence FOR_EVER = rights(true, Optional.empty());

    @Inject
    Given given;

    @Inject
    GivenAgency agencies;

    @Inject
    GivenWire wire;

    @Inject
    Press press;

    @Inject
    Archive archive;

    @Inject
    Clock clock;

    @ParameterizedTest
    @EnumSource(AccessClass.class)
    void after_its_days_in_the_archive_nobody_gets_a_word_of_a_story(AccessClass access) {
        Agency agency = agencies.with(rights(true, Optional.of(30)));
        Instant now = clock.instant();
        Story old = story(agency, access, Optional.of(now.minus(30, DAYS)), null);
        Story young = story(agency, access, Optional.of(now.minus(29, DAYS)), null);

        for (Person reader : new Person[] {given.aSubscriber(), given.anEditor()}) {
            open(reader, old)
                    .statusCode(200)
                    .header("Cache-Control", "private, no-store")
                    .header("X-Robots-Tag", "noindex")
                    .body(
                            not(containsString(Given.GATED)),
                            not(containsString("forty ships")),
                            not(containsString(old.teaser)),
                            containsString(old.headline),
                            containsString("Meridian Wire"),
                            containsString("name=\"robots\" content=\"noindex\""),
                            containsString("Our licence for this text has ended"));
            open(reader, young).body(containsString(Given.GATED));
        }
    }

    @Test
    void a_right_that_is_withdrawn_is_gone_at_once_from_kept_pages_and_lists_and_comes_back_when_it_is_granted() {
        Agency agency = agencies.with(FOR_EVER);
        Story story = story(agency, AccessClass.FREE, Optional.empty(), null);
        readable(story);

        agencies.grants(agency, rights(false, Optional.empty()));

        lapsed(story);
        agencies.grants(agency, FOR_EVER);
        readable(story);
    }

    @Test
    void a_contract_ends_at_the_first_moment_of_its_day_in_the_papers_zone() {
        Agency agency = agencies.with(FOR_EVER);
        Story story = story(agency, AccessClass.FREE, Optional.empty(), null);
        LocalDate today = clock.instant().atZone(ZoneId.of("Asia/Kolkata")).toLocalDate();

        agencies.grants(agency, until(today.plusDays(1)));
        readable(story);
        agencies.grants(agency, until(today));
        lapsed(story);
        UnfitCopy refused =
                assertThrows(UnfitCopy.class, () -> story(agency, AccessClass.FREE, Optional.empty(), null));
        assertTrue(refused.getMessage().contains("contract ended on " + today), refused.getMessage());
    }

    @Test
    void what_expires_is_gone_at_that_instant_though_nothing_else_happens() throws InterruptedException {
        Agency agency = agencies.with(FOR_EVER);
        Instant end = clock.instant().plus(Duration.ofSeconds(4));
        Story story = story(agency, AccessClass.FREE, Optional.empty(), end);
        readable(story);

        while (clock.instant().isBefore(end)) {
            Thread.sleep(50);
        }

        lapsed(story);
    }

    @Test
    void an_item_whose_territory_does_not_cover_us_is_held_on_the_desk_with_the_reason() {
        Agency agency = agencies.with(new Licence(
                true, Optional.empty(), true, true, true, true, Set.of("TR", "AZ"), Optional.empty(), true));
        GivenItem item = anItem().from(agency.id());
        long id = wire.onTheDesk(item);
        Person editor = given.someone(Role.READER, Role.EDITOR);

        given().cookie("session", editor.session())
                .get("/desk/items/" + id)
                .then()
                .body(
                        containsString("contract covers AZ, TR only, and the paper appears in IN"),
                        not(containsString("/publication")));
        given().cookie("session", editor.session())
                .redirects()
                .follow(false)
                .formParams("headline", "H", "section", "markets", "access", "free", "freeParagraphs", "1")
                .post("/desk/items/" + id + "/publication")
                .then()
                .statusCode(422)
                .body(containsString("covers AZ, TR only"));
        assertEquals(Optional.empty(), archive.storyOf(agency.id(), item.guid()));
    }

    @Test
    void pages_tell_machines_what_the_contract_says() {
        Story open = story(agencies.with(FOR_EVER), AccessClass.FREE, Optional.empty(), null);
        Story closed = story(
                agencies.with(new Licence(
                        true, Optional.empty(), false, false, false, false, Set.of(), Optional.empty(), false)),
                AccessClass.METERED,
                Optional.empty(),
                null);

        open(null, open)
                .header("X-Robots-Tag", nullValue())
                .header("tdm-reservation", nullValue())
                .body(containsString("rel=\"canonical\""));
        open(null, closed)
                .header("X-Robots-Tag", "noindex, follow")
                .header("tdm-reservation", "1")
                .body(containsString("name=\"robots\" content=\"noindex\""), not(containsString("rel=\"canonical\"")));
    }

    @Test
    void words_of_a_source_without_a_contract_stay_out() {
        UnfitCopy refused = assertThrows(
                UnfitCopy.class,
                () -> press.publish(copy("nobody", AccessClass.FREE, Optional.empty(), null), "Test Editor"));
        assertTrue(refused.getMessage().contains("no contract"), refused.getMessage());
    }

    private void readable(Story story) {
        open(given.aSubscriber(), story).body(containsString(Given.GATED));
        open(null, story).body(containsString(Given.GATED));
        given().get("/section/markets").then().body(containsString(story.headline));
    }

    private void lapsed(Story story) {
        open(given.aSubscriber(), story).body(not(containsString(Given.GATED)), containsString(story.headline));
        open(null, story).body(not(containsString(Given.GATED)), not(containsString("forty ships")));
        given().get("/section/markets").then().body(not(containsString(story.headline)));
        given().get("/").then().body(not(containsString(story.headline)));
    }

    private ValidatableResponse open(Person reader, Story story) {
        var asked = given();
        if (reader != null) {
            asked.cookie("session", reader.session());
        }
        return asked.get(Teasers.link(story)).then();
    }

    private static Licence until(LocalDate end) {
        return new Licence(true, Optional.empty(), true, true, true, true, Set.of(), Optional.of(end), true);
    }

    private Story story(Agency agency, AccessClass access, Optional<Instant> published, Instant expires) {
        long id = press.publish(copy(agency.id(), access, published, expires), "Test Editor");
        return archive.story(id).orElseThrow();
    }

    private static Copy copy(String source, AccessClass access, Optional<Instant> published, Instant expires) {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        Copy copy = Given.copy("Cranes of " + mark, access, published);
        return new Copy(
                copy.headline(),
                "A teaser of " + mark,
                copy.section(),
                copy.access(),
                copy.opening(),
                copy.body(),
                copy.topics(),
                copy.authors(),
                copy.illustration(),
                Optional.of(new Provenance(source, mark, "Meridian Wire", "", "", expires, Handling.UNTOUCHED, false)),
                copy.firstPublished());
    }
}
