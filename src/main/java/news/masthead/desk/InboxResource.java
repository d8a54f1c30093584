package news.masthead.desk;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.masthead.identity.Role;
import news.masthead.values.Publication;
import news.masthead.web.Links;
import news.masthead.web.NavLink;
import news.masthead.wire.Inbox;
import news.masthead.wire.Search;
import news.masthead.wire.WireItem;

/** What the agencies sent, newest first. */
@Path(Links.DESK)
@Blocking
@RolesAllowed({Role.EDITOR, Role.CHIEF, Role.ADMIN})
class InboxResource {

    private static final int PAGE_SIZE = 50;

    @Inject
    Inbox inbox;

    @Inject
    InboxForms forms;

    @Inject
    Publication publication;

    @Inject
    Frames frames;

    @Inject
    DeskMessages messages;

    @Inject
    InboxMessages words;

    @Inject
    Clock clock;

    @GET
    public Response show(@BeanParam InboxFields asked) {
        Search search = asked.search();
        Turned<WireItem> page = page(asked, search);
        Map<Inbox.Filter, Long> counts = inbox.counts(search);
        boolean quarantine =
                search.filter() == Inbox.Filter.QUARANTINED && !page.rows().isEmpty();
        return Frames.page(
                200,
                new InboxPage(
                        frames.around(messages.inbox(), Frames.INBOX),
                        null,
                        Arrays.stream(Inbox.Filter.values())
                                .map(filter -> link(search.of(filter), counts.get(filter)))
                                .toList(),
                        InboxFields.slug(search.filter()),
                        forms.of(search),
                        page.hasNewer() ? null : live(search),
                        quarantine ? Links.DESK_REPLAYS : "",
                        page.rows().stream().map(this::row).toList(),
                        page.hasNewer()
                                ? InboxFields.address(search) + "&after="
                                        + page.rows().getFirst().id
                                : "",
                        page.hasOlder()
                                ? InboxFields.address(search) + "&before="
                                        + page.rows().getLast().id
                                : ""));
    }

    /** The ids of the newest items of a list, for its page to look whether one is new. Nothing has changed most of the time: 304. */
    @GET
    @Path("/newest")
    @Produces(MediaType.APPLICATION_JSON)
    public Response newest(@BeanParam InboxFields asked, @Context Request request) {
        List<String> ids = inbox.newestIds(asked.search(), PAGE_SIZE).stream()
                .map(Object::toString)
                .toList();
        EntityTag tag = new EntityTag(Integer.toHexString(ids.hashCode()));
        Response.ResponseBuilder same = request.evaluatePreconditions(tag);
        return (same == null ? Response.ok(ids).tag(tag) : same)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    private Turned<WireItem> page(InboxFields asked, Search search) {
        long before = InboxFields.item(asked.before());
        long after = InboxFields.item(asked.after());
        if (before > 0) {
            return Turned.back(inbox.olderThan(before, search, PAGE_SIZE + 1), PAGE_SIZE);
        }
        List<WireItem> newer = after > 0 ? inbox.newerThan(after, search, PAGE_SIZE + 1) : List.of();
        return newer.size() > PAGE_SIZE
                ? Turned.forth(newer, PAGE_SIZE)
                : Turned.first(inbox.newest(search, PAGE_SIZE + 1), PAGE_SIZE);
    }

    private static InboxPage.Live live(Search search) {
        return new InboxPage.Live(InboxFields.address(Links.DESK + "/newest", search), InboxFields.address(search));
    }

    private NavLink link(Search search, long counted) {
        String count = Count.of(counted, publication.language());
        String label = switch (search.filter()) {
            case ALL -> words.showAll(count);
            case NEW -> words.showNew(count);
            case HELD -> words.showHeld(count);
            case QUARANTINED -> words.showQuarantined(count);
            case PUBLISHED -> words.showPublished(count);
            case KILLED -> words.showKilled(count);
            case SUPERSEDED -> words.showSuperseded(count);
            case IGNORED -> words.showIgnored(count);
        };
        return new NavLink(InboxFields.slug(search.filter()), label, InboxFields.address(search));
    }

    private InboxPage.Row row(WireItem item) {
        return new InboxPage.Row(
                item.id,
                Links.deskItem(item.id),
                item.source.toUpperCase(Locale.ROOT),
                frames.shortly(item.receivedAt),
                item.urgency,
                item.slugline,
                publication.section(item.section).map(Publication.Section::name).orElse(""),
                item.headline.isBlank() ? messages.noHeadline() : item.headline,
                Standings.of(item, clock.instant()),
                embargo(item).orElse(item.reason));
    }

    private Optional<String> embargo(WireItem item) {
        return item.embargo()
                .filter(clock.instant()::isBefore)
                .map(until -> messages.embargo() + " " + frames.stamp(until).words());
    }
}
