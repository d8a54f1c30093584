package news.masthead.ops;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Given.Printed;
import news.masthead.identity.Role;
import news.masthead.journeys.Chromium;
import news.masthead.journeys.Look;
import news.masthead.story.AccessClass;
import news.masthead.web.Links;
import news.masthead.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The publisher's figures in a real browser. Pictures are left in {@code target/revenue}. */
@SiteTest
class RevenueInTheBrowserTest {

    private static Chromium chromium;

    @Inject
    Given people;

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
    @CsvSource({"1280, false", "1280, true", "390, false", "390, true"})
    void figures_are_read(int width, boolean dark) {
        String cashier = people.someone(Role.READER, Role.BILLING).session();
        Printed story = people.aStory(AccessClass.PREMIUM);
        QuarkusTransaction.requiringNew().run(() -> {
            twoYearsOfAPaper();
            aMonthAtTheTill(story.story().id);
        });
        try (Look look = new Look(chromium, site, Optional.of(cashier), width, dark, "revenue")) {
            look.page().navigate(Links.OPS_REVENUE);
            assertThat(look.page().locator("h1")).hasText("Revenue");
            look.at("revenue-" + width + (dark ? "-dark" : ""));
            look.page().locator("summary").all().forEach(summary -> summary.click());
            look.at("revenue-open-" + width + (dark ? "-dark" : ""));
        } finally {
            QuarkusTransaction.requiringNew().run(() -> {
                run("delete from billing_fact where subscription like 'sub_look_%'");
                run("delete from payout_entry where id like 'txn_look_%'");
                run("delete from payout where id like 'po_look_%'");
                run("delete from funnel_day where story = " + story.story().id);
            });
        }
    }

    /** A growing paper with three plans, some of whose readers leave, are declined, recover or ask for their money. */
    private void twoYearsOfAPaper() {
        run("""
                create temporary table look on commit drop as
                select n, 910000000 + n as account, 'sub_look_' || n as subscription,
                    case when n % 10 < 6 then 'quarterly' when n % 10 < 9 then 'yearly' else 'two_year' end as plan,
                    case when n % 10 < 6 then 90000 when n % 10 < 9 then 270000 else 390000 end as paise,
                    case when n % 10 < 6 then 91 when n % 10 < 9 then 365 else 730 end as days,
                    now() - sqrt(n / 900.0) * interval '720 days' as since
                from generate_series(1, 900) n""");
        run("""
                insert into billing_fact (kind, ref, account, subscription, plan, invoice, paise, at, starts_at, ends_at, noted_at)
                select 'PAID', subscription || '_' || term, account, subscription, plan, subscription || '_' || term, paise,
                    since + term * days * interval '1 day' + case when term > 0 and n % 7 = 0 then interval '5 days' else interval '0' end,
                    since + term * days * interval '1 day', since + (term + 1) * days * interval '1 day', now()
                from look, generate_series(0, 8) term
                where since + (term * days + 6) * interval '1 day' < now() and (n % 5 > 0 or term < 3) and (n % 11 > 0 or term < 2)""");
        run("""
                insert into billing_fact (kind, ref, account, subscription, plan, paise, at, noted_at)
                select 'BEGAN', subscription, account, subscription, plan, 0, since, now() from look""");
        run("""
                insert into billing_fact (kind, ref, account, subscription, plan, invoice, paise, at, noted_at)
                select 'DECLINED', subscription || '_' || term, account, subscription, plan, subscription || '_' || term, paise,
                    since + term * days * interval '1 day' + interval '1 hour', now()
                from look, generate_series(1, 8) term
                where since + (term * days + 1) * interval '1 day' < now()
                    and (n % 7 = 0 and n % 5 > 0 or n % 11 = 0 and term = 2)""");
        run("""
                insert into billing_fact (kind, ref, account, subscription, plan, paise, at, why, noted_at)
                select 'ENDED', subscription, account, subscription, plan, 0,
                    since + case when n % 11 = 0 then 2 * days + 2 else 3 * days end * interval '1 day',
                    case when n % 11 = 0 then 'PAYMENT' else 'READER' end, now()
                from look where (n % 5 = 0 or n % 11 = 0) and since + 3 * days * interval '1 day' < now()""");
        run("""
                insert into billing_fact (kind, ref, account, subscription, plan, invoice, paise, at, noted_at)
                select 'REFUNDED', 're_look_' || n, account, subscription, plan, subscription || '_0', paise, since + interval '20 days', now()
                from look where n % 37 = 0 and since + interval '20 days' < now()""");
    }

    private void aMonthAtTheTill(long story) {
        run("""
                insert into payout (id, created_at, arrives_at, status, automatic, paise)
                select 'po_look_' || n, now() - n * interval '1 day', now() - (n - 1) * interval '1 day',
                    case when n < 2 then 'in_transit' else 'paid' end, true, 4 * 90000 - 4 * 1800 - case when n % 5 = 0 then 90000 else 0 end
                from generate_series(1, 30) n""");
        run("""
                insert into payout_entry (id, payout, category, source, at, gross, fee, net, invoice)
                select 'txn_look_' || n || '_' || e, 'po_look_' || n, case when e = 5 then 'refund' else 'charge' end, 'ch_look', now(),
                    case when e = 5 then -90000 else 90000 end, case when e = 5 then 0 else 1800 end,
                    case when e = 5 then -90000 else 90000 - 1800 end, case when n = 7 and e = 2 then null else 'in_look' end
                from generate_series(1, 30) n, generate_series(1, 5) e where e < 5 or n % 5 = 0""");
        run(
                "insert into funnel_day (story, step, day, section, times) values (%1$d, 'WALL', current_date, 'markets', 12840), (%1$d, 'PLANS', current_date, 'markets', 921), (%1$d, 'CHECKOUT', current_date, 'markets', 88), (%1$d, 'PAID', current_date, 'markets', 61)"
                        .formatted(story));
    }

    private void run(String sql) {
        entities.createNativeQuery(sql).executeUpdate();
    }
}
