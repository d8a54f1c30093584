package news.masthead.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import news.masthead.billing.letters.Letter;
import news.masthead.values.Dates;

/** Says of a letter about money what it was and what became of it. */
@ApplicationScoped
class LetterWords {

    @Inject
    LetterRowMessages messages;

    @Inject
    Dates dates;

    ReaderCarePage.LetterRow row(Letter letter) {
        return new ReaderCarePage.LetterRow(
                what(letter),
                messages.about(dates.day(letter.about)),
                fate(letter),
                letter.state == Letter.State.FAILED);
    }

    private String what(Letter letter) {
        String amount = letter.amount().toString();
        return switch (letter.kind) {
            case RECEIPT -> messages.receipt(amount);
            case DECLINED -> messages.declined(amount);
            case REFUND -> messages.refund(amount);
            case DISPUTE -> messages.dispute(amount);
            case ENDED -> messages.ended();
            case UPCOMING -> messages.upcoming(amount);
            case CARD_EXPIRING -> messages.cardExpiring();
            case RESUMING -> messages.resuming(amount);
        };
    }

    private String fate(Letter letter) {
        String problem = letter.problem().orElse("");
        return switch (letter.state) {
            case SENT -> messages.sent(dates.minute(letter.sentAt().orElseThrow()));
            case QUEUED ->
                problem.isEmpty()
                        ? messages.queued(dates.minute(letter.queuedAt))
                        : messages.triedAgain(letter.tries, problem);
            case FAILED -> messages.failed(letter.tries, problem);
            case DROPPED -> messages.dropped(problem);
        };
    }
}
