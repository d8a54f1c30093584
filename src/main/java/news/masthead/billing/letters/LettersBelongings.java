package news.masthead.billing.letters;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.masthead.identity.Belongings;

/** The letters about an account's money. */
@ApplicationScoped
class LettersBelongings implements Belongings {

    @Inject
    LetterBook book;

    @Override
    public String name() {
        return "letters";
    }

    @Override
    public Map<String, Object> of(long account) {
        return Map.of("about", book.of(account).stream().map(this::letter).toList());
    }

    /**
     * What was written goes, sent or not: what it told of stands in facts and tax papers. An announcement that was sent stays under the account's
     * number like the payment it announced, for banks ask for that proof (https://docs.stripe.com/disputes/best-practices); and so does
     * what is staff's to answer.
     */
    @Override
    public void erase(long account) {
        book.forget(account, List.of(Letter.Kind.UPCOMING, Letter.Kind.RESUMING), Letter.Kind.DISPUTE);
    }

    private Map<String, Object> letter(Letter letter) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("what", letter.kind.name());
        all.put("number", letter.ref);
        all.put("plan", letter.plan);
        all.put("amount", letter.amount().toString());
        all.put("tellsOf", letter.about.toString());
        all.put("queued", letter.queuedAt.toString());
        all.put("state", letter.state.name());
        letter.sentAt().ifPresent(at -> all.put("sent", at.toString()));
        letter.problem().ifPresent(problem -> all.put("problem", problem));
        return all;
    }
}
