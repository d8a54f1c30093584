package news.masthead.site;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import news.masthead.access.Asking;
import news.masthead.access.Gate;
import news.masthead.access.Gifts;
import news.masthead.access.Granted;
import news.masthead.access.Intent;
import news.masthead.access.Outlet;
import news.masthead.identity.Reader;
import news.masthead.identity.Visit;
import news.masthead.story.Archive;
import news.masthead.story.Story;
import news.masthead.web.Links;
import org.jboss.resteasy.reactive.RestForm;

/**
 * Stories given away: a subscriber makes the link, and whoever follows it is sent to the story's own address, where the gate answers. What the
 * link was worth stands in a cookie until then, so that no address with a token in it is ever a page.
 */
@Path(Links.GIFT)
@Blocking
class GiftResource {

    /** For a link that opens nothing: long enough that the wall can say so. */
    private static final Duration ONE_LOOK = Duration.ofMinutes(1);

    @Inject
    Archive archive;

    @Inject
    Gate gate;

    @Inject
    Gifts gifts;

    @Inject
    GiftPages pages;

    @Inject
    Visit visit;

    @Context
    HttpServerRequest request;

    /** Makes the link, or finds the one that is open. Who may not give the story meets what its own page has to say. */
    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response give(@RestForm("story") String id) {
        Story story = archive.story(id == null || !id.matches("1\\d{11}") ? 0 : Long.parseLong(id))
                .orElseThrow(NotFoundException::new);
        String path = Teasers.link(story);
        Optional<Reader.Registered> giver = visit.registered();
        if (giver.isEmpty()) {
            return to(Links.login(path)).build();
        }
        return mayGive(giver.get(), story) ? page(gifts.give(giver.get(), story), story) : to(path).build();
    }

    /** A prefetch comes again on the click; everybody else goes on to the story, and takes none of the link's seats by that. */
    @GET
    @Path("/{token}")
    @PermitAll
    public Response follow(@PathParam("token") String token) {
        Archive.Address story =
                archive.addressOf(gifts.storyOf(token).orElse(0)).orElseThrow(NotFoundException::new);
        if (new Asker(request).isPrefetch()) {
            return kept(Response.status(Response.Status.SERVICE_UNAVAILABLE)).build();
        }
        Duration open = gifts.opensFor(token);
        return to(Links.story(story.section(), story.slug(), story.id()))
                .cookie(visit.carry(token, open.isZero() ? ONE_LOOK : open))
                .header(Answers.ROBOTS, "noindex")
                .build();
    }

    private boolean mayGive(Reader.Registered giver, Story story) {
        return gifts.offered()
                && story.isPublished()
                && gate.decide(looking(giver), story) instanceof Granted granted
                && granted.ground() instanceof Granted.Entitled;
    }

    private static Asking looking(Reader giver) {
        return new Asking(giver, Intent.PEEKING, Outlet.PAGE, Optional.empty(), Optional.empty());
    }

    private Response page(Gifts.Giving giving, Story story) {
        return kept(Response.ok(pages.of(giving, story).render(), MediaType.TEXT_HTML_TYPE.withCharset("utf-8")))
                .build();
    }

    private static Response.ResponseBuilder to(String path) {
        return kept(Response.seeOther(URI.create(path)));
    }

    /** The link is the giver's and the receiver's, and nobody's on the way. */
    private static Response.ResponseBuilder kept(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, Answers.KEEP_NOTHING);
    }
}
