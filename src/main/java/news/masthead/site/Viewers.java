package news.masthead.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import news.masthead.identity.Reader;
import news.masthead.subscription.Entitlements;
import news.masthead.web.Viewer;

/** Tells which kind of viewer a reader is. */
@ApplicationScoped
class Viewers {

    @Inject
    Entitlements entitlements;

    @Inject
    Clock clock;

    Viewer of(Reader reader) {
        return switch (reader) {
            case Reader.Anonymous anonymous -> Viewer.ANONYMOUS;
            case Reader.Registered registered when registered.isStaff() -> Viewer.STAFF;
            case Reader.Registered registered when entitlements.lacksAPayment(registered.account()) -> Viewer.OWING;
            case Reader.Registered registered -> readsAll(registered) ? Viewer.SUBSCRIBER : Viewer.REGISTERED;
        };
    }

    boolean readsAll(Reader.Registered reader) {
        return reader.isStaff() || entitlements.cover(reader.account(), clock.instant());
    }
}
