package news.masthead.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import news.masthead.LocalSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * One wire story from the agency to a paying reader, on the packaged site in local mode: real Keycloak, real database, the Stripe twin and a
 * real browser. A picture of every step is left in {@code target/journey}.
 */
class FirstEditionIT {

    private static final Path PICTURES = Path.of("target", "journey");
    private static final String WIRE_HEADLINE = "Orange growers get a siding of their own at Warud";
    private static final String HEADLINE = "Journey: the crane that would not lift";

    private static LocalSite site;
    private static Chromium chromium;
    private static Map<String, String> local;

    private final List<String> complaints = new ArrayList<>();
    private int step;

    @BeforeAll
    static void open() throws Exception {
        chromium = Chromium.open();
        site = LocalSite.shared().awaitLogIn();
        local = site.environment();
        Files.createDirectories(PICTURES);
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void a_wire_story_goes_from_the_agency_to_a_paying_reader_and_is_killed() throws Exception {
        assertEquals(202, pushed(Files.readAllBytes(Path.of("src/test/resources/wire/newsml-g2-story.xml"))));

        Page desk = window(1280, 900);
        logIn(desk, "/desk", "EDITOR");
        publishTheNewest(desk);

        Page reader = window(390, 844);
        List<String> metered = meteredStories(reader);
        spendTheFreeStories(reader, metered.subList(0, 3));
        reader.navigate(storyOf(desk));
        assertThat(reader.getByText("You've reached your limit of 3 free articles this month."))
                .isVisible();
        picture(reader, "wall");

        inMain(reader, "Log in").click();
        enter(reader, "READER");
        reader.waitForURL(storyOf(desk));
        assertThat(reader.getByText("1 of 5 free articles left this month.")).isVisible();
        picture(reader, "logged-in-and-back-at-the-story");

        reader.navigate(metered.get(3));
        reader.navigate(metered.get(4));
        assertThat(reader.getByText("You've reached your limit of 5 free articles this month."))
                .isVisible();
        buyTheQuarterlyPlan(reader, metered.get(4));
        cancelAndResume(reader);
        killTheStory(desk, reader);
        renewByTheClock(reader, metered.get(4));
        logOut(reader);
        assertEquals(List.of(), complaints);
    }

    private void publishTheNewest(Page desk) {
        picture(desk, "inbox");
        inMain(desk, WIRE_HEADLINE).click();
        desk.getByLabel("Headline", new Page.GetByLabelOptions().setExact(true)).fill(HEADLINE);
        desk.getByLabel("Teaser").fill("Forty ships wait outside the harbour.");
        desk.getByLabel("Section").selectOption("companies");
        desk.getByLabel("Metered").check();
        picture(desk, "item");
        desk.keyboard().press("Tab");
        button(desk, "Publish").press("Enter");
        assertThat(desk.getByText("The story is published.")).isVisible();
        picture(desk, "published");
    }

    private void spendTheFreeStories(Page reader, List<String> stories) {
        reader.navigate("/");
        picture(reader, "front-on-a-phone");
        int left = 2;
        for (String story : stories) {
            reader.navigate(story);
            assertThat(reader.getByText(left-- + " of 3 free articles left this month."))
                    .isVisible();
        }
        picture(reader, "last-free-story");
    }

    private void buyTheQuarterlyPlan(Page reader, String story) {
        inMain(reader, "Subscribe Smart Quarterly").click();
        picture(reader, "plans");
        inMain(reader, "Subscribe Smart Quarterly").click();
        reader.getByLabel("State").selectOption("Kerala");
        picture(reader, "quote");
        button(reader, "Continue to payment").click();
        reader.waitForURL(Pattern.compile(".*/_twin/pay/.*"));
        reader.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("pay.png")));
        button(reader, "Pay ₹900").click();
        reader.waitForURL(site.url().resolve(story).toString());
        assertThat(reader.getByText(Pattern.compile("free articles"))).hasCount(0);
        picture(reader, "read-on-as-a-subscriber");
    }

    private void cancelAndResume(Page reader) {
        reader.navigate("/account/plan");
        picture(reader, "plan");
        reader.getByText("Cancel subscription").click();
        button(reader, "Yes, cancel it").click();
        assertThat(reader.getByText("Your subscription is cancelled.")).isVisible();
        picture(reader, "cancelled");
        button(reader, "Resume subscription").click();
        assertThat(reader.getByText("Your subscription goes on.")).isVisible();
    }

    private void renewByTheClock(Page reader, String story) {
        reader.navigate("/account/plan");
        String before = reader.locator(".facts").innerText();
        reader.navigate("/local");
        button(reader, "91 days").click();
        reader.waitForURL(Pattern.compile(".*/local.*"));
        button(reader, "A week").click();
        picture(reader, "local");
        reader.navigate("/account/plan");
        String after = reader.locator(".facts").innerText();
        assertFalse(after.isBlank() || after.equals(before), "a renewal was paid: " + after);
        reader.navigate(story);
        assertThat(reader.getByText("Subscribe now for unlimited access.")).hasCount(0);
    }

    private void killTheStory(Page desk, Page reader) {
        String story = storyOf(desk);
        desk.getByText("Kill this story").click();
        desk.getByLabel("Notice to readers").fill("This story has been withdrawn.");
        desk.getByLabel("Reason, kept on the desk").fill("The agency asked for it.");
        button(desk, "Kill it now").click();
        picture(desk, "killed");
        assertEquals(410, reader.navigate(story).status());
        assertThat(reader.getByText("This story has been withdrawn.")).isVisible();
        assertFalse(reader.content().contains(HEADLINE));
        picture(reader, "gone");
    }

    /** Out here and at the identity provider: the next log-in asks for the password again. */
    private void logOut(Page reader) {
        reader.navigate("/account");
        picture(reader, "account");
        button(reader, "Log out").click();
        reader.waitForURL(site.url().resolve("/").toString());
        reader.navigate("/account");
        reader.waitForURL(Pattern.compile(".*/realms/masthead/.*"));
        assertThat(reader.locator("#password")).isVisible();
    }

    private void logIn(Page page, String path, String who) {
        page.navigate(path);
        enter(page, who);
        page.waitForURL(site.url().resolve(path).toString());
    }

    private void enter(Page page, String who) {
        page.waitForURL(Pattern.compile(".*/realms/masthead/.*"));
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("log-in-" + who.toLowerCase() + ".png")));
        page.locator("#username").fill(local.get(who + "_USER"));
        page.locator("#password").fill(local.get(who + "_PASSWORD"));
        page.locator("#kc-login").click();
    }

    /** Metered demo stories, found as a reader finds them: by opening what the front offers and seeing which is counted. */
    private List<String> meteredStories(Page reader) throws Exception {
        reader.navigate("/");
        List<String> stories = new ArrayList<>();
        for (Object href : (List<?>) reader.locator("main a[href^='/article/']")
                .evaluateAll("links => [...new Set(links.map(link => link.getAttribute('href')))]")) {
            HttpRequest ask =
                    HttpRequest.newBuilder(site.url().resolve((String) href)).build();
            String page = HttpClient.newHttpClient()
                    .send(ask, HttpResponse.BodyHandlers.ofString())
                    .body();
            if (page.contains("of 3 free articles left") && !page.contains(HEADLINE)) {
                stories.add((String) href);
            }
        }
        assertTrue(stories.size() >= 5, "the demo newspaper has metered stories on its front");
        return stories;
    }

    private String storyOf(Page desk) {
        return site.url()
                .resolve(inMain(desk, "See it as readers do").getAttribute("href"))
                .toString();
    }

    private int pushed(byte[] file) throws Exception {
        HttpRequest push = HttpRequest.newBuilder(URI.create(local.get("WIRE_PUSH_URL")))
                .header("Authorization", "Bearer " + local.get("WIRE_PUSH_TOKEN"))
                .header("Content-Type", "application/xml")
                .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                .build();
        return HttpClient.newHttpClient()
                .send(push, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private Page window(int width, int height) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(site.url().toString())
                        .setViewportSize(width, height));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    /** Leaves a picture of the step, and holds the page to WCAG 2.2 AA and to showing no raw placeholder. */
    private void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve("%02d-%s.png".formatted(++step, name))));
        List<Rule> violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertEquals(List.of(), violations.stream().map(Rule::getId).toList(), "WCAG violations on " + name);
        assertFalse(
                Pattern.compile("\\{\\{|\\{[a-z_]+}")
                        .matcher(page.locator("body").innerText())
                        .find(),
                "a raw placeholder on " + name);
    }

    private static Locator inMain(Page page, String link) {
        return page.locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(link))
                .first();
    }

    private static Locator button(Page page, String name) {
        return page.locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .first();
    }
}
