package news.masthead.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.twin.StripeTwin;
import news.masthead.identity.Accounts;
import news.masthead.jobs.RecurringJob;
import news.masthead.values.Dates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a reader on trial is written, by a real mail server. */
@QuarkusTest
@TestProfile(OnTrial.class)
class TrialLettersTest {

    StripeTwin twin;

    PostOffice post;

    @Inject
    Till till;

    @Inject
    Accounts accounts;

    @Inject
    Dates dates;

    @Inject
    @All
    List<RecurringJob> recurring;

    @AfterEach
    void the_twin_kept_to_stripes_contract() {
        assertEquals(List.of(), twin.violations());
    }

    @Test
    void its_end_is_announced_some_days_before_and_to_nobody_who_has_cancelled() {
        Buyer reader = till.aSubscriber("yearly", Card.GOOD);
        Buyer leaves = till.aSubscriber("yearly", Card.GOOD);
        till.cancels(leaves);
        Instant end = till.periodEnd(reader);
        for (int days : new int[] {10, 7, 1}) {
            till.moveWithoutReconcile(leaves, end.minus(Duration.ofDays(days)).plusSeconds(60));
            till.moveTo(reader, end.minus(Duration.ofDays(days)).plusSeconds(60));
            announce();
        }
        String subject = "Your free trial ends on " + dates.day(end) + "; then ₹2,700";
        Eventually.holds(() -> assertEquals(List.of(subject, subject), subjects(reader)));
        assertEquals(List.of(), subjects(leaves));
    }

    @Test
    void a_first_payment_that_is_declined_is_told_once_and_that_access_ended_with_the_trial() throws Exception {
        Buyer reader = till.aSubscriber("quarterly", Card.FAILS_AT_RENEWAL);
        Instant end = till.periodEnd(reader);
        String subject = "Your first payment of ₹900 did not go through";
        till.moveTo(reader, end.plus(Duration.ofHours(2)));
        Eventually.holds(() -> assertEquals(List.of(subject), subjects(reader)));
        assertFalse(till.wasEntitled(reader, end));

        String text = PostOffice.text(mails(reader).getFirst());
        assertTrue(text.contains("Your free trial ended on " + dates.day(end) + ", and so did the access"), text);
        assertTrue(text.contains("₹900 for Smart Quarterly, did not go through: nothing was charged"), text);
        assertTrue(text.contains("/account/plan/payment"), text);
        assertFalse(text.contains("You can read on until"), text);

        for (int day = 3; day <= 30; day += 3) {
            till.moveTo(reader, end.plus(Duration.ofDays(day)));
        }
        assertEquals(
                List.of(subject), subjects(reader), "further attempts, and the end of what never began, are no news");
    }

    private void announce() {
        recurring.stream()
                .filter(one -> one.name().equals("letters-ahead"))
                .findFirst()
                .orElseThrow()
                .run();
    }

    private List<String> subjects(Buyer buyer) {
        return mails(buyer).stream().map(PostOffice::subject).toList();
    }

    private List<MimeMessage> mails(Buyer buyer) {
        return post.to(accounts.find(buyer.account()).orElseThrow().email);
    }
}
