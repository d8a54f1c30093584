package news.masthead.desk;

import io.quarkus.qute.RawString;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import news.masthead.identity.Role;
import news.masthead.story.Archive;
import news.masthead.story.Story;
import news.masthead.story.UnfitCopy;
import news.masthead.web.Links;
import news.masthead.web.Notice;
import news.masthead.wire.Agencies;
import news.masthead.wire.Agency;
import news.masthead.wire.Arrivals;
import news.masthead.wire.Inbox;
import news.masthead.wire.Proposals;
import news.masthead.wire.WireItem;
import news.masthead.wire.format.WireCopy;
import org.jboss.resteasy.reactive.RestForm;

/** One wire item, and the form that makes it a story. */
@Path(Links.DESK + "/items/{id: \\d{1,18}}")
@Blocking
@RolesAllowed({Role.EDITOR, Role.CHIEF, Role.ADMIN})
class ItemResource {

    @Inject
    Inbox inbox;

    @Inject
    Arrivals arrivals;

    @Inject
    ItemReadings readings;

    @Inject
    ReceiptLists receipts;

    @Inject
    Quarantines quarantines;

    @Inject
    Proposals proposals;

    @Inject
    Agencies agencies;

    @Inject
    Newsroom newsroom;

    @Inject
    Archive archive;

    @Inject
    UpdateDiffs updateDiffs;

    @Inject
    LeaveForms leaveForms;

    @Inject
    Forms forms;

    @Inject
    Frames frames;

    @Inject
    DeskMessages messages;

    @Inject
    FileMessages files;

    @Inject
    Clock clock;

    @GET
    public Response show(@PathParam("id") long id) {
        WireItem item = item(id);
        return Frames.page(200, page(item, null, untouched(item), Map.of()));
    }

    @GET
    @Path("/raw")
    public Response raw(@PathParam("id") long id) {
        return FileResource.bytes(arrivals.raw(arrivals.nameOf(item(id))).orElseThrow(NotFoundException::new));
    }

    @POST
    @Path("/publication")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response publish(@PathParam("id") long id, @BeanParam StoryFields typed) {
        WireItem item = item(id);
        Map<String, String> problems = forms.problems(kind(item), typed);
        if (!problems.isEmpty()) {
            return Frames.page(422, page(item, messages.notPublished(), typed, problems));
        }
        try {
            Decision decision = forms.decision(typed, Optional.empty(), Optional.empty());
            long story = newsroom.publish(id, decision, typed.correction(), frames.editor());
            return Frames.to(Links.deskStory(story), Frames.Done.PUBLISHED);
        } catch (UnfitCopy unfit) {
            return Frames.page(422, page(item(id), unfit.getMessage(), typed, Map.of()));
        }
    }

    @POST
    @Path("/dismissal")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.WILDCARD})
    public Response dismiss(@PathParam("id") long id, @RestForm String why) {
        WireItem item = item(id);
        String reason = why == null ? "" : why;
        if (Standings.isQuarantined(item) && reason.isBlank()) {
            Map<String, String> problems = Map.of("why", files.needsWhy());
            return Frames.page(422, page(item, files.needsWhy(), untouched(item), problems));
        }
        inbox.ignore(id, reason, frames.editor());
        return Frames.to(Links.DESK);
    }

    private WireItem item(long id) {
        return inbox.item(id).orElseThrow(NotFoundException::new);
    }

    /** An update keeps what the paper decided about its story; a new item starts with what its agency suggests. */
    private StoryFields untouched(WireItem item) {
        return known(item)
                .map(story -> StoryFields.of(story, ""))
                .orElseGet(() -> StoryFields.fresh(
                        item.headline,
                        proposals.of(item).flatMap(Proposals.Proposal::section).orElse("")));
    }

    private Optional<Story> known(WireItem item) {
        return item.story().flatMap(archive::story);
    }

    private static Forms.Kind kind(WireItem item) {
        return item.story().isPresent() ? Forms.Kind.UPDATE : Forms.Kind.ITEM;
    }

    private ItemPage page(WireItem item, String problem, StoryFields typed, Map<String, String> problems) {
        boolean open = inbox.obstacle(item).isEmpty();
        boolean waits = Inbox.waits(item);
        Inbox.Neighbours neighbours = inbox.neighboursOf(item);
        String action = Links.deskItem(item.id) + "/publication";
        UpdateDiff update = updateDiffs.of(item);
        return new ItemPage(
                frames.around(title(item), Frames.INBOX),
                problem == null ? null : Notice.problem(problem),
                facts(item),
                new RawString(proposals
                        .of(item)
                        .map(one -> String.join("\n", one.blocks()))
                        .orElse("")),
                update,
                leaveForms.of(item, ""),
                open && (update == null || !update.edited()) ? forms.form(kind(item), action, typed, problems) : null,
                kind(item) == Forms.Kind.UPDATE ? messages.publishUpdate() : messages.publish(),
                waits ? putAside(item, problems.getOrDefault("why", "")) : null,
                quarantines.of(item),
                item.story().map(Links::deskStory).orElse(""),
                frames.colleague().senior() && inbox.isHeldBack(item) ? Links.deskItem(item.id) + "/lift" : "",
                item.kind.isRecall() ? item.story().map(receipts::of).orElse(null) : null,
                readings.of(item),
                neighbours.newer().map(Links::deskItem).orElse(""),
                neighbours.older().map(Links::deskItem).orElse(""));
    }

    private static ItemPage.PutAside putAside(WireItem item, String problem) {
        return new ItemPage.PutAside(
                Links.deskItem(item.id) + "/dismissal",
                new StoryForm.Field("", problem),
                Standings.isQuarantined(item));
    }

    private ItemPage.Facts facts(WireItem item) {
        Optional<WireCopy> copy = item.copy();
        Optional<Proposals.Proposal> proposal = proposals.of(item);
        Optional<String> barred = barred(item);
        return new ItemPage.Facts(
                agencies.find(item.source).map(Agency::name).orElse(item.source),
                proposal.map(one -> one.provenance().creditLine()).orElse(""),
                proposal.map(one -> one.provenance().disclaimer()).orElse(""),
                item.guid,
                item.version,
                item.slugline,
                title(item),
                copy.map(WireCopy::edNote).orElse(""),
                item.urgency,
                frames.stamp(item.receivedAt),
                copy.map(one -> one.versionCreated().at()).map(frames::stamp).orElse(null),
                item.embargo().map(frames::stamp).orElse(null),
                barred.isPresent() ? Standing.HELD : Standings.of(item, clock.instant()),
                barred.orElse(item.reason));
    }

    /** What keeps an item out of the paper that could go into it, as its agency's contract. */
    private Optional<String> barred(WireItem item) {
        return Standings.of(item, clock.instant()) == Standing.NEW ? inbox.obstacle(item) : Optional.empty();
    }

    private String title(WireItem item) {
        return item.headline.isBlank() ? messages.noHeadline() : item.headline;
    }
}
