package news.masthead.billing.letters;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import news.masthead.billing.Fact;
import news.masthead.billing.Noted;
import news.masthead.values.Money;

/** Which facts a letter is due for. It is queued in the transaction that notes the fact, so each fact has it once. */
@ApplicationScoped
class LettersDue {

    private static final Money NOTHING = new Money(0);

    @Inject
    LetterBook book;

    void hear(@Observes Noted noted) {
        switch (noted.fact()) {
            case Fact.Paid paid -> {
                if (paid.amount().paise() > 0) {
                    queue(noted, Letter.Kind.RECEIPT, paid.amount());
                }
            }
            case Fact.Declined declined -> queue(noted, Letter.Kind.DECLINED, declined.due());
            case Fact.Refunded refunded -> queue(noted, Letter.Kind.REFUND, refunded.amount());
            case Fact.Disputed disputed -> queue(noted, Letter.Kind.DISPUTE, disputed.amount());
            case Fact.Ended ended -> queue(noted, Letter.Kind.ENDED, NOTHING);
            // The receipt says it; and what a bank decided is staff's to tell, in words of their own
            case Fact.Began began -> {}
            case Fact.DisputeClosed closed -> {}
        }
    }

    private void queue(Noted noted, Letter.Kind kind, Money amount) {
        Fact fact = noted.fact();
        Optional<String> why =
                fact instanceof Fact.Ended ended ? Optional.of(ended.why().name()) : Optional.empty();
        book.queue(new Draft(
                new Letter.Key(kind, fact.ref()),
                noted.account(),
                noted.subscription(),
                fact.plan(),
                amount,
                fact.at(),
                why));
    }
}
