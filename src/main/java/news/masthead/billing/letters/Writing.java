package news.masthead.billing.letters;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import news.masthead.billing.tax.TaxInvoices;
import news.masthead.billing.tax.TaxPaper;
import news.masthead.identity.Account;
import news.masthead.identity.Accounts;
import news.masthead.subscription.Subscription;
import news.masthead.subscription.Subscriptions;
import news.masthead.values.Publication;

/** Writes a letter to whoever it goes to at this moment, if what it says is still so. */
@ApplicationScoped
class Writing {

    @Inject
    Wording wording;

    @Inject
    LetterMessages words;

    @Inject
    LettersSettings settings;

    @Inject
    TaxInvoices papers;

    @Inject
    Accounts accounts;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Publication publication;

    /** What came of it. */
    sealed interface Written {

        record ToSend(String to, LetterSheet sheet, Optional<Enclosed> enclosed) implements Written {}

        record Moot(String reason) implements Written {}
    }

    record Enclosed(String file, byte[] bytes) {}

    Written write(Letter letter) {
        return outdated(letter).<Written>map(Written.Moot::new).orElseGet(() -> toWhom(letter));
    }

    private Written toWhom(Letter letter) {
        if (letter.kind == Letter.Kind.DISPUTE) {
            return settings.staff()
                    .map(desk -> written(letter, desk, words.dearReader(), words.staffFoot(publication.name())))
                    .orElseGet(() -> new Written.Moot("masthead.letters.staff is not set"));
        }
        return accounts.find(letter.account)
                .filter(account -> !account.email.isBlank())
                .map(account -> written(letter, account.email, greeting(account), words.foot(publication.name())))
                .orElseGet(() -> new Written.Moot("There is nobody to write to any more"));
    }

    private Written written(Letter letter, String to, String greeting, String foot) {
        Optional<TaxPaper> paper = paper(letter);
        Wording.Said said = wording.say(letter, paper);
        LetterSheet sheet = new LetterSheet(
                publication.name(),
                publication.language(),
                said.subject(),
                greeting,
                said.words(),
                said.facts(),
                said.action(),
                foot);
        return new Written.ToSend(
                to, sheet, paper.map(one -> new Enclosed(one.number.replace('/', '-') + ".pdf", papers.pdf(one))));
    }

    private Optional<TaxPaper> paper(Letter letter) {
        return switch (letter.kind) {
            case RECEIPT -> papers.forPayment(letter.ref);
            case REFUND -> papers.forReturn(letter.ref);
            case DECLINED, DISPUTE, ENDED, UPCOMING, CARD_EXPIRING, RESUMING -> Optional.empty();
        };
    }

    /** Why a letter must not go out any more: a reader who has paid or cancelled meanwhile is told nothing false. */
    private Optional<String> outdated(Letter letter) {
        return switch (letter.kind) {
            case DECLINED ->
                unless(
                        subscription(letter).filter(one -> one.state == Subscription.State.PAST_DUE),
                        "It was paid meanwhile, or is over");
            case UPCOMING, CARD_EXPIRING ->
                unless(
                        subscription(letter)
                                .filter(one -> one.state == Subscription.State.RUNNING)
                                .filter(one -> one.paidThrough()
                                        .filter(letter.about::equals)
                                        .isPresent()),
                        "It does not renew then any more");
            case RESUMING ->
                unless(
                        subscription(letter)
                                .filter(one -> one.state == Subscription.State.PAUSED)
                                .filter(one -> one.resumesAt()
                                        .filter(letter.about::equals)
                                        .isPresent()),
                        "It does not go on then any more");
            case RECEIPT, REFUND, DISPUTE, ENDED -> Optional.empty();
        };
    }

    private static Optional<String> unless(Optional<Subscription> still, String reason) {
        return still.isPresent() ? Optional.empty() : Optional.of(reason);
    }

    private Optional<Subscription> subscription(Letter letter) {
        return subscriptions.ofProvider(letter.subscription);
    }

    private String greeting(Account account) {
        return account.name.isBlank() ? words.dearReader() : words.dear(account.name.strip());
    }
}
