package news.masthead.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import news.masthead.SiteTest;
import news.masthead.access.Asking;
import news.masthead.access.Gate;
import news.masthead.given.Given;
import news.masthead.given.GivenPolicies;
import news.masthead.identity.Reader;
import news.masthead.identity.Role;
import news.masthead.journeys.Chromium;
import news.masthead.story.AccessClass;
import news.masthead.web.Links;
import news.masthead.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way to a new policy in a real browser: on a phone and on a desk, by day and by night, held to WCAG 2.2 AA, and without JavaScript. */
@SiteTest
class PoliciesInTheBrowserTest {

    private static final Path PICTURES = Path.of("target", "desk");

    private static Chromium chromium;

    @Inject
    Given people;

    @Inject
    GivenPolicies policies;

    @Inject
    Gate gate;

    @Inject
    Site site;

    @Inject
    Clock clock;

    @BeforeAll
    static void open_chromium() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void close_chromium() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void the_usual_policy_holds_again() {
        policies.end();
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "390, LIGHT", "390, DARK"})
    void every_page_fits_and_everybody_can_use_it(int width, ColorScheme scheme) {
        policies.holds(GivenPolicies.with(4, 6), clock.instant().plus(Duration.ofDays(3)));
        Reader reader = new Reader.Anonymous(UUID.randomUUID().toString(), true);
        people.stories(4, AccessClass.METERED).forEach(story -> gate.decide(Asking.reading(reader), story.story()));
        people.aStory(AccessClass.PREMIUM);
        String name = width + "-" + scheme.name().toLowerCase(Locale.ROOT);
        try (BrowserContext context = context(width, scheme, true)) {
            Page page = context.newPage();
            page.navigate(Links.DESK_POLICIES);
            checked(page, "policies-" + name);
            page.navigate(Links.DESK_NEW_POLICY);
            checked(page, "policy-new-" + name);
            page.fill("#rule-0-topic", "budgt");
            page.selectOption("#rule-0-as", "premium");
            page.fill("#note", "The budget is for subscribers.");
            press(page, "Show what it would do");
            checked(page, "policy-refused-" + name);
            assertThat(page.locator("#rule-0-topic")).hasValue("budgt");
            page.fill("#rule-0-topic", "");
            page.selectOption("#rule-0-section", "markets");
            page.fill("#anonymous", "1");
            press(page, "Show what it would do");
            checked(page, "policy-preview-" + name);
            press(page, "Back to the form");
            assertThat(page.locator("#anonymous")).hasValue("1");
        }
    }

    @Test
    void a_chief_activates_a_policy_without_javascript_and_without_a_mouse() {
        try (BrowserContext context = context(1280, ColorScheme.LIGHT, false)) {
            Page page = context.newPage();
            page.navigate(Links.DESK_NEW_POLICY);
            page.fill("#note", "Two are enough.");
            page.fill("#anonymous", "2");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("What this policy would do");
            page.getByRole(AriaRole.BUTTON, named("Let it hold at once")).press("Enter");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("It holds now.");
            assertEquals(
                    2,
                    gate.allowance(new Reader.Anonymous(UUID.randomUUID().toString(), true))
                            .limit());
        }
    }

    private BrowserContext context(int width, ColorScheme scheme, boolean script) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(site.url().toString())
                        .setJavaScriptEnabled(script)
                        .setColorScheme(scheme)
                        .setViewportSize(width, 844));
        String session = people.someone(Role.READER, Role.CHIEF).session();
        context.addCookies(
                List.of(new Cookie("session", session).setUrl(site.url().toString())));
        return context;
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, named(button)).click();
    }

    private static Page.GetByRoleOptions named(String button) {
        return new Page.GetByRoleOptions().setName(Pattern.compile(button));
    }

    private static void checked(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
        List<Rule> violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertEquals(
                List.of(),
                violations.stream()
                        .map(rule -> rule.getId() + " " + rule.getNodes())
                        .toList(),
                name);
        Object overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertEquals(0, ((Number) overflow).intValue(), name + " is wider than the window");
    }
}
