package news.masthead.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.regex.Pattern;
import news.masthead.billing.CareBook;
import news.masthead.billing.Deed;
import news.masthead.billing.Drift;
import news.masthead.billing.Payment;
import news.masthead.billing.TriesOfOne;
import news.masthead.billing.tax.TaxPaper;
import news.masthead.identity.Accounts;
import news.masthead.subscription.Plan;
import news.masthead.subscription.PriceTable;
import news.masthead.subscription.Subscription;
import news.masthead.values.Dates;
import news.masthead.web.Links;

/** Says what is on record of a reader's money in plain words. */
@ApplicationScoped
class CareWords {

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");

    @Inject
    CareBook book;

    @Inject
    CareMessages messages;

    @Inject
    TimelineMessages timeline;

    @Inject
    PriceTable plans;

    @Inject
    Accounts accounts;

    @Inject
    Dates dates;

    @Inject
    Clock clock;

    ReaderCarePage.Held held(Subscription subscription) {
        return new ReaderCarePage.Held(
                subscription.providerRef,
                planAt(subscription),
                state(subscription),
                subscription
                        .next()
                        .map(next -> messages.changesTo(plan(next.plan()), dates.day(next.from())))
                        .orElse(""),
                subscription.isLive(),
                Links.opsBilling(subscription.account) + "/sync",
                Links.opsBilling(subscription.account) + "/end");
    }

    /** One in another currency has no price here. */
    private String planAt(Subscription subscription) {
        String plan = plan(subscription.plan);
        return subscription.price().paise() == 0
                ? timeline.planElsewhere(plan)
                : messages.planAt(
                        plan, subscription.price().toString(), book.versionOf(subscription.plan, subscription.price()));
    }

    String paid(Payment payment) {
        return messages.paid(payment.amount().toString(), plan(payment.plan()), dates.day(payment.paidAt()));
    }

    ReaderCarePage.Line line(CareBook.NotedFact fact) {
        return new ReaderCarePage.Line(
                fact.at().toString(),
                dates.minute(fact.at()),
                what(fact),
                fact.ref().equals(fact.invoice()) || fact.invoice().isEmpty()
                        ? fact.ref()
                        : fact.ref() + " · " + fact.invoice());
    }

    ReaderCarePage.DeedRow deed(Deed deed) {
        String amount = deed.amount().toString();
        String what = switch (deed.what()) {
            case SYNCED -> timeline.didSync();
            case REFUNDED -> timeline.didRefund(amount);
            case REFUND_REFUSED -> timeline.didRefuse(amount);
            case ENDED_NOW -> timeline.didEndNow();
            case ENDED_AT_TERM -> timeline.didEndAtTerm();
        };
        return new ReaderCarePage.DeedRow(
                what,
                messages.atBy(dates.minute(deed.at()), name(deed.by())),
                deed.subject(),
                deed.reason().equals(Deed.FORGOTTEN) ? timeline.reasonForgotten() : deed.reason(),
                readable(deed.before()),
                readable(deed.after()));
    }

    /** A portrait as it was put on record, with its moments in the publication's zone. */
    private String readable(String portrait) {
        return MOMENT.matcher(portrait).replaceAll(moment -> dates.minute(Instant.parse(moment.group())));
    }

    ReaderCarePage.DriftRow drift(Drift drift) {
        String run = switch (drift.run()) {
            case HOURLY -> messages.hourly();
            case NIGHTLY -> messages.nightly();
            case STAFF -> messages.byStaff();
        };
        String fate = drift.told() ? messages.toldLater() : drift.healed() ? messages.healed() : messages.notHealed();
        return new ReaderCarePage.DriftRow(
                dates.minute(drift.foundAt()),
                run + ", " + fate,
                readable(drift.ours()),
                readable(drift.theirs()),
                drift.subscription() + " · " + messages.account(drift.account()));
    }

    ReaderCarePage.PaperRow paper(TaxPaper paper) {
        String total = paper.total().toString();
        return new ReaderCarePage.PaperRow(
                paper.number,
                paper.isInvoice() ? messages.invoice(total) : messages.creditNote(total),
                dates.day(paper.issuedAt));
    }

    ReaderCarePage.EventRow event(CareBook.HeardEvent event) {
        String note = event.parked() ? messages.parked(event.note()) : event.fetched() ? messages.fetched() : "";
        return new ReaderCarePage.EventRow(dates.minute(event.receivedAt()), event.type(), event.id(), note);
    }

    String attempt(CareBook.Attempt attempt) {
        return messages.attempt(
                plan(attempt.plan()),
                dates.minute(attempt.expiresAt()),
                attempt.state().toLowerCase(java.util.Locale.ROOT));
    }

    CarePage.Trier trier(TriesOfOne one) {
        String from = one.network().map(messages::from).orElse("");
        return new CarePage.Trier(
                one.account().map(Links::opsBilling).orElse(""),
                one.account().map(this::name).orElseGet(messages::notLoggedIn),
                messages.tried(one.opened(), one.failed(), one.wrongCodes(), one.refused()),
                messages.triedLast(dates.minute(one.last())) + from);
    }

    private String name(long account) {
        return accounts.find(account).map(CompForms::name).orElseGet(() -> messages.account(account));
    }

    String why(CareBook.Case one) {
        return switch (one.why()) {
            case RUNS_UNPAID -> messages.runsUnpaid();
            case DISPUTED -> messages.disputed();
            case FRAUD_WARNING -> messages.fraudWarning();
            case UNKNOWN_AT_STRIPE -> messages.unknownAtStripe();
            case SECOND -> messages.second();
        };
    }

    private String state(Subscription subscription) {
        Instant through = subscription.paidThrough().orElseGet(clock::instant);
        String day = dates.day(subscription.endsAt().orElse(through));
        return switch (subscription.state) {
            case AWAITING -> messages.awaiting();
            case RUNNING ->
                subscription.paidThrough().isEmpty() ? messages.runningUnpaid() : messages.running(dates.day(through));
            case ENDING -> messages.ending(day);
            case PAUSED -> messages.paused();
            case PAST_DUE -> messages.pastDue(dates.day(through));
            case ENDED -> messages.ended(day);
        };
    }

    private String what(CareBook.NotedFact fact) {
        String amount = fact.amount().toString();
        return switch (fact.kind()) {
            case BEGAN -> timeline.began();
            case PAID -> timeline.factPaid(amount);
            case DECLINED -> timeline.declined(amount);
            case REFUNDED -> timeline.factRefunded(amount);
            case DISPUTED -> timeline.factDisputed(amount);
            case DISPUTE_WON -> timeline.disputeWon(amount);
            case DISPUTE_LOST -> timeline.disputeLost(amount);
            case ENDED ->
                switch (fact.why()) {
                    case "PAYMENT" -> timeline.endedByPayment();
                    case "DISPUTE" -> timeline.endedByDispute();
                    default -> timeline.endedByReader();
                };
        };
    }

    private String plan(String code) {
        return plans.plan(code).map(Plan::name).orElse(code);
    }
}
