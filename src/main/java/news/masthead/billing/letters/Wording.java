package news.masthead.billing.letters;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.masthead.billing.Fact;
import news.masthead.billing.letters.LetterSheet.Action;
import news.masthead.billing.letters.LetterSheet.Line;
import news.masthead.billing.tax.TaxPaper;
import news.masthead.subscription.Entitlements;
import news.masthead.subscription.Plan;
import news.masthead.subscription.PriceTable;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;
import news.masthead.values.Dates;
import news.masthead.web.Links;
import news.masthead.web.Site;

/** What a letter says: what is so at the moment at which it is written. */
@ApplicationScoped
class Wording {

    @Inject
    LetterMessages words;

    @Inject
    PriceTable prices;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Entitlements entitlements;

    @Inject
    Dates dates;

    @Inject
    Site site;

    @Inject
    Clock clock;

    /** @param action null for none */
    record Said(String subject, List<String> words, List<Line> facts, Action action) {}

    /** @param paper what is enclosed */
    Said say(Letter letter, Optional<TaxPaper> paper) {
        return switch (letter.kind) {
            case RECEIPT -> receipt(letter, paper);
            case DECLINED -> declined(letter);
            case REFUND -> refund(letter, paper);
            case DISPUTE -> dispute(letter);
            case ENDED -> ended(letter);
            case UPCOMING -> upcoming(letter);
            case CARD_EXPIRING -> card(letter);
            case RESUMING -> resuming(letter);
        };
    }

    private Said receipt(Letter letter, Optional<TaxPaper> paper) {
        List<String> said = new ArrayList<>(List.of(words.receipt(amount(letter), plan(letter))));
        paper.ifPresent(enclosed -> said.add(words.invoiceAttached()));
        return new Said(
                words.receiptSubject(amount(letter)),
                said,
                facts(letter, words.date(), paper.map(enclosed -> new Line(words.invoice(), enclosed.number))),
                action(words.seePlan(), Links.ACCOUNT_PLAN));
    }

    private Said declined(Letter letter) {
        return subscriptions
                .ofProvider(letter.subscription)
                .flatMap(Subscription::trialUntil)
                .map(end -> declinedAfterTrial(letter, dates.day(end)))
                .orElseGet(() -> declinedRenewal(letter));
    }

    /** There is no grace to speak of: access ended with the trial, and nothing has begun that could end. */
    private Said declinedAfterTrial(Letter letter, String end) {
        return new Said(
                words.declinedFirstSubject(amount(letter)),
                List.of(
                        words.declinedFirst(end, amount(letter), plan(letter)),
                        words.declinedFirstWay(),
                        words.declinedFirstThen()),
                facts(letter, words.due(), Optional.empty()),
                action(words.settle(), Links.ACCOUNT_PLAN_PAYMENT));
    }

    private Said declinedRenewal(Letter letter) {
        String access = entitlements
                .coveredUntil(letter.account, clock.instant())
                .map(until -> words.declinedUntil(dates.day(until)))
                .orElseGet(words::declinedShut);
        return new Said(
                words.declinedSubject(amount(letter)),
                List.of(words.declined(amount(letter), plan(letter)), access, words.declinedThen()),
                facts(letter, words.due(), Optional.empty()),
                action(words.settle(), Links.ACCOUNT_PLAN_PAYMENT));
    }

    private Said refund(Letter letter, Optional<TaxPaper> paper) {
        List<String> said = new ArrayList<>(List.of(words.refund(amount(letter), plan(letter))));
        paper.ifPresent(enclosed -> said.add(words.creditNoteAttached()));
        return new Said(
                words.refundSubject(amount(letter)),
                said,
                facts(letter, words.date(), paper.map(enclosed -> new Line(words.creditNote(), enclosed.number))),
                action(words.seePlan(), Links.ACCOUNT_PLAN));
    }

    private Said dispute(Letter letter) {
        List<Line> facts =
                new ArrayList<>(facts(letter, words.date(), Optional.of(new Line(words.dispute(), letter.ref))));
        facts.add(new Line(words.account(), Long.toString(letter.account)));
        return new Said(
                words.disputeSubject(amount(letter)),
                List.of(words.disputed(amount(letter)), words.disputeThen()),
                facts,
                null);
    }

    private Said ended(Letter letter) {
        return subscriptions
                .liveOf(letter.account)
                .filter(live -> !live.providerRef.equals(letter.subscription))
                .map(live -> endedBeside(letter, live))
                .orElseGet(() -> new Said(
                        words.endedSubject(),
                        List.of(why(letter), words.endedThen()),
                        List.of(),
                        action(words.seePlans(), Links.SUBSCRIBE)));
    }

    /** Nobody who goes on reading is told good-bye. */
    private Said endedBeside(Letter letter, Subscription live) {
        return new Said(
                words.endedSubject(),
                List.of(words.endedDouble(plan(letter), dates.day(letter.about)), words.endedOther(plan(live.plan))),
                List.of(),
                action(words.seePlan(), Links.ACCOUNT_PLAN));
    }

    private String why(Letter letter) {
        String day = dates.day(letter.about);
        return switch (Fact.Why.valueOf(letter.why)) {
            case READER -> words.endedByReader(plan(letter), day);
            case PAYMENT -> words.endedByPayment(plan(letter), day);
            case DISPUTE -> words.endedByDispute(plan(letter), day);
        };
    }

    private Said upcoming(Letter letter) {
        String day = dates.day(letter.about);
        boolean endsTrial = subscriptions
                .ofProvider(letter.subscription)
                .flatMap(Subscription::trialUntil)
                .filter(letter.about::equals)
                .isPresent();
        return new Said(
                endsTrial
                        ? words.trialSubject(day, amount(letter))
                        : words.upcomingSubject(plan(letter), day, amount(letter)),
                List.of(
                        endsTrial
                                ? words.trialEnds(day, amount(letter), plan(letter))
                                : words.upcoming(day, amount(letter), plan(letter)),
                        words.upcomingThen(day)),
                facts(letter, words.due(), Optional.empty()),
                action(words.seeOrCancel(), Links.ACCOUNT_PLAN));
    }

    private Said card(Letter letter) {
        return new Said(
                words.cardSubject(),
                List.of(words.card(plan(letter), dates.day(letter.about), amount(letter)), words.cardThen()),
                List.of(),
                action(words.seeOrCancel(), Links.ACCOUNT_PLAN));
    }

    private Said resuming(Letter letter) {
        String day = dates.day(letter.about);
        return new Said(
                words.resumingSubject(day),
                List.of(words.resuming(plan(letter), day, amount(letter)), words.resumingThen()),
                List.of(),
                action(words.seeOrCancel(), Links.ACCOUNT_PLAN));
    }

    private List<Line> facts(Letter letter, String date, Optional<Line> last) {
        return Stream.concat(
                        Stream.of(
                                new Line(words.plan(), plan(letter)),
                                new Line(words.amount(), amount(letter)),
                                new Line(date, dates.day(letter.about))),
                        last.stream())
                .toList();
    }

    private Action action(String label, String path) {
        return new Action(label, Links.absolute(site, path).toString());
    }

    private static String amount(Letter letter) {
        return letter.amount().toString();
    }

    private String plan(Letter letter) {
        return plan(letter.plan);
    }

    /** As readers know it; a plan that is no longer sold goes by its code. */
    private String plan(String code) {
        return prices.plan(code).map(Plan::name).orElse(code);
    }
}
