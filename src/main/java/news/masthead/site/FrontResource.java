package news.masthead.site;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import news.masthead.identity.Visit;
import news.masthead.story.Archive;
import news.masthead.story.Story;
import news.masthead.values.Publication;
import news.masthead.web.Heading;
import news.masthead.web.Layout;
import news.masthead.web.Links;
import news.masthead.web.Viewer;

/** The front page, of the last weeks' stories: the newest illustrated one leads, and none stands on it twice. */
@Path(Links.FRONT)
@Blocking
class FrontResource {

    private static final String OPINION = "opinion";
    private static final int NEWEST = 60;
    private static final Duration RECENT = Duration.ofDays(60);
    private static final int SECOND = 4;
    private static final int LATEST = 8;
    private static final int COLUMNS = 4;
    private static final int BLOCK = 4;

    @Inject
    Archive archive;

    @Inject
    Teasers teasers;

    @Inject
    Layout layout;

    @Inject
    Publication publication;

    @Inject
    Visit visit;

    @Inject
    Viewers viewers;

    @Inject
    Renditions renditions;

    @Inject
    Clock clock;

    @Context
    HttpServerRequest request;

    @GET
    @PermitAll
    public Response show() {
        Viewer viewer = viewers.of(visit.reader());
        Rendition page =
                renditions.answer(issue -> issue.page(Links.FRONT, new Variant.Open(viewer), () -> front(viewer)));
        return Answers.shared(Answers.page(page, Answers.ASK_EACH_TIME, request), viewer)
                .build();
    }

    private TemplateInstance front(Viewer viewer) {
        List<Story> newest = recent();
        List<Story> opinion = take(newest, COLUMNS, story -> story.section.equals(OPINION));
        Optional<Story> lead = take(newest, 1, story -> story.illustration().isPresent()).stream()
                .findFirst()
                .or(() -> take(newest, 1, story -> true).stream().findFirst());
        List<Story> second = take(newest, SECOND, story -> story.illustration().isPresent());
        List<Story> latest = take(newest, LATEST, story -> true);
        return new FrontPage(
                layout.around(new Heading(publication.name(), publication.tagline(), Links.FRONT, true, ""), viewer),
                lead.map(teasers::of).orElse(null),
                teasers.of(second),
                teasers.of(latest),
                teasers.of(opinion),
                blocks(newest));
    }

    /** A paper that has not appeared for long shows its last stories all the same. */
    private List<Story> recent() {
        List<Story> newest = archive.newest(NEWEST);
        Instant from = clock.instant().minus(RECENT);
        List<Story> recent =
                newest.stream().filter(story -> story.publishedAt.isAfter(from)).toList();
        return new ArrayList<>(recent.isEmpty() ? newest : recent);
    }

    private List<FrontPage.Block> blocks(List<Story> rest) {
        return publication.sections().stream()
                .filter(section -> !section.slug().equals(OPINION))
                .flatMap(section -> block(section, take(rest, BLOCK, story -> story.section.equals(section.slug()))))
                .toList();
    }

    private Stream<FrontPage.Block> block(Publication.Section section, List<Story> stories) {
        Optional<Story> first = stories.stream()
                .filter(story -> story.illustration().isPresent())
                .findFirst()
                .or(() -> stories.stream().findFirst());
        return first.stream()
                .map(one -> new FrontPage.Block(
                        section.name(),
                        Links.section(section.slug()),
                        teasers.of(one),
                        stories.stream()
                                .filter(other -> other != one)
                                .map(teasers::of)
                                .toList()));
    }

    /** Takes up to {@code most} stories out of {@code from}, in order. */
    private static List<Story> take(List<Story> from, int most, Predicate<Story> wanted) {
        List<Story> taken = from.stream().filter(wanted).limit(most).toList();
        from.removeAll(taken);
        return taken;
    }
}
