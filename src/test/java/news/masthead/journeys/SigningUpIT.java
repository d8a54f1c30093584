package news.masthead.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import news.masthead.LocalSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * From the wall to an account with a confirmed address and back to the very story, and out again for good, on the packaged site in local mode with
 * real Keycloak. Pictures are left in {@code target/journey}.
 */
class SigningUpIT {

    private static final Path PICTURES = Path.of("target", "journey");
    private static final String PASSWORD = "forty-ships-outside-the-harbour";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static LocalSite site;
    private static Chromium chromium;

    @BeforeAll
    static void open() throws Exception {
        chromium = Chromium.open();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        site = LocalSite.shared().awaitLogIn();
        Files.createDirectories(PICTURES);
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void a_reader_at_the_wall_signs_up_confirms_the_address_and_reads_that_story_with_one_spend() throws Exception {
        BrowserContext browser = window();
        Page reader = browser.newPage();
        List<String> stories = meteredStories(reader);
        stories.subList(0, 3).forEach(reader::navigate);
        String story = stories.get(3);
        reader.navigate(story);
        assertThat(reader.getByText("You've reached your limit of 3 free articles this month."))
                .isVisible();

        String address = signUp(reader);
        assertThat(reader.getByText("Confirm your address").first()).isVisible();
        picture(reader, "sign-up-asks-to-confirm");

        Page mailbox = browser.newPage();
        letterTo(address, mailbox);
        picture(mailbox, "sign-up-letter");
        mailbox.locator(".places a").first().click();
        mailbox.locator("#password-new").fill(PASSWORD);
        mailbox.locator("#password-confirm").fill(PASSWORD);
        picture(mailbox, "sign-up-password");
        mailbox.locator("[type=submit]").first().click();
        mailbox.waitForURL(site.url().resolve(story).toString());
        assertThat(mailbox.getByText("1 of 5 free articles left this month.")).isVisible();
        picture(mailbox, "signed-up-and-back-at-the-story");

        mailbox.reload();
        assertThat(mailbox.getByText("1 of 5 free articles left this month.")).isVisible();
        mailbox.navigate(stories.get(0));
        assertThat(mailbox.getByText("1 of 5 free articles left this month.")).isVisible();
        devices(mailbox, address);
        leave(mailbox, address);
        browser.close();
    }

    /** @return the address */
    private static String signUp(Page reader) {
        String address = "reader-" + UUID.randomUUID() + "@reader.example";
        reader.locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Sign up free"))
                .click();
        reader.waitForURL(Pattern.compile(".*/realms/masthead/.*"));
        reader.locator("#firstName").fill("Ila");
        reader.locator("#lastName").fill("Menon");
        reader.locator("#email").fill(address);
        picture(reader, "sign-up");
        reader.locator("[type=submit]").click();
        return address;
    }

    private static void letterTo(String address, Page mailbox) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        mailbox.navigate("/local/mailbox");
        while (mailbox.getByText(address).count() == 0) {
            assertTrue(System.nanoTime() < until, "no letter to " + address);
            Thread.sleep(250);
            mailbox.reload();
        }
        mailbox.locator("main a[href^='/local/mailbox/']").first().click();
        assertThat(mailbox.getByText(address).first()).isVisible();
    }

    /** Whoever is logged out from elsewhere is asked for the password again, and so is whoever logs out everywhere. */
    private static void devices(Page here, String address) throws Exception {
        BrowserContext other = window();
        Page there = other.newPage();
        there.navigate("/account");
        enter(there, address);
        there.waitForURL(site.url().resolve("/account").toString());

        here.navigate("/account/devices");
        assertThat(here.getByText("Chrome on Linux").first()).isVisible();
        picture(here, "devices");
        button(here, "Log out everywhere else").click();
        assertThat(here.getByText("All other devices are logged out.")).isVisible();
        awaitNone("select count(*) from ended_session");
        there.navigate("/account");
        assertThat(there.locator("#password")).isVisible();
        other.close();

        button(here, "Log out everywhere").click();
        here.waitForURL(site.url().resolve("/").toString());
        here.navigate("/account");
        assertThat(here.locator("#password")).isVisible();
    }

    /** Whoever deletes the account is unknown at log-in too. */
    private static void leave(Page here, String address) throws Exception {
        enter(here, address);
        here.waitForURL(site.url().resolve("/account").toString());
        here.navigate("/account/data");
        picture(here, "data");
        here.locator("summary").click();
        button(here, "Yes, delete my account").click();
        assertThat(here.getByText("Your account is deleted").first()).isVisible();
        picture(here, "account-deleted");
        awaitNone("select count(*) from erased_person");
        BrowserContext later = window();
        Page there = later.newPage();
        there.navigate("/account");
        enter(there, address);
        assertThat(there.getByText("This e-mail and password do not go together."))
                .isVisible();
        later.close();
    }

    private static void enter(Page page, String address) {
        page.waitForURL(Pattern.compile(".*/realms/masthead/.*"));
        page.locator("#username").fill(address);
        page.locator("#password").fill(PASSWORD);
        page.locator("#kc-login").click();
    }

    /** What the identity provider has to be told leaves its table when that is done. */
    private static void awaitNone(String count) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        try (Connection database = site.database();
                PreparedStatement left = database.prepareStatement(count)) {
            while (count(left) > 0) {
                assertTrue(System.nanoTime() < until, "the identity provider was not told");
                Thread.sleep(100);
            }
        }
    }

    private static int count(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static BrowserContext window() {
        BrowserContext window = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(site.url().toString())
                        .setViewportSize(390, 844));
        window.setDefaultTimeout(PATIENCE.toMillis());
        return window;
    }

    private static List<String> meteredStories(Page reader) throws Exception {
        reader.navigate("/");
        List<String> stories = new ArrayList<>();
        for (Object href : (List<?>) reader.locator("main a[href^='/article/']")
                .evaluateAll("links => [...new Set(links.map(link => link.getAttribute('href')))]")) {
            HttpRequest ask =
                    HttpRequest.newBuilder(site.url().resolve((String) href)).build();
            String page = HttpClient.newHttpClient()
                    .send(ask, HttpResponse.BodyHandlers.ofString())
                    .body();
            if (page.contains("of 3 free articles left")) {
                stories.add((String) href);
            }
        }
        assertTrue(stories.size() >= 4, "the demo newspaper has metered stories on its front");
        return stories;
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }
}
