package news.masthead.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import news.masthead.identity.Reader;
import news.masthead.identity.Visit;
import news.masthead.subscription.Comps;
import news.masthead.subscription.Entitlements;
import news.masthead.web.Viewer;

/** The reader in front of a billing page. */
@RequestScoped
public class Onlooker {

    @Inject
    Visit visit;

    @Inject
    Entitlements entitlements;

    @Inject
    Comps comps;

    @Inject
    Clock clock;

    /** Id of the account; none for a reader who has not logged in. */
    public Optional<Long> account() {
        return visit.registered().map(Reader.Registered::account);
    }

    boolean mayReadEverything() {
        return account()
                .filter(account -> entitlements.cover(account, clock.instant()))
                .isPresent();
    }

    /** The instant at which the reader's complimentary access ends; none where there is none. */
    Optional<Instant> compUntil() {
        return account().flatMap(comps::runningOf).map(comp -> comp.endsAt);
    }

    public Viewer viewer() {
        if (visit.registered().isEmpty()) {
            return Viewer.ANONYMOUS;
        }
        if (visit.registered().get().isStaff()) {
            return Viewer.STAFF;
        }
        if (entitlements.lacksAPayment(visit.registered().get().account())) {
            return Viewer.OWING;
        }
        return mayReadEverything() ? Viewer.SUBSCRIBER : Viewer.REGISTERED;
    }
}
