package news.masthead.site;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import news.masthead.access.Gate;
import news.masthead.access.Granted;
import news.masthead.access.Sentences;
import news.masthead.identity.Account;
import news.masthead.identity.Accounts;
import news.masthead.identity.Reader;
import news.masthead.identity.Role;
import news.masthead.identity.Visit;
import news.masthead.subscription.Comp;
import news.masthead.subscription.Comps;
import news.masthead.values.Dates;
import news.masthead.values.Publication;
import news.masthead.web.Heading;
import news.masthead.web.Layout;
import news.masthead.web.Links;
import news.masthead.web.NavLink;
import news.masthead.web.Viewer;

/** The reader's own page. */
@Path(Links.ACCOUNT)
@Blocking
class AccountResource {

    @Inject
    Visit visit;

    @Inject
    Viewers viewers;

    @Inject
    Accounts accounts;

    @Inject
    Gate gate;

    @Inject
    Sentences sentences;

    @Inject
    Comps comps;

    @Inject
    Layout layout;

    @Inject
    Publication publication;

    @Inject
    Dates dates;

    @Inject
    Clock clock;

    @GET
    @RolesAllowed(Role.READER)
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show() {
        Reader.Registered reader = visit.registered().orElseThrow();
        Account account = accounts.find(reader.account()).orElseThrow();
        Viewer viewer = viewers.of(reader);
        return new AccountPage(
                layout.around(Heading.unlisted("Your account", Links.ACCOUNT), viewer),
                account.name,
                account.email,
                links(reader),
                comps.runningOf(reader.account()).map(this::lastDay).orElse(""),
                viewers.readsAll(reader) ? null : meter(reader),
                Links.LOGOUT);
    }

    private static List<NavLink> links(Reader.Registered reader) {
        boolean givesAccess =
                reader.roles().contains(Role.BILLING) || reader.roles().contains(Role.ADMIN);
        List<NavLink> own = List.of(
                NavLink.to("Your plan", Links.ACCOUNT_PLAN),
                NavLink.to("Your devices", Links.ACCOUNT_DEVICES),
                NavLink.to("Your data", Links.ACCOUNT_DATA));
        return givesAccess
                ? Stream.concat(own.stream(), Stream.of(NavLink.to("Complimentary access", Links.OPS_COMPS)))
                        .toList()
                : own;
    }

    private String lastDay(Comp comp) {
        return dates.day(comp.endsAt.minusNanos(1));
    }

    private AccountPage.Meter meter(Reader reader) {
        Granted.Metered allowance = gate.allowance(reader);
        return new AccountPage.Meter(
                sentences.left(allowance),
                allowance
                        .window()
                        .end(clock.instant(), publication.zone())
                        .map(dates::day)
                        .orElse(""));
    }
}
