package news.masthead.desk;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import news.masthead.identity.Accounts;
import news.masthead.identity.Reader;
import news.masthead.identity.Role;
import news.masthead.identity.Visit;
import news.masthead.values.Dates;
import news.masthead.values.Publication;
import news.masthead.web.Links;
import news.masthead.web.NavLink;
import news.masthead.web.Notice;
import news.masthead.web.Stamp;

/** What the desk's pages share: the frame, the editor's name, dates, and how an answer goes out. */
@ApplicationScoped
class Frames {

    static final String INBOX = "inbox";
    static final String ARRIVALS = "arrivals";
    static final String HEALTH = "health";
    static final String STORIES = "stories";
    static final String WRITE = "write";
    static final String AGENCIES = "agencies";
    static final String POLICIES = "policies";

    @Inject
    Publication publication;

    @Inject
    Visit visit;

    @Inject
    Accounts accounts;

    @Inject
    Dates dates;

    @Inject
    DeskMessages messages;

    @Inject
    WithdrawalMessages withdrawals;

    @Inject
    AgencyMessages agencyMessages;

    @Inject
    HealthMessages healthMessages;

    @Inject
    PolicyMessages policyMessages;

    @Inject
    Silences silences;

    @Inject
    Clock clock;

    Frame around(String title, String tab) {
        return new Frame(
                title,
                publication.name(),
                publication.language(),
                tabs(),
                tab,
                editor(),
                Links.FRONT,
                Links.LOGOUT,
                silences.sentences(),
                Links.DESK_HEALTH);
    }

    private List<NavLink> tabs() {
        Stream<NavLink> everybodys = Stream.of(
                new NavLink(INBOX, messages.inbox(), Links.DESK),
                new NavLink(ARRIVALS, messages.arrivals(), Links.DESK_ARRIVALS),
                new NavLink(STORIES, messages.stories(), Links.DESK_STORIES),
                new NavLink(WRITE, messages.write(), Links.DESK_NEW_STORY),
                new NavLink(AGENCIES, agencyMessages.agencies(), Links.DESK_AGENCIES),
                new NavLink(HEALTH, healthMessages.health(), Links.DESK_HEALTH));
        Stream<NavLink> chiefs = visit.registered().orElseThrow().roles().contains(Role.CHIEF)
                ? Stream.of(new NavLink(POLICIES, policyMessages.policies(), Links.DESK_POLICIES))
                : Stream.empty();
        return Stream.concat(everybodys, chiefs).toList();
    }

    /** The name of the one who is at work. */
    String editor() {
        return accounts.find(visit.registered().orElseThrow().account()).orElseThrow().name;
    }

    /** The one who is at work, and what rank they have. */
    Colleague colleague() {
        Reader.Registered who = visit.registered().orElseThrow();
        boolean senior = who.roles().contains(Role.CHIEF) || who.roles().contains(Role.ADMIN);
        return new Colleague(who.account(), editor(), senior);
    }

    /** The moment in full. */
    Stamp stamp(Instant at) {
        return new Stamp(at.toString(), dates.minute(at));
    }

    /** The moment as short as a list needs it. */
    Stamp shortly(Instant at) {
        return new Stamp(at.toString(), dates.shortly(at, clock.instant()));
    }

    /** What an address that an action led to has to say; null for nothing. */
    Notice done(Done done) {
        return done == null
                ? null
                : Notice.done(
                        switch (done) {
                            case PUBLISHED -> messages.donePublished();
                            case CORRECTED -> messages.doneCorrected();
                            case KILLED -> messages.doneKilled();
                            case WITHHELD -> withdrawals.doneWithheld();
                            case RELEASE_ASKED -> withdrawals.doneReleaseAsked();
                            case RELEASED -> withdrawals.doneReleased();
                        });
    }

    /** The desk shows words that nobody outside may keep. */
    static Response page(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .entity(page.render())
                .build();
    }

    static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }

    static Response to(String address, Done done) {
        return to(address + "?done=" + done);
    }

    /** An action that has just been done, as it stands in the address. */
    enum Done {
        PUBLISHED,
        CORRECTED,
        KILLED,
        WITHHELD,
        RELEASE_ASKED,
        RELEASED
    }
}
