package news.masthead.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Given.Person;
import news.masthead.journeys.Chromium;
import news.masthead.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reader's devices and the administrator's page of a reader in a real browser without JavaScript. Pictures are left in {@code target/identity}. */
@SiteTest
class InTheBrowserTest {

    private static final Path PICTURES = Path.of("target", "identity");
    private static final String PHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";
    private static final String DESK =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";

    private static Chromium chromium;

    @Inject
    Given people;

    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    Site site;

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

    @ParameterizedTest
    @CsvSource({"1280, 900, LIGHT", "390, 844, DARK"})
    void a_reader_ends_one_session_and_then_all_others(int width, int height, ColorScheme scheme) {
        Person reader = people.aReader();
        String phone = another(reader, PHONE);
        String desk = another(reader, DESK);
        try (BrowserContext context = context(width, height, scheme, desk)) {
            Page page = context.newPage();
            page.navigate("/account");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Your devices"))
                    .click();
            look(page, "devices-" + width + "-" + scheme);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log out Safari on iPhone"))
                    .click();
            assertThat(page.getByText("That device is logged out.")).isVisible();
            assertTrue(sessions.reader(phone).isEmpty());
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log out everywhere else"))
                    .click();
            assertThat(page.getByText("All other devices are logged out.")).isVisible();
            look(page, "devices-alone-" + width + "-" + scheme);
            assertTrue(sessions.reader(reader.session()).isEmpty());
            assertTrue(sessions.reader(desk).isPresent());
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, LIGHT", "390, 844, DARK"})
    void an_administrator_finds_a_reader_and_bans(int width, int height, ColorScheme scheme) {
        Person reader = people.aSubscriber();
        String address = accounts.find(reader.account()).orElseThrow().email;
        String admin = people.someone(Role.READER, Role.ADMIN).session();
        try (BrowserContext context = context(width, height, scheme, admin)) {
            Page page = context.newPage();
            page.navigate("/ops/readers");
            look(page, "readers-" + width + "-" + scheme);
            page.getByLabel("E-mail address").fill(address);
            button(page, "Find");
            look(page, "readers-found-" + width + "-" + scheme);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(address))
                    .click();
            look(page, "reader-" + width + "-" + scheme);
            button(page, "Ban this account");
            assertThat(page.getByText("Please say why")).isVisible();
            page.getByLabel("Reason, kept with the account").fill("Sold the log-in to forty people.");
            button(page, "Ban this account");
            look(page, "reader-banned-" + width + "-" + scheme);
            assertThat(page.getByText("Sold the log-in to forty people.")).isVisible();
            assertTrue(sessions.reader(reader.session()).isEmpty());
        }
    }

    private BrowserContext context(int width, int height, ColorScheme scheme, String session) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(false)
                        .setBaseURL(site.url().toString())
                        .setColorScheme(scheme)
                        .setViewportSize(width, height));
        context.addCookies(
                List.of(new Cookie("session", session).setUrl(site.url().toString())));
        return context;
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
        assertEquals(
                List.of(),
                new AxeBuilder(page)
                                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                                .analyze()
                                .getViolations()
                                .stream()
                                .map(Rule::getId)
                                .toList(),
                name);
        assertFalse(
                (Boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth"),
                name + " scrolls sideways");
    }

    private String another(Person reader, String device) {
        Account account = accounts.find(reader.account()).orElseThrow();
        Sessions.Tokens none = new Sessions.Tokens("", Optional.empty());
        return sessions.open(account, Set.of(Role.READER), none, device).orElseThrow();
    }
}
