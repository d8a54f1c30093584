package news.masthead.desk;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.masthead.identity.Role;
import news.masthead.web.Links;
import news.masthead.web.NavLink;
import news.masthead.wire.Inbox;
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
    Frames frames;

    @Inject
    DeskMessages messages;

    @Inject
    Clock clock;

    @GET
    public Response show(@QueryParam("show") String show, @QueryParam("page") String page) {
        Inbox.Filter filter = filter(show);
        int number = PageNumber.of(page);
        List<WireItem> items = inbox.items(filter, number, PAGE_SIZE);
        boolean more = inbox.count(filter) > (number + 1L) * PAGE_SIZE;
        return Frames.page(
                200,
                new InboxPage(
                        frames.around(messages.inbox(), Frames.INBOX),
                        null,
                        Arrays.stream(Inbox.Filter.values()).map(this::link).toList(),
                        slug(filter),
                        items.stream().map(this::row).toList(),
                        number == 0 ? "" : address(filter, number - 1),
                        more ? address(filter, number + 1) : ""));
    }

    private NavLink link(Inbox.Filter filter) {
        long count = inbox.count(filter);
        String words = switch (filter) {
            case ALL -> messages.showAll(count);
            case NEW -> messages.showNew(count);
            case HELD -> messages.showHeld(count);
            case QUARANTINED -> messages.showQuarantined(count);
            case PUBLISHED -> messages.showPublished(count);
            case KILLED -> messages.showKilled(count);
        };
        return new NavLink(slug(filter), words, address(filter, 0));
    }

    private InboxPage.Row row(WireItem item) {
        return new InboxPage.Row(
                Links.deskItem(item.id),
                item.source.toUpperCase(Locale.ROOT),
                frames.shortly(item.receivedAt),
                Standings.urgency(item),
                item.copy().map(copy -> copy.slugline()).orElse(""),
                item.headline.isBlank() ? messages.noHeadline() : item.headline,
                Standings.of(item, clock.instant()),
                embargo(item).orElse(item.reason));
    }

    private Optional<String> embargo(WireItem item) {
        return item.embargo()
                .filter(clock.instant()::isBefore)
                .map(until -> messages.embargo() + " " + frames.stamp(until).words());
    }

    private static Inbox.Filter filter(String show) {
        return Arrays.stream(Inbox.Filter.values())
                .filter(filter -> slug(filter).equals(show))
                .findFirst()
                .orElse(Inbox.Filter.ALL);
    }

    private static String slug(Inbox.Filter filter) {
        return filter.name().toLowerCase(Locale.ROOT);
    }

    private static String address(Inbox.Filter filter, int page) {
        return Links.DESK + "?show=" + slug(filter) + (page == 0 ? "" : "&page=" + page);
    }
}
