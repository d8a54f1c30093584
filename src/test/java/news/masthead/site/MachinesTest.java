package news.masthead.site;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.masthead.Routes;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Given.Printed;
import news.masthead.story.AccessClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a machine that says it is one gets, and what it is asked to leave alone. */
@SiteTest
class MachinesTest {

    private static final String LEAD = "forty ships waited outside the harbour";

    @Inject
    Given given;

    static Stream<String> machines() {
        return Stream.of(
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "Googlebot-News",
                "Googlebot-Image/1.0",
                "Mozilla/5.0 (compatible; Google-InspectionTool/1.0; bot)",
                "AdsBot-Google (+http://www.google.com/adsbot.html)",
                "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
                "Mozilla/5.0 (compatible; Yahoo! Slurp; http://help.yahoo.com/help/us/ysearch/slurp)",
                "DuckDuckBot/1.1; (+http://duckduckgo.com/duckduckbot.html)",
                "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)",
                "Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)",
                "Mozilla/5.0 (compatible; Applebot/0.1; +http://www.apple.com/go/applebot)",
                "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
                "Twitterbot/1.0",
                "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient)",
                "WhatsApp/2.23.20.0",
                "TelegramBot (like TwitterBot)",
                "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
                "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
                "Pinterest/0.2 (+http://www.pinterest.com/bot.html)",
                "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)",
                "Mozilla/5.0 (compatible; ClaudeBot/1.0; +claudebot@anthropic.com)",
                "Mozilla/5.0 (compatible; PerplexityBot/1.0; +https://perplexity.ai/perplexitybot)",
                "CCBot/2.0 (https://commoncrawl.org/faq/)",
                "Mozilla/5.0 (compatible; Bytespider; spider-feedback@bytedance.com)",
                "ia_archiver (crawler; archive.org_bot)",
                "outbrain crawler");
    }

    @ParameterizedTest
    @MethodSource("machines")
    void gets_the_free_part_and_spends_nothing(String agent) {
        Printed metered = given.aStory(AccessClass.METERED);
        for (Printed story : List.of(metered, given.aStory(AccessClass.PREMIUM))) {
            machine(agent)
                    .get(story.path())
                    .then()
                    .statusCode(200)
                    .header("Set-Cookie", nullValue())
                    .body(containsString(LEAD), not(containsString(Given.GATED)));
        }
        String reader = given().get(metered.path()).cookie("reader");
        Printed second = given.aStory(AccessClass.METERED);
        machine(agent).cookie("reader", reader).get(second.path()).then().body(not(containsString(Given.GATED)));
        given().cookie("reader", reader)
                .get(second.path())
                .then()
                .body(containsString("1 of 3 free articles left"), containsString(Given.GATED));
    }

    @ParameterizedTest
    @MethodSource("machines")
    void gets_a_free_story_whole(String agent) {
        machine(agent)
                .get(given.aStory(AccessClass.FREE).path())
                .then()
                .statusCode(200)
                .header("Set-Cookie", nullValue())
                .body(containsString(Given.GATED));
    }

    @ParameterizedTest
    @MethodSource("machines")
    void is_let_through_no_wall_by_its_name(String agent) {
        List<Printed> stories = given.stories(4, AccessClass.METERED);
        String reader = given().get(stories.getFirst().path()).cookie("reader");
        stories.subList(1, 3).forEach(story -> given().cookie("reader", reader).get(story.path()));
        machine(agent)
                .cookie("reader", reader)
                .header("X-Forwarded-For", "66.249.66.1")
                .header("Referer", "https://www.google.com/")
                .get(stories.getLast().path())
                .then()
                .statusCode(200)
                .body(containsString(LEAD), not(containsString(Given.GATED)));
    }

    @Test
    void robots_txt_is_plain_text_for_a_day() {
        given().get("/robots.txt")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/plain;charset=utf-8"))
                .header("Cache-Control", equalTo("public, max-age=86400"))
                .body(not(containsString("Sitemap:")));
    }

    @Test
    void robots_txt_asks_those_that_train_models_to_stay_away_and_no_search_engine() {
        List<String> groups = groups(given().get("/robots.txt").asString());
        assertEquals(2, groups.size());
        assertTrue(groups.getFirst().endsWith("\nDisallow: /\n"));
        for (String name : List.of("GPTBot", "CCBot", "Google-Extended", "ClaudeBot", "Applebot-Extended")) {
            assertTrue(groups.getFirst().contains("User-agent: " + name + "\n"), name);
        }
        for (String name : List.of("Googlebot", "bingbot", "Applebot", "DuckDuckBot", "OAI-SearchBot")) {
            assertFalse(groups.getFirst().contains("User-agent: " + name + "\n"), name);
        }
    }

    @Test
    void robots_txt_leaves_every_page_with_stories_open_and_no_other() {
        List<String> closed = groups(given().get("/robots.txt").asString())
                .getLast()
                .lines()
                .filter(line -> line.startsWith("Disallow: "))
                .map(line -> line.substring("Disallow: ".length()))
                .toList();
        Set<String> open = Routes.all().stream()
                .map(route -> route.substring(route.indexOf(' ') + 1))
                .filter(address -> !address.startsWith("/local"))
                .filter(address -> closed.stream().noneMatch(address::startsWith))
                .collect(Collectors.toSet());
        assertEquals(Set.of("/", "/section/{slug}", "/article/{section}/{file}", "/picture/{id}", "/robots.txt"), open);
    }

    @Test
    void a_publisher_may_ask_nobody_to_stay_away() {
        RobotsResource robots = new RobotsResource();
        robots.settings = Optional::empty;
        String rules = robots.show().getEntity().toString();
        assertTrue(rules.startsWith("User-agent: *\nDisallow: /desk\n"), rules);
        assertFalse(rules.contains("Disallow: /\n"));
    }

    private static List<String> groups(String rules) {
        return Arrays.asList(rules.split("(?<=\n)\n"));
    }

    private static RequestSpecification machine(String agent) {
        return given().header("User-Agent", agent);
    }
}
