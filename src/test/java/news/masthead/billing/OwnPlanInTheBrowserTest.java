package news.masthead.billing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.journeys.Chromium;
import news.masthead.journeys.Look;
import news.masthead.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages of a reader's own plan, in a real browser, on a phone and on a desk, by day and by night. */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class OwnPlanInTheBrowserTest {

    private static final String PICTURES = "own-plan";
    private static Chromium chromium;

    @Inject
    Till till;

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

    @Test
    void a_plan_is_changed_in_three_clicks_and_says_first_what_it_costs() {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        till.moveTo(reader, till.periodEnd(reader).minus(Duration.ofDays(30)));
        try (Look look = look(till.again(reader), 390, false)) {
            at(look, "/account/plan", "plan-390");
            look.page().getByText("Change plan").click();
            look.at("change-390");
            look.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("See what it costs Smart Essential"))
                    .click();
            look.at("quote-390");
            look.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change and pay"))
                    .click();
            assertThat(look.page().getByText("Your plan is now Smart Essential"))
                    .isVisible();
            look.at("changed-390");
        }
    }

    @Test
    void the_same_on_a_wide_screen_at_night() {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        try (Look look = look(reader, 1280, true)) {
            at(look, "/account/plan", "plan-1280");
            at(look, "/account/plan/change", "change-1280");
            at(look, "/account/plan/change?plan=two_year", "quote-1280");
            at(look, "/account/plan/pause", "pause-1280");
        }
    }

    @Test
    void a_card_is_changed_on_stripes_page_and_the_way_leads_back() {
        try (Look look = look(till.aSubscriber("yearly", Card.GOOD), 390, false)) {
            look.page().navigate("/account/plan");
            look.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change card"))
                    .click();
            look.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save card"))
                    .click();
            assertThat(look.page().getByText("Your card is changed. It is charged from the next payment on."))
                    .isVisible();
        }
    }

    @Test
    void a_pause_is_chosen_and_called_off() {
        try (Look look = look(till.aSubscriber("yearly", Card.GOOD), 390, true)) {
            at(look, "/account/plan/pause", "pause-390");
            look.page().getByText("3 months").click();
            look.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pause your subscription"))
                    .click();
            assertThat(look.page().getByText("Your subscription is paused.")).isVisible();
            look.at("paused-390");
            look.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Do not pause"))
                    .click();
            assertThat(look.page().getByText("Your subscription is not paused any more."))
                    .isVisible();
        }
    }

    @Test
    void a_failed_payment_is_told_on_every_page_and_leads_to_where_it_is_paid() {
        Buyer reader = till.aSubscriber("quarterly", Card.FAILS_AT_RENEWAL);
        reader.change("yearly");
        try (Look look = look(reader, 390, false)) {
            at(look, "/account/plan/change", "waiting-390");
            at(look, "/account/plan", "plan-waiting-390");
        }
        till.moveTo(reader, till.periodEnd(reader).plus(Duration.ofHours(2)));
        Buyer again = till.again(reader);
        try (Look look = look(again, 390, false)) {
            at(look, "/", "owing-front-390");
            look.page().getByText("Fix your payment").click();
            look.at("payment-390");
        }
        try (Look look = look(again, 1280, true)) {
            at(look, "/account", "owing-account-1280");
            at(look, "/account/plan/payment", "payment-1280");
            at(look, "/account/plan", "plan-owing-1280");
        }
    }

    private Look look(Buyer reader, int width, boolean dark) {
        return new Look(chromium, site, Optional.of(reader.session()), width, dark, PICTURES);
    }

    private static void at(Look look, String path, String name) {
        look.page().navigate(path);
        look.at(name);
    }
}
