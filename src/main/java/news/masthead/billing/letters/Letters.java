package news.masthead.billing.letters;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The letters about money that were written, or are about to be. */
@ApplicationScoped
public class Letters {

    @Inject
    LetterBook book;

    /** All that concern an account, the newest first; those to staff too. */
    public List<Letter> of(long account) {
        return book.of(account);
    }
}
