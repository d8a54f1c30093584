package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** What is tried on the way to payments, for whoever watches over the site. */
@ApplicationScoped
public class CheckoutTries {

    @Inject
    TryBook book;

    /** By account and network, those with most failures first. Nothing is kept longer than three days. */
    public List<TriesOfOne> busiest(Instant since, int most) {
        return book.busiest(since, most);
    }
}
