package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import news.masthead.identity.Belongings;

/** What an account was quoted, what it tried on the way to a payment, and its trial. */
@ApplicationScoped
class BuyingBelongings implements Belongings {

    @Inject
    Quotes quotes;

    @Inject
    TryBook tries;

    @Inject
    TrialBook trials;

    @Override
    public String name() {
        return "buying";
    }

    @Override
    public Map<String, Object> of(long account) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(
                "quotes",
                quotes.of(account).stream().map(BuyingBelongings::quote).toList());
        all.put("tries", tries.of(account).stream().map(BuyingBelongings::tried).toList());
        trials.of(account).ifPresent(had -> all.put("trial", trial(had)));
        return all;
    }

    /** What was accepted is what payments were made by; the rest is forgotten within two days whoever it was for, and none of it holds a name. */
    @Override
    public void erase(long account) {
        tries.forgetWho(account);
    }

    private static Map<String, Object> quote(Quote quote) {
        Quote.Terms terms = quote.terms();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("at", quote.createdAt.toString());
        all.put("what", terms.kind().name());
        all.put("plan", terms.plan());
        terms.offer().ifPresent(offer -> all.put("offer", offer));
        all.put("today", terms.today().toString());
        all.put("renewsAt", terms.renewsAt().toString());
        if (quote.isAccepted()) {
            all.put("accepted", quote.acceptedAt.toString());
        }
        if (quote.invoice != null) {
            all.put("invoice", quote.invoice);
        }
        return all;
    }

    private static Map<String, Object> trial(TrialBook.Had had) {
        return Map.of("began", had.began().toString(), "subscription", had.subscription());
    }

    private static Map<String, Object> tried(TryBook.Tried tried) {
        return Map.of("at", tried.at().toString(), "what", tried.kind(), "network", tried.network());
    }
}
