package news.masthead.desk;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.stream.Stream;
import news.masthead.identity.Role;
import news.masthead.web.Links;
import news.masthead.web.NavLink;
import news.masthead.wire.AgencyHealth;
import news.masthead.wire.Arrivals;
import news.masthead.wire.Transports;

/** How the agencies and the ways they reach us fare. */
@Path(Links.DESK_HEALTH)
@Blocking
@RolesAllowed({Role.EDITOR, Role.CHIEF, Role.ADMIN})
class HealthResource {

    @Inject
    AgencyHealth health;

    @Inject
    Silences silences;

    @Inject
    InboxForms agencies;

    @Inject
    FileWords files;

    @Inject
    Frames frames;

    @Inject
    HealthMessages messages;

    @GET
    public Response show() {
        return Frames.page(
                200,
                new HealthPage(
                        frames.around(messages.health(), Frames.HEALTH),
                        health.all().stream().map(this::row).toList(),
                        health.mailboxes().stream().map(this::way).toList()));
    }

    private HealthPage.Row row(AgencyHealth.Health agency) {
        return new HealthPage.Row(
                new ArrivalFields("", agency.source(), "", "", "").address(Arrivals.Ending.ALL),
                agencies.name(agency.source()),
                agency.lastArrival().map(frames::stamp).orElse(null),
                agency.usualGap().map(silences::words).orElse(""),
                agency.silentSince().isPresent(),
                Stream.of(
                                end(agency, Arrivals.Ending.ACCEPTED, messages.accepted()),
                                end(agency, Arrivals.Ending.DUPLICATE, messages.duplicate()),
                                end(agency, Arrivals.Ending.SUPERSEDED, messages.superseded()),
                                end(agency, Arrivals.Ending.QUARANTINED, messages.quarantined()),
                                end(agency, Arrivals.Ending.UNREAD, messages.unread()))
                        .toList(),
                agency.ways().stream().map(this::way).toList());
    }

    private NavLink end(AgencyHealth.Health agency, Arrivals.Ending ending, String label) {
        String slug = ArrivalFields.slug(ending);
        long count = ending == Arrivals.Ending.UNREAD
                ? agency.unread()
                : agency.lastDay().getOrDefault(slug, 0L);
        String address = new ArrivalFields("", agency.source(), "", "", "").address(ending);
        return new NavLink(files.number(count), label, address);
    }

    private HealthPage.Way way(AgencyHealth.Way way) {
        return new HealthPage.Way(
                kind(way.kind()),
                way.name(),
                way.fails(),
                way.lastSuccess()
                        .map(at -> messages.success(frames.shortly(at).words()))
                        .orElse(""),
                way.lastError()
                        .map(at -> messages.error(frames.shortly(at).words(), way.error()))
                        .orElse(""));
    }

    private String kind(Transports.Kind kind) {
        return switch (kind) {
            case PUSH -> messages.push();
            case FOLDER -> messages.folder();
            case MAILBOX -> messages.mailbox();
            case FEED -> messages.feed();
        };
    }
}
