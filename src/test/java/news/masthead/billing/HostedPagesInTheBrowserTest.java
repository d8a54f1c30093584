package news.masthead.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.twin.StripeTwin;
import news.masthead.journeys.Chromium;
import news.masthead.journeys.Look;
import news.masthead.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages on which the twin takes money, in a real browser, on a phone and on a desk, by day and by night. */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class HostedPagesInTheBrowserTest {

    private static Chromium chromium;

    StripeTwin twin;

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

    @AfterEach
    void the_twin_kept_to_stripes_contract() {
        assertEquals(List.of(), twin.violations());
    }

    @ParameterizedTest
    @CsvSource({"390,false", "1280,false", "390,true", "1280,true"})
    void from_a_declined_card_to_the_banks_question_and_the_thanks(int width, boolean dark) {
        String as = "-" + width + (dark ? "-dark" : "");
        Buyer owing = till.aSubscriber("quarterly", Card.FAILS_AT_RENEWAL);
        till.moveTo(owing, till.periodEnd(owing).plus(Duration.ofHours(2)));
        Buyer reader = till.aReader();
        String page = reader.subscribe("yearly").header("Location");
        try (Look look = look(reader, width, dark)) {
            look.page().navigate(page);
            look.at("pay" + as);
            pay(look, "without funds", "Pay ₹2,700");
            look.at("pay-declined" + as);
            pay(look, "asks its owner", "Pay ₹2,700");
            look.at("pay-confirm" + as);
            press(look, "Complete authentication");
            look.page().navigate(page);
            look.at("pay-paid" + as);
        }
        try (Look look = look(till.again(owing), width, dark)) {
            look.page().navigate("/account/plan/payment");
            look.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Pay ₹900"))
                    .click();
            look.at("invoice" + as);
            pay(look, "without funds", "Pay ₹900");
            look.at("invoice-declined" + as);
            pay(look, "asks its owner", "Pay ₹900");
            look.at("invoice-confirm" + as);
            press(look, "Complete authentication");
            look.at("invoice-paid" + as);
            look.page().navigate("/account/plan/payment");
            look.at("plan-paid" + as);
        }
    }

    private Look look(Buyer reader, int width, boolean dark) {
        return new Look(chromium, site, Optional.of(reader.session()), width, dark, "hosted-pages");
    }

    private static void pay(Look look, String card, String button) {
        look.page().getByText(card).click();
        press(look, button);
    }

    private static void press(Look look, String button) {
        look.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }
}
