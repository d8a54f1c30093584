package news.masthead.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.identity.Role;
import news.masthead.journeys.Chromium;
import news.masthead.web.Links;
import news.masthead.web.Site;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A profile's form is long: on a phone and on a desk it fits the screen, and everybody can use it. */
@SiteTest
class AgenciesInTheBrowserTest {

    private static final Path PICTURES = Path.of("target/pictures");
    private static final String OVERFLOW =
            "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    @Inject
    Given people;

    @Inject
    Site site;

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void fits_the_screen_and_shuts_nobody_out(int width) {
        try (Chromium chromium = Chromium.open()) {
            BrowserContext context =
                    chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(width, 800));
            String session = people.someone(Role.READER, Role.CHIEF).session();
            context.addCookies(
                    List.of(new Cookie("session", session).setUrl(site.url().toString())));
            Page page = context.newPage();
            look(page, Links.DESK_AGENCIES, "agencies-" + width);
            look(page, Links.deskAgency("meridian"), "agency-" + width);
            page.fill("#zone", "Mars/Olympus");
            page.click("text=Save the profile");
            look(page, "", "agency-refused-" + width);
            assertEquals("Mars/Olympus", page.inputValue("#zone"));
        }
    }

    private void look(Page page, String address, String picture) {
        if (!address.isEmpty()) {
            page.navigate(site.url().resolve(address).toString());
        }
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(picture + ".png")));
        assertEquals(0, page.evaluate(OVERFLOW), picture);
        List<Rule> violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertEquals(List.of(), violations.stream().map(Rule::getId).toList(), picture);
    }
}
