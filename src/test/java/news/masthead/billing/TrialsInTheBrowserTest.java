package news.masthead.billing;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages that speak of a trial, in a real browser, on a phone and on a desk, by day and by night. */
@QuarkusTest
@TestProfile(OnTrial.class)
class TrialsInTheBrowserTest {

    private static final String PICTURES = "trials";
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

    @ParameterizedTest
    @CsvSource({"390,false", "1280,false", "390,true", "1280,true"})
    void before_one_begins(int width, boolean dark) {
        String as = width + (dark ? "-dark" : "");
        try (Look look = new Look(chromium, site, Optional.empty(), width, dark, PICTURES)) {
            at(look, "/subscribe", "plans-for-anybody-" + as);
        }
        try (Look look = look(till.aReader(), width, dark)) {
            at(look, "/subscribe", "plans-" + as);
            at(look, "/subscribe?code=diwali20", "plans-offer-" + as);
            at(look, "/subscribe/quote?plan=quarterly", "quote-" + as);
        }
    }

    @Test
    void while_it_runs_and_when_the_first_payment_fails() {
        Buyer reader = till.aSubscriber("quarterly", Card.FAILS_AT_RENEWAL);
        try (Look look = look(reader, 390, false)) {
            at(look, "/account/plan", "running-390");
        }
        till.moveTo(reader, till.periodEnd(reader).plus(Duration.ofHours(2)));
        try (Look look = look(till.again(reader), 1280, true)) {
            at(look, "/account/plan", "declined-1280-dark");
            at(look, "/account/plan/payment", "payment-1280-dark");
        }
    }

    private Look look(Buyer reader, int width, boolean dark) {
        return new Look(chromium, site, Optional.of(reader.session()), width, dark, PICTURES);
    }

    private static void at(Look look, String address, String name) {
        look.page().navigate(address);
        look.at(name);
    }
}
