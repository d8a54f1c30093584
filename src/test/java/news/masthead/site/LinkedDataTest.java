package news.masthead.site;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Given.Printed;
import news.masthead.journeys.Chromium;
import news.masthead.story.AccessClass;
import news.masthead.story.Archive;
import news.masthead.story.Press;
import news.masthead.web.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a story's page tells search engines of itself. */
@SiteTest
class LinkedDataTest {

    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

    private static final Set<String> FIELDS = Set.of(
            "@context",
            "@type",
            "url",
            "headline",
            "description",
            "datePublished",
            "dateModified",
            "inLanguage",
            "publisher",
            "isAccessibleForFree");

    @Inject
    Given given;

    @Inject
    Press press;

    @Inject
    Archive archive;

    @Inject
    Site site;

    @Inject
    ObjectMapper json;

    @ParameterizedTest
    @EnumSource(AccessClass.class)
    void says_what_the_head_says_and_whether_there_is_a_wall(AccessClass access) throws IOException {
        Printed story = given.aStory(access);
        JsonNode data = data(given().get(story.path()).asString());
        assertEquals("NewsArticle", data.path("@type").asText());
        assertEquals(site.url() + story.path(), data.path("url").asText());
        assertEquals(story.story().headline, data.path("headline").asText());
        boolean free = access == AccessClass.FREE;
        assertEquals(free, data.path("isAccessibleForFree").asBoolean(!free));
        assertEquals(
                free ? "" : ".body", data.path("hasPart").path("cssSelector").asText());
        Set<String> fields = new TreeSet<>();
        data.fieldNames().forEachRemaining(fields::add);
        fields.remove("hasPart");
        assertEquals(new TreeSet<>(FIELDS), fields, "and nothing of the body");
    }

    @ParameterizedTest
    @EnumSource(
            value = AccessClass.class,
            names = {"METERED", "PREMIUM"})
    void is_the_same_in_front_of_the_wall_and_behind_it(AccessClass access) throws IOException {
        Printed story = given.aStory(access);
        String wall =
                given().header("User-Agent", "Googlebot").get(story.path()).asString();
        String whole = given().cookie("session", given.aSubscriber().session())
                .get(story.path())
                .asString();
        assertFalse(wall.contains(Given.GATED));
        assertTrue(whole.contains(Given.GATED));
        assertEquals(data(wall), data(whole));
        assertTrue(wall.contains("class=\"body\"") && whole.contains("class=\"body\""), "what hasPart points at");
    }

    @Test
    void a_headline_cannot_end_the_element_and_a_browser_has_nothing_to_refuse() throws IOException {
        String hostile = "Rates </script><script>alert(1)</script> & <!-- \"quotes\" \\ rise";
        long id = press.publish(Given.copy(hostile, AccessClass.FREE, Optional.empty()), "Meera Joshi");
        String path = Teasers.link(archive.story(id).orElseThrow());
        assertEquals(
                hostile, data(given().get(path).asString()).path("headline").asText());

        List<String> complaints = new ArrayList<>();
        try (Chromium chromium = Chromium.open();
                BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.onDialog(dialog -> complaints.add("it ran: " + dialog.message()));
            page.onPageError(complaints::add);
            page.navigate(site.url() + path);
            assertEquals(1, page.locator("script").count());
        }
        assertEquals(List.of(), complaints);
    }

    private JsonNode data(String page) throws IOException {
        Matcher data = DATA.matcher(page);
        assertTrue(data.find(), page);
        return json.readTree(data.group(1));
    }
}
