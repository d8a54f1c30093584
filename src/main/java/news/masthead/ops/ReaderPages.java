package news.masthead.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import news.masthead.identity.Account;
import news.masthead.identity.AccountChange;
import news.masthead.identity.Bans;
import news.masthead.identity.Devices;
import news.masthead.subscription.Entitlements;
import news.masthead.values.Dates;
import news.masthead.web.Heading;
import news.masthead.web.Layout;
import news.masthead.web.Links;
import news.masthead.web.Notice;
import news.masthead.web.Viewer;

/** Makes the page of one account. */
@ApplicationScoped
class ReaderPages {

    @Inject
    Bans bans;

    @Inject
    Devices devices;

    @Inject
    Entitlements entitlements;

    @Inject
    ReaderMessages words;

    @Inject
    Layout layout;

    @Inject
    Dates dates;

    @Inject
    Clock clock;

    ReaderPage of(Account account, Notice notice, String reason) {
        String path = Links.opsReader(account.id);
        return new ReaderPage(
                layout.around(Heading.unlisted(account.email, path), Viewer.STAFF),
                notice,
                facts(account),
                new ReaderPage.Ways(path + "/ban", path + "/lift", path + "/end-sessions", Links.OPS_READERS),
                reason,
                bans.history(account.id).stream().map(this::row).toList());
    }

    private ReaderPage.Facts facts(Account account) {
        return new ReaderPage.Facts(
                account.name,
                account.email,
                account.isEmailVerified(),
                dates.day(account.createdAt),
                devices.count(account.id),
                account.isBanned(),
                entitlements
                        .coveredUntil(account.id, clock.instant())
                        .map(dates::day)
                        .orElse(""));
    }

    private ReaderPage.Change row(AccountChange change) {
        String what = switch (change.what) {
            case BANNED -> words.wasBanned();
            case BAN_LIFTED -> words.wasLifted();
            case SESSIONS_ENDED -> words.wasLoggedOut();
        };
        return new ReaderPage.Change(dates.minute(change.at), change.by, what, change.reason);
    }
}
