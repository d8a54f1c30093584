package news.masthead.site;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.masthead.access.Asking;
import news.masthead.access.Facts.GiftFacts;
import news.masthead.access.Gate;
import news.masthead.access.Granted;
import news.masthead.access.Outlet;
import news.masthead.access.Reason;
import news.masthead.access.Withheld;
import news.masthead.identity.Reader;
import news.masthead.identity.Visit;
import news.masthead.story.Archive;
import news.masthead.story.Finding;
import news.masthead.web.ClientAddress;
import news.masthead.web.Links;
import news.masthead.web.Viewer;

/** A story's page. The one flow of the house: find it, let the gate decide, send the page that the decision picks. */
@Path("/article/{section}/{file}")
@Blocking
class ArticleResource {

    private static final Pattern FILE = Pattern.compile("([a-z0-9-]+)-(1\\d{11})_[1-9]\\d?\\.html");

    @Inject
    Archive archive;

    @Inject
    Gate gate;

    @Inject
    Visit visit;

    @Inject
    Viewers viewers;

    @Inject
    Renditions renditions;

    @Inject
    StoryPages pages;

    @Inject
    ClientAddress clients;

    @Context
    HttpServerRequest request;

    @GET
    @PermitAll
    public Response show(@PathParam("section") String section, @PathParam("file") String file) {
        Matcher address = FILE.matcher(file);
        if (!address.matches()) {
            throw new NotFoundException();
        }
        return renditions.answer(issue -> at(section, address.group(1), Long.parseLong(address.group(2)), issue));
    }

    private Response at(String section, String slug, long id, Renditions.Issue issue) {
        Finding finding = issue.fact(request.path(), Finding.class, () -> archive.at(section, slug, id));
        return switch (finding) {
            case Finding.Missing missing -> throw new NotFoundException();
            case Finding.Gone gone -> gone(gone);
            case Finding.Moved moved -> movedTo(Links.story(moved.section(), moved.slug(), moved.id()));
            case Finding.Published published -> story(published, issue);
        };
    }

    private Response story(Finding.Published published, Renditions.Issue issue) {
        String path = Teasers.link(published.story());
        if (!path.equals(request.path())) {
            return movedTo(path);
        }
        Reader reader = visit.reader();
        Asker asker = new Asker(request);
        Asking asking = new Asking(reader, asker.intent(), Outlet.PAGE, Optional.of(clients.of(request)), visit.gift());
        Response.ResponseBuilder answer = switch (gate.decide(asking, published.story())) {
            case Granted granted -> full(granted, published, reader, issue);
            case Withheld withheld when withheld.reason() instanceof Reason.Lapsed -> lapsed(published, reader, issue);
            case Withheld withheld when asker.isPrefetch() && mayOpenOnTheClick(withheld) -> askAgainOnTheClick();
            case Withheld withheld -> wall(published, withheld, reader, issue);
        };
        return Answers.licensed(answer, published.licence()).build();
    }

    private Response.ResponseBuilder full(
            Granted granted, Finding.Published published, Reader reader, Renditions.Issue issue) {
        Viewer viewer = viewers.of(reader);
        Variant variant = variant(granted, viewer);
        Rendition page = issue.page(request.path(), variant, () -> pages.full(published, granted, viewer));
        boolean free = granted.ground() instanceof Granted.Free || granted.ground() instanceof Granted.Safety;
        Response.ResponseBuilder answer = free
                ? Answers.shared(Answers.page(page, Answers.ASK_EACH_TIME, request), viewer)
                : Answers.page(page, Answers.KEEP_NOTHING, request);
        boolean remembers = granted.ground() instanceof Granted.Metered || granted.ground() instanceof Granted.Gift;
        if (remembers && reader instanceof Reader.Anonymous anonymous && !anonymous.met()) {
            answer.cookie(visit.remember(anonymous));
        }
        return answer;
    }

    private static Variant variant(Granted granted, Viewer viewer) {
        return switch (granted.ground()) {
            case Granted.Metered metered -> new Variant.Counted(viewer, metered.left());
            case Granted.Gift gift -> new Variant.Gift(viewer);
            case Granted.Free free -> new Variant.Open(viewer);
            case Granted.Safety safety -> new Variant.Open(viewer);
            case Granted.Entitled entitled -> new Variant.Open(viewer);
            case Granted.Staff staff -> new Variant.Open(viewer);
        };
    }

    /** By a free story or by a gift, neither of which is used up for a look ahead. */
    private boolean mayOpenOnTheClick(Withheld withheld) {
        return withheld.reason() instanceof Reason.NotReading || visit.gift().isPresent();
    }

    /** Whoever asks for it: the contract ended for staff and subscribers too. */
    private Response.ResponseBuilder lapsed(Finding.Published published, Reader reader, Renditions.Issue issue) {
        Viewer viewer = viewers.of(reader);
        Rendition page = issue.page(request.path(), new Variant.Lapsed(viewer), () -> pages.lapsed(published, viewer));
        return Answers.shared(Answers.page(page, Answers.KEEP_NOTHING, request), viewer)
                .header(Answers.ROBOTS, "noindex");
    }

    private Response.ResponseBuilder wall(
            Finding.Published published, Withheld withheld, Reader reader, Renditions.Issue issue) {
        boolean invalidGift = withheld.trace().facts().gift() == GiftFacts.INVALID;
        Variant.Wall wall = new Variant.Wall(viewers.of(reader), withheld.reason(), invalidGift);
        Rendition page = issue.page(request.path(), wall, () -> pages.wall(published, wall));
        Response.ResponseBuilder answer = Answers.page(page, Answers.ASK_EACH_TIME, request);
        boolean sameForAll = !invalidGift && withheld.reason().equals(new Reason.PremiumOnly(false));
        return sameForAll ? Answers.shared(answer, wall.viewer()) : answer;
    }

    private Response gone(Finding.Gone gone) {
        Viewer viewer = viewers.of(visit.reader());
        Response.ResponseBuilder answer = Response.status(Response.Status.GONE)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CACHE_CONTROL, Answers.KEEP_NOTHING)
                .entity(pages.notice(gone.notice(), viewer).render());
        return Answers.shared(answer, viewer).build();
    }

    private static Response.ResponseBuilder askAgainOnTheClick() {
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.CACHE_CONTROL, Answers.KEEP_NOTHING);
    }

    private static Response movedTo(String path) {
        return Response.status(Response.Status.MOVED_PERMANENTLY)
                .location(URI.create(path))
                .build();
    }
}
