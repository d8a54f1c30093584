package news.masthead.ops;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Given.Person;
import news.masthead.given.Given.Printed;
import news.masthead.identity.Role;
import news.masthead.journeys.Chromium;
import news.masthead.story.AccessClass;
import news.masthead.web.Links;
import news.masthead.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operator's pages in a real browser, held to WCAG 2.2 AA, without JavaScript too. Pictures are left in {@code target/ops}. */
@SiteTest
class InTheBrowserTest {

    private static final Path PICTURES = Path.of("target", "ops");

    private static final Page.GetByLabelOptions EXACTLY = new Page.GetByLabelOptions().setExact(true);

    private static Chromium chromium;

    @Inject
    Given people;

    @Inject
    Site site;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;

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
    void the_policy_was_kept() {
        context.close();
        assertEquals(List.of(), complaints);
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, true, LIGHT", "390, 844, false, LIGHT", "390, 844, true, DARK"})
    void a_question_is_asked_and_answered(int width, int height, boolean script, ColorScheme colours) {
        Person reader = people.aReader();
        Printed story = people.aStory(AccessClass.METERED);
        given().cookie("session", reader.session()).get(story.path());
        given().cookie("session", reader.session()).get(story.path());
        Page page = window(width, height, script, colours);
        String name = "-" + width + "-" + colours;

        page.navigate(Links.OPS_DECISIONS);
        checked(page, script, "decisions" + name);
        page.getByLabel("Reader", EXACTLY).fill("nobody@reader.example");
        page.getByLabel("Story", EXACTLY).fill("12");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Nobody is known by that.")).isVisible();
        checked(page, script, "decisions-wrong" + name);

        page.getByLabel("Reader", EXACTLY).fill(Long.toString(reader.account()));
        page.getByLabel("Story", EXACTLY).fill(story.path());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask"))
                .click();
        assertThat(page.getByText("Could read it")).hasCount(2);
        assertThat(page.getByText("the same decision.")).hasCount(2);
        checked(page, script, "decisions-answered" + name);
    }

    private Page window(int width, int height, boolean script, ColorScheme colours) {
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(site.url().toString())
                        .setJavaScriptEnabled(script)
                        .setColorScheme(colours)
                        .setViewportSize(width, height));
        context.addCookies(List.of(
                new Cookie("session", people.someone(Role.READER, Role.BILLING).session())
                        .setUrl(site.url().toString())));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    private void checked(Page page, boolean script, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
        if (!script) {
            return;
        }
        assertEquals(
                List.of(),
                new AxeBuilder(page)
                                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                                .analyze()
                                .getViolations()
                                .stream()
                                .map(rule -> rule.getId() + " " + rule.getNodes())
                                .toList(),
                name);
        Object overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertEquals(0, ((Number) overflow).intValue(), name + " is wider than the window");
    }
}
