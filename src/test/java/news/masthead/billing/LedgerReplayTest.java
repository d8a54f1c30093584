package news.masthead.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.twin.StripeTwin;
import news.masthead.given.Size;
import news.masthead.subscription.PriceTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the ledger alone come the same rows as from a life's looks at Stripe. */
@QuarkusTest
@TestProfile(OnTheTwin.class)
class LedgerReplayTest {

    private static final Duration DRAFT_HOUR = Duration.ofHours(2);

    StripeTwin twin;

    Line line;

    @Inject
    Till till;

    @Inject
    LedgerReplay replay;

    @Inject
    PriceTable table;

    @Inject
    MovableClock clock;

    @Inject
    Calm calm;

    @Inject
    EntityManager entities;

    private final Random random = new Random(20261126);

    @AfterEach
    void the_twin_kept_to_stripes_contract() {
        assertEquals(List.of(), twin.violations());
    }

    @Test
    void what_is_wiped_comes_back_as_it_was() {
        List<Buyer> readers = new ArrayList<>();
        for (int i = 0; i < Size.of(3, 30); i++) {
            readers.add(aRandomLife());
        }
        calm.after(twin);
        List<List<String>> before = readers.stream().map(this::rows).toList();
        readers.forEach(this::wipe);
        readers.forEach(reader -> assertEquals(List.of(), rows(reader)));
        line.cut();
        replay.run(false, words -> {});
        line.mend();
        assertEquals(before, readers.stream().map(this::rows).toList());
    }

    @Test
    void a_dry_run_says_what_would_change_and_changes_nothing() {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        wipe(reader);
        List<String> told = new ArrayList<>();
        LedgerReplay.Outcome outcome = replay.run(true, told::add);
        assertTrue(outcome.changed() > 0);
        assertTrue(
                told.stream().anyMatch(words -> words.contains("account " + reader.account() + ":")), told::toString);
        assertEquals(List.of(), rows(reader));
        replay.run(false, words -> {});
        assertFalse(rows(reader).isEmpty());
    }

    @Test
    void a_replay_of_what_is_right_changes_nothing() {
        Buyer reader = aRandomLife();
        List<String> told = new ArrayList<>();
        replay.run(false, told::add);
        assertFalse(
                told.stream().anyMatch(words -> words.contains("account " + reader.account() + ":")), told::toString);
    }

    private Buyer aRandomLife() {
        String plan = List.of("quarterly", "yearly", "two_years").get(random.nextInt(3));
        Buyer reader = till.aSubscriber(plans(plan), random.nextBoolean() ? Card.GOOD : Card.FAILS_AT_RENEWAL);
        for (int step = 0; step < 3; step++) {
            Buyer again = till.again(reader);
            switch (random.nextInt(4)) {
                case 0 -> again.browser().post("/account/plan/cancellation");
                case 1 -> again.browser().post("/account/plan/resumption");
                case 2 -> again.planPage();
                default -> till.moveTo(reader, laterOf(till.periodEnd(reader)).plus(DRAFT_HOUR));
            }
        }
        return reader;
    }

    private String plans(String wanted) {
        return table.plan(wanted).isPresent()
                ? wanted
                : table.plans().getFirst().code();
    }

    private Instant laterOf(Instant at) {
        return at.isAfter(clock.instant()) ? at : clock.instant();
    }

    private List<String> rows(Buyer reader) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<String> rows = new ArrayList<>();
            rows.addAll(read(reader, """
                    select s.provider_ref || ' ' || s.plan || ' ' || s.state || ' ' || s.paise || ' ' || coalesce(s.paid_through::text, '-')
                        || ' ' || coalesce(s.ends_at::text, '-') || ' ' || coalesce(s.resumes_at::text, '-') || ' '
                        || coalesce(s.next_plan, '-') || ' ' || coalesce(k.provider_ref, '-')
                    from subscription s left join subscription k on k.id = s.duplicate_of where s.account = :account order by 1"""));
            rows.addAll(read(reader, """
                    select s.provider_ref || ' ' || t.invoice_ref || ' ' || t.starts_at || ' ' || t.ends_at || ' ' || t.paise
                    from term t join subscription s on s.id = t.subscription where s.account = :account order by 1"""));
            rows.addAll(read(reader, """
                    select cause || ' ' || starts_at || ' ' || ends_at from entitlement where account = :account order by 1"""));
            rows.addAll(read(reader, """
                    select kind || ' ' || ref || ' ' || subscription || ' ' || plan || ' ' || coalesce(invoice, '-') || ' ' || paise || ' ' || at
                        || ' ' || coalesce(starts_at::text, '-') || ' ' || coalesce(ends_at::text, '-') || ' ' || coalesce(why, '-')
                    from billing_fact where account = :account order by 1"""));
            return rows;
        });
    }

    private List<String> read(Buyer reader, String sql) {
        return entities.createNativeQuery(sql.replace("::", "\\:\\:"), String.class)
                .setParameter("account", reader.account())
                .getResultList();
    }

    private void wipe(Buyer reader) {
        calm.after(twin);
        QuarkusTransaction.requiringNew()
                .run(() -> List.of(
                                "delete from billing_fact where account = :account",
                                "delete from entitlement where account = :account",
                                "delete from term where subscription in (select id from subscription where account = :account)",
                                "delete from subscription where account = :account")
                        .forEach(sql -> entities.createNativeQuery(sql)
                                .setParameter("account", reader.account())
                                .executeUpdate()));
    }
}
