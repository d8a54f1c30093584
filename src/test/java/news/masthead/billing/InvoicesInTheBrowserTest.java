package news.masthead.billing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.Pattern;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.tax.TaxInvoices;
import news.masthead.journeys.Chromium;
import news.masthead.journeys.Look;
import news.masthead.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reader's invoices on a phone and on a desk, by day and by night. */
@QuarkusTest
@TestProfile(OnPaper.class)
class InvoicesInTheBrowserTest {

    private static Chromium chromium;

    @Inject
    Till till;

    @Inject
    TaxInvoices papers;

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
    @CsvSource({"390, false", "390, true", "1280, false", "1280, true"})
    void the_state_they_name_is_asked_for_before_payment(int width, boolean dark) throws IOException {
        Buyer reader = till.aReader();
        String name = "quote-state-" + width + (dark ? "-dark" : "");
        try (Look look = new Look(chromium, site, Optional.of(reader.session()), width, dark, "invoices")) {
            Page page = look.page();
            page.navigate("/subscribe/quote?plan=yearly");
            look.at(name);
            page.locator("select").evaluate("field => field.required = false");
            page.getByText("Continue to payment").click();
            assertThat(page.getByText("Choose your state from the list.")).isVisible();
            look.at(name + "-missing");
            page.getByLabel("State").selectOption("Kerala");
            page.getByText("Continue to payment").click();
            page.waitForURL(Pattern.compile(".*/_twin/pay/.*"));
        }
    }

    @ParameterizedTest
    @CsvSource({"390, false", "390, true", "1280, false", "1280, true"})
    void are_listed_downloaded_and_made_out_as_the_reader_wants(int width, boolean dark) throws IOException {
        Buyer reader = till.aSubscriber("yearly", Card.GOOD);
        Eventually.holds(() -> assertEquals(1, papers.of(reader.account()).size()));
        String name = "invoices-" + width + (dark ? "-dark" : "");
        try (Look look = new Look(chromium, site, Optional.of(reader.session()), width, dark, "invoices")) {
            Page page = look.page();
            page.navigate("/account/plan/invoices");
            look.at(name);
            Download download =
                    page.waitForDownload(() -> page.locator(".papers a").click());
            assertTrue(Files.readString(download.path(), StandardCharsets.ISO_8859_1)
                    .startsWith("%PDF-"));
            page.getByLabel("Name").fill("Residency Road Reading Room");
            page.getByLabel("GSTIN").fill("29AAGCB7383J1Z5");
            page.getByText("Save details").click();
            assertThat(page.getByText("This is no GSTIN")).isVisible();
            assertThat(page.getByLabel("Name")).hasValue("Residency Road Reading Room");
            look.at(name + "-refused");
            page.getByLabel("GSTIN").fill("29AAGCB7383J1Z4");
            page.getByLabel("State").selectOption("Karnataka");
            page.getByLabel("Address").fill("12 Residency Road\nBengaluru 560025");
            page.getByText("Save details").click();
            assertThat(page.getByText("Your details are saved.")).isVisible();
            look.at(name + "-saved");
        }
    }
}
