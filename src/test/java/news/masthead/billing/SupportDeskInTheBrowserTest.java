package news.masthead.billing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.twin.StripeTwin;
import news.masthead.identity.Account;
import news.masthead.identity.Accounts;
import news.masthead.identity.Role;
import news.masthead.identity.Sessions;
import news.masthead.journeys.Chromium;
import news.masthead.journeys.Look;
import news.masthead.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The support desk and the end of an account in a real browser. Pictures are left in {@code target/support}. */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class SupportDeskInTheBrowserTest {

    private static Chromium chromium;

    StripeTwin twin;

    @Inject
    Till till;

    @Inject
    Calm calm;

    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    Site site;

    @Inject
    EntityManager entities;

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
    void a_reader_is_found_refunded_and_leaves(int width, boolean dark) {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        calm.after(twin);
        lettersThatWereNotSent(reader);
        try (Look look = new Look(chromium, site, Optional.of(staff()), width, dark, "support")) {
            Page page = look.page();
            page.navigate("/ops/billing?q=sub_nobodys");
            look.at("desk-" + width);
            page.getByRole(AriaRole.SEARCHBOX)
                    .fill(accounts.find(reader.account()).orElseThrow().email);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Find a reader"))
                    .click();
            look.at("reader-" + width);
            page.getByText("Refund: ").first().click();
            look.at("refund-" + width);
            page.getByLabel("Reason").fill("Bought by mistake");
            page.getByText("Give the money back").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Gave ₹900 back.");
            look.at("refunded-" + width);
        }
        try (Look look = new Look(chromium, site, Optional.of(reader.session()), width, dark, "support")) {
            Page page = look.page();
            page.navigate("/account/data");
            assertThat(page.locator(".buy")).hasCount(0);
            page.locator(".way-out summary").click();
            look.at("data-" + width);
            page.getByText("Yes, delete my account").click();
            assertThat(page.getByText("Your account is deleted").first()).isVisible();
            look.at("gone-" + width);
        }
    }

    private void lettersThatWereNotSent(Buyer reader) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("""
                        insert into letter (kind, ref, account, subscription, plan, paise, about, state, queued_at, tries, problem)
                        values ('UPCOMING', :ref, :account, 'sub_x', 'quarterly', 90000, now(), 'FAILED', now(), 9, 'no route to host'),
                            ('DECLINED', :ref, :account, 'sub_x', 'quarterly', 90000, now(), 'DROPPED', now(), 1, 'It was paid meanwhile')""")
                        .setParameter("ref", "of " + reader.account())
                        .setParameter("account", reader.account())
                        .executeUpdate());
    }

    private String staff() {
        String subject = UUID.randomUUID().toString();
        Account account = accounts.admit(subject, "Nandini Bose", subject + "@house.example", true);
        return sessions.open(
                        account, Set.of(Role.READER, Role.BILLING), new Sessions.Tokens("", Optional.empty()), "test")
                .orElseThrow();
    }
}
