package news.masthead.billing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.journeys.Chromium;
import news.masthead.journeys.Look;
import news.masthead.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only a real browser can refuse: the redirects of forms under the site's Content-Security-Policy. */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class InTheBrowserTest {

    private static Chromium chromium;

    @Inject
    Till till;

    @Inject
    Site site;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;

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

    @BeforeEach
    void open_a_page() {
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(false)
                        .setBaseURL(site.url().toString()));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
    }

    @AfterEach
    void the_policy_was_kept() {
        context.close();
        assertEquals(List.of(), complaints);
    }

    @Test
    void from_the_plans_to_the_payment_page_and_back_to_the_story() {
        enter(till.aReader());
        page.navigate("/subscribe?to=" + Till.STORY);
        choose("Subscribe Smart Essential");
        page.getByLabel("State").selectOption("Karnataka");
        click("Continue to payment");
        page.waitForURL(Pattern.compile(".*/_twin/pay/.*"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pay ₹2,700"))
                .click();
        page.waitForURL(site.url() + Till.STORY);
    }

    @Test
    void who_came_from_no_story_is_thanked_on_the_page_of_the_plan() {
        enter(till.aReader());
        page.navigate("/subscribe/quote?plan=quarterly");
        page.getByLabel("State").selectOption("Karnataka");
        click("Continue to payment");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pay ₹900"))
                .click();
        assertThat(page.getByText("Thank you. Every story is open to you.")).isVisible();
    }

    @Test
    void whose_session_is_over_is_taken_to_log_in() {
        enter(till.aReader());
        page.navigate("/subscribe");
        choose("Subscribe Smart Quarterly");
        page.getByLabel("State").selectOption("Karnataka");
        context.clearCookies();
        click("Continue to payment");
        page.waitForURL(Pattern.compile(".*/login.*to=%2Fsubscribe.*"));
    }

    @Test
    void a_plan_is_cancelled_in_two_clicks_and_resumed_in_one() {
        enter(till.aSubscriber("yearly", Card.GOOD));
        page.navigate("/account/plan");
        page.getByText("Cancel subscription").click();
        click("Yes, cancel it");
        assertThat(page.getByText("Your subscription is cancelled.")).isVisible();
        click("Resume subscription");
        assertThat(page.getByText("Your subscription goes on.")).isVisible();
        assertTrue(page.getByText("Cancel subscription").isVisible());
    }

    @ParameterizedTest
    @CsvSource({"390,false", "1280,false", "390,true", "1280,true"})
    void the_plans_and_what_one_costs_are_fit_to_be_seen(int width, boolean dark) {
        String as = width + (dark ? "-dark" : "");
        try (Look look = new Look(chromium, site, Optional.of(till.aReader().session()), width, dark, "buying")) {
            look.page().navigate("/subscribe");
            look.at("plans-" + as);
            look.page().navigate("/subscribe?code=diwali20");
            look.at("plans-offer-" + as);
            look.page().navigate("/subscribe?code=nonsense");
            look.at("plans-wrong-code-" + as);
            look.page().navigate("/subscribe/quote?plan=yearly&code=diwali20");
            look.at("quote-" + as);
            look.page().navigate("/subscribe/quote?plan=yearly&code=nonsense");
            look.at("quote-wrong-code-" + as);
        }
    }

    private void enter(Buyer reader) {
        context.addCookies(List.of(
                new Cookie("session", reader.session()).setUrl(site.url().toString())));
    }

    private void choose(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .click();
    }

    private void click(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
