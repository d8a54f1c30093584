package news.masthead.billing;

import static news.masthead.billing.PostOffice.is;
import static news.masthead.billing.PostOffice.parts;
import static news.masthead.billing.PostOffice.subject;
import static news.masthead.billing.PostOffice.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import news.masthead.billing.Till.Buyer;
import news.masthead.billing.Till.Card;
import news.masthead.billing.letters.Letter;
import news.masthead.billing.letters.Letters;
import news.masthead.billing.twin.DeliveryMode;
import news.masthead.billing.twin.StripeTwin;
import news.masthead.given.Together;
import news.masthead.identity.Accounts;
import news.masthead.jobs.Job;
import news.masthead.jobs.RecurringJob;
import news.masthead.subscription.Subscriptions;
import news.masthead.values.Dates;
import news.masthead.values.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One letter for each fact of money, by a real mail server. */
@QuarkusTest
@TestProfile(OnPaper.class)
class LettersTest {

    private static final Duration DRAFT_HOUR = Duration.ofHours(2);

    StripeTwin twin;

    PostOffice post;

    @Inject
    Letters letters;

    @Inject
    FactBook facts;

    @Inject
    Till till;

    @Inject
    Accounts accounts;

    @Inject
    Pauses pauses;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Dates dates;

    @Inject
    MovableClock clock;

    @Inject
    EntityManager entities;

    @Inject
    @All
    List<Job> jobs;

    @Inject
    @All
    List<RecurringJob> recurring;

