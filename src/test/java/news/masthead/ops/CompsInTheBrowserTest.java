package news.masthead.ops;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Given.Person;
import news.masthead.identity.Accounts;
import news.masthead.journeys.Chromium;
import news.masthead.journeys.Look;
import news.masthead.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Complimentary access is given and ended in a real browser. Pictures are left in {@code target/comps}. */
@SiteTest
class CompsInTheBrowserTest {

    private static Chromium chromium;

    @Inject
    Given people;

    @Inject
    Accounts accounts;

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

    @ParameterizedTest
    @CsvSource({"390, true", "1280, false"})
    void access_is_given_and_ended_and_the_reader_is_told(int width, boolean dark) {
        Person reader = people.aReader();
        String email = accounts.find(reader.account()).orElseThrow().email;
        Person staff = people.someone("reader", "billing");
        try (Look look = new Look(chromium, site, Optional.of(staff.session()), width, dark, "comps")) {
            Page page = look.page();
            page.navigate("/ops/comps");
            fill(page, UUID.randomUUID() + "@reader.example", "");
            look.at("refused-" + width);
            fill(page, email, "Jury of the book prize");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("reads everything until the end of");
            page.locator(".comp-list li", new Page.LocatorOptions().setHasText(email))
                    .getByText("End now")
                    .click();
            look.at("given-" + width);
            sees(reader, width, dark);
            page.locator(".comp-list li", new Page.LocatorOptions().setHasText(email))
                    .getByText("Yes, end it")
                    .click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("has ended");
            look.at("ended-" + width);
        }
    }

    private void sees(Person reader, int width, boolean dark) {
        try (Look look = new Look(chromium, site, Optional.of(reader.session()), width, dark, "comps")) {
            for (String address : new String[] {"/account", "/account/plan", "/subscribe"}) {
                look.page().navigate(address);
                assertThat(look.page()
                                .getByText(Pattern.compile("(complimentary access|read everything) until the end of"))
                                .first())
                        .isVisible();
                look.at("reader" + address.replace('/', '-') + "-" + width);
            }
        }
    }

    private void fill(Page page, String email, String reason) {
        LocalDate day =
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Kolkata")).plusDays(30);
        page.getByLabel("The reader’s e-mail address").fill(email);
        page.getByLabel("Last day").fill(day.toString());
        page.getByLabel("Reason").fill(reason);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Give access"))
                .click();
    }
}
