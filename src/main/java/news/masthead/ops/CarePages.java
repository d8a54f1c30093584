package news.masthead.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import news.masthead.billing.CareBook;
import news.masthead.billing.CheckoutTries;
import news.masthead.billing.DeedBook;
import news.masthead.billing.DriftBook;
import news.masthead.billing.Payment;
import news.masthead.billing.Payments;
import news.masthead.billing.RefundOrder;
import news.masthead.billing.Refunds;
import news.masthead.billing.letters.Letters;
import news.masthead.billing.tax.TaxInvoices;
import news.masthead.identity.Account;
import news.masthead.identity.Accounts;
import news.masthead.subscription.Entitlements;
import news.masthead.subscription.Subscriptions;
import news.masthead.values.Dates;
import news.masthead.web.Links;
import news.masthead.web.NavLink;
import news.masthead.web.Notice;

/** Makes the pages of the support desk. */
@ApplicationScoped
class CarePages {

    private static final int MOST = 20;
    private static final Duration TRIES_SHOWN = Duration.ofDays(3);

    @Inject
    CareBook book;

    @Inject
    CheckoutTries tries;

    @Inject
    DeedBook deeds;

    @Inject
    DriftBook drift;

    @Inject
    Payments payments;

    @Inject
    TaxInvoices papers;

    @Inject
    Letters letters;

    @Inject
    LetterWords letterWords;

    @Inject
    Refunds refunds;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Entitlements entitlements;

    @Inject
    Accounts accounts;

    @Inject
    CareWords words;

    @Inject
    CareMessages messages;

    @Inject
    OpsFrames frames;

    @Inject
    Dates dates;

    @Inject
    Clock clock;

    /** @param found who goes by what was asked, where that is not one */
    CarePage search(String asked, List<Account> found) {
        return new CarePage(
                frames.around(messages.title(), OpsFrames.BILLING),
                Links.OPS_BILLING,
                asked,
                !asked.isEmpty() && found.isEmpty(),
                found.stream()
                        .map(account -> NavLink.to(
                                CompForms.name(account) + " · " + messages.account(account.id),
                                Links.opsBilling(account.id)))
                        .toList(),
                book.cases().stream().map(this::needy).toList(),
                drift.newest(MOST).stream().map(words::drift).toList(),
                book.parked(MOST).stream().map(words::event).toList(),
                tries.busiest(clock.instant().minus(TRIES_SHOWN), MOST).stream()
                        .filter(one -> one.failed() + one.wrongCodes() + one.refused() > 0)
                        .map(words::trier)
                        .toList());
    }

    /** @param reason as it was typed, where it was refused */
    ReaderCarePage reader(Account account, Notice notice, String reason) {
        long id = account.id;
        return new ReaderCarePage(
                frames.around(CompForms.name(account), OpsFrames.BILLING),
                notice,
                UUID.randomUUID().toString(),
                reason,
                who(account),
                subscriptions.allOf(id).stream().map(words::held).toList(),
                payments.of(id).stream().map(payment -> paid(id, payment)).toList(),
                refunds.unanswered(id).stream().map(order -> waiting(id, order)).toList(),
                book.facts(id).stream().map(words::line).toList(),
                deeds.of(id).stream().map(words::deed).toList(),
                papers.of(id).stream().map(words::paper).toList(),
                letters.of(id).stream().map(letterWords::row).toList(),
                drift.of(id).stream().map(words::drift).toList(),
                book.events(id).stream().map(words::event).toList(),
                book.attempts(id).stream().map(words::attempt).toList(),
                List.of(
                        NavLink.to(messages.comps(), Links.opsCompFor(id)),
                        NavLink.to(messages.decisions(), Links.OPS_DECISIONS)));
    }

    RefundPage refund(Account account, Payment payment, Notice notice, RefundPage.Form form) {
        return new RefundPage(
                frames.around(messages.refund(), OpsFrames.BILLING),
                notice,
                messages.refundOf(words.paid(payment)),
                messages.refundWords(payment.left().toString()),
                whole(account, payment),
                form,
                Links.opsBilling(account.id));
    }

    /** What the whole refund does, by the rule that will judge it. */
    private String whole(Account account, Payment payment) {
        Instant now = clock.instant();
        Optional<Instant> today = subscriptions
                .portrait(payment.subscription())
                .flatMap(portrait -> portrait.readsUntil())
                .filter(now::isBefore);
        Optional<Instant> then = refunds.accessAfter(payment).filter(now::isBefore);
        if (today.equals(then)) {
            return messages.wholeKeeps();
        }
        return then.map(end -> messages.wholeShortens(dates.day(end))).orElseGet(messages::wholeEnds);
    }

    private ReaderCarePage.Who who(Account account) {
        return new ReaderCarePage.Who(
                CompForms.name(account),
                account.email,
                messages.account(account.id),
                book.customerOf(account.id),
                dates.day(account.createdAt),
                entitlements
                        .coveredUntil(account.id, clock.instant())
                        .map(until -> messages.readsUntil(dates.minute(until)))
                        .orElseGet(messages::readsNothing));
    }

    private ReaderCarePage.Paid paid(long account, Payment payment) {
        boolean left = payment.left().paise() > 0;
        return new ReaderCarePage.Paid(
                words.paid(payment),
                payment.number().isEmpty() ? payment.invoice() : payment.number() + " · " + payment.invoice(),
                payment.refunded().paise() == 0
                        ? ""
                        : messages.givenBack(payment.refunded().toString()),
                payment.disputed(),
                left ? Links.opsRefund(account) + "?payment=" + payment.id() : "");
    }

    private ReaderCarePage.Waiting waiting(long account, RefundOrder order) {
        return new ReaderCarePage.Waiting(
                messages.waits(order.amount().toString()), order.id.toString(), Links.opsRefund(account) + "/again");
    }

    private CarePage.Needy needy(CareBook.Case one) {
        return new CarePage.Needy(
                Links.opsBilling(one.account()),
                accounts.find(one.account()).map(CompForms::name).orElseGet(() -> messages.account(one.account())),
                one.subscription(),
                words.why(one));
    }
}