    @AfterEach
    void the_twin_kept_to_stripes_contract_and_no_letter_keeps_an_address() {
        post.refuse(false);
        post.meanwhile(() -> {});
        twin.deliver(DeliveryMode.FAITHFUL);
        assertEquals(List.of(), twin.violations());
        long withAddress = QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery(
                                        "select count(*) from letter where cast(letter as text) like '%@%'")
                                .getSingleResult())
                        .longValue());
        assertEquals(0, withAddress);
    }

    @Test
    @Case(5)
    void ten_deliveries_of_each_event_bring_one_receipt_with_its_invoice() throws Exception {
        twin.deliver(DeliveryMode.FAITHFUL.shuffled().times(10));
        Buyer reader = till.aSubscriber("yearly", Card.GOOD);
        List<MimeMessage> mails = settled(reader, 1);
        MimeMessage receipt = mails.getFirst();
        assertEquals("We have received ₹2,700", receipt.getSubject());
        assertEquals("The Masthead Times <paper@masthead.example>", receipt.getFrom()[0].toString());
        Letter sent = letters.of(reader.account()).getFirst();
        assertEquals("<RECEIPT." + sent.ref.replace('_', '.') + "@localhost>", receipt.getMessageID());
        assertEquals("auto-generated", receipt.getHeader("Auto-Submitted", null));
        assertTrue(receipt.isMimeType("multipart/mixed"), receipt.getContentType());
        assertTrue(((Multipart) receipt.getContent()).getBodyPart(0).isMimeType("multipart/alternative"));
        String text = text(receipt);
        assertTrue(text.contains("₹2,700"), text);
        assertTrue(text.contains("Dear Asha Rao,"), text);
        assertTrue(text.contains("Smart Essential"), text);
        assertTrue(text.contains("/account/plan"), text);
        byte[] pdf = pdf(receipt);
        assertEquals("%PDF", new String(pdf, 0, 4, StandardCharsets.US_ASCII));
        assertEquals(Letter.State.SENT, sent.state);
        assertTrue(sent.sentAt().isPresent());
    }

    @Test
    @Case(15)
    void a_declined_renewal_is_told_once_however_often_it_is_tried() throws Exception {
        Buyer reader = till.aSubscriber("quarterly", Card.FAILS_AT_RENEWAL);
        Instant paidThrough = till.periodEnd(reader);
        settled(reader, 1);
        till.moveTo(reader, paidThrough.plus(DRAFT_HOUR));
        assertTrue(till.isEntitled(reader), "a first decline locks nobody out");
        MimeMessage told = only(settled(reader, 2), "Your payment of ₹900 did not go through");
        String text = text(told);
        assertTrue(text.contains("You can read on until"), text);
        assertTrue(text.contains("/account/plan/payment"), text);

        for (int day = 2; day <= 20; day += 3) {
            till.moveTo(reader, paidThrough.plus(Duration.ofDays(day)));
        }
        List<MimeMessage> all = settled(reader, 3);
        only(all, "Your payment of ₹900 did not go through");
        String ended = text(only(all, "Your subscription has ended"));
        assertTrue(ended.contains("because its last payment did not come"), ended);
    }

    @Test
    void money_that_goes_back_is_told_with_its_credit_note_and_a_dispute_to_staff_alone() throws Exception {
        Buyer reader = till.aReader();
        String invoice = "in_" + UUID.randomUUID();
        String dispute = "du_" + UUID.randomUUID();
        Instant now = clock.instant();
        Money price = Money.rupees(900);
        note(reader, new Fact.Paid(invoice, now, "quarterly", price, Optional.empty()));
        note(reader, new Fact.Refunded("re_" + UUID.randomUUID(), now, "quarterly", Money.rupees(100), invoice));
        note(reader, new Fact.Disputed(dispute, now, "quarterly", Money.rupees(800), invoice));
        List<MimeMessage> mails = settled(reader, 2);
        MimeMessage refund = only(mails, "We have refunded ₹100");
        assertTrue(text(refund).contains("Credit note: CN/"), text(refund));
        assertTrue(pdf(refund).length > 1000);
        Eventually.holds(() -> assertEquals(
                1,
                post.to("desk@masthead.example").stream()
                        .filter(mail -> contains(mail, dispute))
                        .count()));
    }

    @Test
    void one_that_is_sent_from_many_threads_at_once_arrives_once() throws Exception {
        Buyer reader = till.aReader();
        post.refuse(true);
        String invoice = "in_" + UUID.randomUUID();
        note(reader, new Fact.Paid(invoice, clock.instant(), "quarterly", Money.rupees(900), Optional.empty()));
        Eventually.holds(() ->
                assertTrue(letters.of(reader.account()).getFirst().problem().isPresent(), "it was refused once"));
        post.refuse(false);
        Together.of(8, () -> {
            try {
                send().run("RECEIPT " + invoice);
            } catch (IllegalStateException inHand) {
                assertTrue(inHand.getMessage().endsWith("is in hand"), inHand.getMessage());
            }
            return null;
        });
        settled(reader, 1);
    }

    @Test
    void one_that_is_being_sent_while_the_clock_is_moved_arrives_once() {
        Buyer reader = till.aReader();
        String invoice = "in_" + UUID.randomUUID();
        AtomicReference<String> second = new AtomicReference<>("not tried");
        post.meanwhile(() -> {
            clock.moveTo(clock.instant().plus(Duration.ofDays(1)));
            second.set(assertThrows(IllegalStateException.class, () -> send().run("RECEIPT " + invoice))
                    .getMessage());
        });
        note(reader, new Fact.Paid(invoice, clock.instant(), "quarterly", Money.rupees(900), Optional.empty()));
        settled(reader, 1);
        assertTrue(second.get().endsWith("is in hand"), second.get());
    }

    @Test
    void a_mail_server_that_refuses_is_asked_again() throws Exception {
        Buyer reader = till.aReader();
        post.refuse(true);
        note(
                reader,
                new Fact.Paid(
                        "in_" + UUID.randomUUID(), clock.instant(), "quarterly", Money.rupees(900), Optional.empty()));
        Eventually.holds(() -> assertTrue(letters.of(reader.account()).getFirst().tries >= 1));
        assertEquals(Letter.State.QUEUED, letters.of(reader.account()).getFirst().state);
        post.refuse(false);
        settled(reader, 1);
    }

    @Test
    void what_is_no_longer_so_is_not_told() {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        settled(reader, 1);
        String subscription = till.subscriptionsAtStripe(reader).getFirst().getId();
        QuarkusTransaction.requiringNew()
                .run(() -> facts.note(
                        reader.account(),
                        subscription,
                        List.of(new Fact.Declined(
                                "in_" + UUID.randomUUID(), clock.instant(), "quarterly", Money.rupees(900)))));
        Eventually.holds(() -> assertEquals(
                1,
                letters.of(reader.account()).stream()
                        .filter(letter -> letter.state == Letter.State.DROPPED)
                        .count()));
        settled(reader, 1);
    }

    @Test
    void a_fact_whose_transaction_rolled_back_has_no_letter() {
        Buyer reader = till.aReader();
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                facts.note(
                        reader.account(),
                        "sub_x",
                        List.of(new Fact.Paid(
                                "in_" + UUID.randomUUID(),
                                clock.instant(),
                                "quarterly",
                                Money.rupees(900),
                                Optional.empty())));
                throw new IllegalStateException("The process dies here");
            });
        } catch (IllegalStateException dead) {
            assertEquals(List.of(), letters.of(reader.account()));
        }
        settled(reader, 0);
    }

    @Test
    void a_years_renewal_is_announced_30_and_7_days_and_a_day_ahead_and_a_quarters_twice() throws Exception {
        Buyer yearly = till.aSubscriber("yearly", Card.GOOD);
        Instant renewal = till.periodEnd(yearly);
        for (int days : new int[] {45, 30, 29, 8, 7, 6, 1}) {
            till.moveTo(yearly, renewal.minus(Duration.ofDays(days)).plusSeconds(60));
            announce();
        }
        List<MimeMessage> mails = settled(yearly, 4);
        String subject = "Smart Essential renews on " + dates.day(renewal) + " for ₹2,700";
        List<MimeMessage> announced =
                mails.stream().filter(mail -> subject(mail).equals(subject)).toList();
        assertEquals(3, announced.size());
        String text = text(announced.getFirst());
        assertTrue(text.contains("cancel before " + dates.day(renewal)), text);
        assertTrue(text.contains("/account/plan"), text);
        assertEquals(
                3,
                letters.of(yearly.account()).stream()
                        .filter(letter -> letter.kind == Letter.Kind.UPCOMING
                                && letter.sentAt().isPresent())
                        .filter(letter -> letter.amount().equals(Money.rupees(2700)) && letter.about.equals(renewal))
                        .count());

        Buyer quarterly = till.aSubscriber("quarterly", Card.GOOD);
        Instant next = till.periodEnd(quarterly);
        for (int days : new int[] {30, 7, 1}) {
            till.moveTo(quarterly, next.minus(Duration.ofDays(days)).plusSeconds(60));
            announce();
        }
        settled(quarterly, 3);
    }

    @Test
    void whoever_bought_twice_is_not_told_good_bye() throws Exception {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        note(reader, new Fact.Ended("sub_of_" + reader.account(), clock.instant(), "yearly", Fact.Why.READER));
        String text = text(only(settled(reader, 2), "Your subscription has ended"));
        assertTrue(text.contains("You had two subscriptions. One of them, Smart Essential, ended"), text);
        assertTrue(text.contains("Your other subscription, Smart Quarterly, goes on"), text);
    }

    @Test
    void the_end_of_a_pause_is_announced_and_no_payment_before_it() throws Exception {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        Instant paidThrough = till.periodEnd(reader);
        assertTrue(pauses.pause(reader.account(), 1));
        Instant end =
                subscriptions.liveOf(reader.account()).orElseThrow().resumesAt().orElseThrow();
        for (Instant at : List.of(paidThrough.minus(Duration.ofDays(7)), end.minus(Duration.ofDays(7)))) {
            till.moveTo(reader, at.plusSeconds(60));
            announce();
        }
        String text = text(only(settled(reader, 2), "Your pause ends on " + dates.day(end)));
        assertTrue(text.contains("We then charge ₹900"), text);
    }

    @Test
    void who_has_cancelled_is_told_of_no_payment() throws Exception {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        Instant end = till.periodEnd(reader);
        reader.browser().post("/account/plan/cancellation").then().statusCode(303);
        till.moveTo(reader, end.minus(Duration.ofDays(7)).plusSeconds(60));
        announce();
        settled(reader, 1);
    }

    @Test
    void who_pays_by_a_card_that_will_have_expired_is_told_once_a_term() throws Exception {
        Buyer reader = till.aSubscriber("quarterly", Card.GOOD);
        Instant renewal = till.periodEnd(reader);
        String subscription = till.subscriptionsAtStripe(reader).getFirst().getId();
        shownWithCard(reader, subscription, renewal.atZone(ZoneOffset.UTC).getYear() - 1);
        for (int days : new int[] {7, 1}) {
            till.moveTo(reader, renewal.minus(Duration.ofDays(days)).plusSeconds(60));
            announce();
        }
        String text = text(only(settled(reader, 4), "Your card expires before your next payment"));
        assertTrue(text.contains("expires before " + dates.day(renewal)), text);
    }

    private Job send() {
        return jobs.stream()
                .filter(job -> job.name().equals("letter"))
                .findFirst()
                .orElseThrow();
    }

    /** As if Stripe had shown us the payment with such a card. */
    private void shownWithCard(Buyer reader, String subscription, int year) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("""
                        insert into stripe_object (object, kind, subscription, account, fetch_number, seen_at, content)
                        values (:object, 'payment_intent', :subscription, :account, 1000000000, now(), cast(:content as jsonb))""")
                        .setParameter("object", "pi_" + UUID.randomUUID())
                        .setParameter("subscription", subscription)
                        .setParameter("account", reader.account())
                        .setParameter("content", """
                        {"created": 4000000000, "status": "succeeded", "latest_charge":
                            {"payment_method_details": {"card": {"exp_month": 12, "exp_year": %d}}}}""".formatted(year))
                        .executeUpdate());
    }

    /** The job, as if it came round on several nodes at once. */
    private void announce() throws Exception {
        RecurringJob job = recurring.stream()
                .filter(one -> one.name().equals("letters-ahead"))
                .findFirst()
                .orElseThrow();
        Together.of(4, () -> {
            job.run();
            return null;
        });
    }

    /** The mails of a reader, once nothing is queued any more and so many have come. */
    private List<MimeMessage> settled(Buyer reader, int count) {
        String address = accounts.find(reader.account()).orElseThrow().email;
        Eventually.holds(() -> {
            assertTrue(letters.of(reader.account()).stream().noneMatch(letter -> letter.state == Letter.State.QUEUED));
            assertEquals(
                    count,
                    post.to(address).size(),
                    () -> post.to(address).stream()
                            .map(PostOffice::subject)
                            .toList()
                            .toString());
        });
        return post.to(address);
    }

    private static MimeMessage only(List<MimeMessage> mails, String subject) {
        List<MimeMessage> found =
                mails.stream().filter(mail -> subject(mail).equals(subject)).toList();
        assertEquals(
                1,
                found.size(),
                () -> mails.stream().map(PostOffice::subject).toList().toString());
        return found.getFirst();
    }

    private static boolean contains(MimeMessage mail, String wanted) {
        try {
            return text(mail).contains(wanted);
        } catch (MessagingException | IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static byte[] pdf(MimeMessage mail) throws MessagingException, IOException {
        Part pdf = parts(mail).stream()
                .filter(part -> is(part, "application/pdf"))
                .findFirst()
                .orElseThrow();
        try (InputStream in = pdf.getInputStream()) {
            return in.readAllBytes();
        }
    }

    private void note(Buyer reader, Fact fact) {
        QuarkusTransaction.requiringNew()
                .run(() -> facts.note(reader.account(), "sub_of_" + reader.account(), List.of(fact)));
    }
}
