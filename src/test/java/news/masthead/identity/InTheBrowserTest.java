package news.masthead.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Given.Person;
import news.masthead.journeys.Chromium;
import news.masthead.journeys.Look;
import news.masthead.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reader's devices and the administrator's page of a reader in a real browser at phone and desk width. Pictures are left in {@code target/identity}. */
@SiteTest
class InTheBrowserTest {

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
    @CsvSource({"1280, false", "390, true"})
    void a_reader_ends_one_session_and_then_all_others(int width, boolean dark) {
        Person reader = people.aReader();
        String phone = another(reader, PHONE);
        String desk = another(reader, DESK);
        try (Look look = look(width, dark, desk)) {
            Page page = look.page();
            page.navigate("/account");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Your devices"))
                    .click();
            look.at("devices-" + width);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log out Safari on iPhone"))
                    .click();
            assertThat(page.getByText("That device is logged out.")).isVisible();
            assertTrue(sessions.reader(phone).isEmpty());
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log out everywhere else"))
                    .click();
            assertThat(page.getByText("All other devices are logged out.")).isVisible();
            look.at("devices-alone-" + width);
            assertTrue(sessions.reader(reader.session()).isEmpty());
            assertTrue(sessions.reader(desk).isPresent());
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, false", "390, true"})
    void an_administrator_finds_a_reader_and_bans(int width, boolean dark) {
        Person reader = people.aSubscriber();
        String address = accounts.find(reader.account()).orElseThrow().email;
        String admin = people.someone(Role.READER, Role.ADMIN).session();
        try (Look look = look(width, dark, admin)) {
            Page page = look.page();
            page.navigate("/ops/readers");
            look.at("readers-" + width);
            page.getByLabel("E-mail address").fill(address);
            button(page, "Find");
            look.at("readers-found-" + width);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(address))
                    .click();
            look.at("reader-" + width);
            button(page, "Ban this account");
            assertThat(page.getByText("Please say why")).isVisible();
            page.getByLabel("Reason, kept with the account").fill("Sold the log-in to forty people.");
            button(page, "Ban this account");
            look.at("reader-banned-" + width);
            assertThat(page.getByText("Sold the log-in to forty people.")).isVisible();
            assertTrue(sessions.reader(reader.session()).isEmpty());
        }
    }

    private Look look(int width, boolean dark, String session) {
        return new Look(chromium, site, Optional.of(session), width, dark, "identity");
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    private String another(Person reader, String device) {
        Account account = accounts.find(reader.account()).orElseThrow();
        Sessions.Tokens none = new Sessions.Tokens("", Optional.empty());
        return sessions.open(account, Set.of(Role.READER), none, device).orElseThrow();
    }
}
