package news.masthead.site;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import news.masthead.access.Gate;
import news.masthead.access.Gifts;
import news.masthead.access.Granted;
import news.masthead.access.Reason;
import news.masthead.access.Sentences;
import news.masthead.story.AccessClass;
import news.masthead.story.Archive;
import news.masthead.story.Finding;
import news.masthead.story.Provenance;
import news.masthead.story.Story;
import news.masthead.values.Dates;
import news.masthead.values.Publication;
import news.masthead.web.Chrome;
import news.masthead.web.Heading;
import news.masthead.web.Layout;
import news.masthead.web.Links;
import news.masthead.web.NavLink;
import news.masthead.web.Stamp;
import news.masthead.web.Viewer;

/** The pages that stand at a story's address. */
@ApplicationScoped
class StoryPages {

    private static final int MORE = 4;
    private static final int LATEST = 6;

    @Inject
    Archive archive;

    @Inject
    Teasers teasers;

    @Inject
    Layout layout;

    @Inject
    LinkedData linkedData;

    @Inject
    Walls walls;

    @Inject
    Gate gate;

    @Inject
    Gifts gifts;

    @Inject
    Sentences sentences;

    @Inject
    Publication publication;

    @Inject
    Dates dates;

    TemplateInstance full(Finding.Published published, Granted granted, Viewer viewer) {
        Story story = published.story();
        return new ArticlePage(
                chrome(published, viewer),
                head(published),
                corrections(story),
                new RawString(story.opening),
                new RawString(granted.body()),
                story.provenance().map(Provenance::signOff).orElse(""),
                story.provenance().map(Provenance::disclaimer).orElse(""),
                published.topics().stream()
                        .map(topic -> NavLink.to(topic.name, ""))
                        .toList(),
                meterNote(story, granted, viewer),
                granted.ground() instanceof Granted.Entitled && gifts.offered() ? giving(story) : null,
                more(story));
    }

    WallPage wall(Finding.Published published, Variant.Wall wall) {
        Story story = published.story();
        return new WallPage(
                chrome(published, wall.viewer()),
                head(published),
                new RawString(story.opening),
                walls.of(wall, Teasers.link(story)),
                more(story));
    }

    /** Headline, day and credit, and why there is no more. */
    TemplateInstance lapsed(Finding.Published published, Viewer viewer) {
        Story story = published.story();
        Heading heading = new Heading(story.headline, "", Teasers.link(story), false, story.section);
        return new LapsedPage(
                layout.around(heading, viewer),
                NavLink.to(teasers.sectionName(story.section), Links.section(story.section)),
                story.headline,
                story.provenance().map(Provenance::creditLine).orElse(""),
                stamp(story.publishedAt),
                sentences.of(new Reason.Lapsed()),
                more(story));
    }

    TemplateInstance notice(String notice, Viewer viewer) {
        Chrome chrome = layout.around(Heading.unlisted(publication.name(), Links.FRONT), viewer);
        return new NoticePage(chrome, notice, teasers.of(archive.newest(LATEST)));
    }

    private Chrome chrome(Finding.Published published, Viewer viewer) {
        Story story = published.story();
        boolean indexed = published.licence().index();
        return layout.around(
                new Heading(story.headline, story.teaser, Teasers.link(story), indexed, story.section), viewer);
    }

    private StoryHead head(Finding.Published published) {
        Story story = published.story();
        Picture picture = teasers.picture(story);
        return new StoryHead(
                NavLink.to(teasers.sectionName(story.section), Links.section(story.section)),
                gate.accessOf(story) == AccessClass.PREMIUM,
                story.isPaid(),
                story.headline,
                story.teaser,
                published.authors().stream().map(author -> author.name).collect(Collectors.joining(", ")),
                story.provenance().map(Provenance::creditLine).orElse(""),
                stamp(story.publishedAt),
                story.updatedAt.equals(story.publishedAt) || story.version == 1 ? null : stamp(story.updatedAt),
                picture,
                linkedData.of(published, picture));
    }

    private List<ArticlePage.Correction> corrections(Story story) {
        return story.correction()
                .map(note -> List.of(
                        new ArticlePage.Correction(stamp(story.correctedAt().orElseThrow()), note)))
                .orElse(List.of());
    }

    private ArticlePage.MeterNote meterNote(Story story, Granted granted, Viewer viewer) {
        String path = Teasers.link(story);
        String login = viewer == Viewer.ANONYMOUS ? Links.login(path) : "";
        return switch (granted.ground()) {
            case Granted.Metered metered ->
                new ArticlePage.MeterNote(sentences.left(metered), login, Links.subscribe(path));
            case Granted.Gift gift -> new ArticlePage.MeterNote(sentences.ofGift(), login, Links.subscribe(path));
            case Granted.Free free -> null;
            case Granted.Safety safety -> null;
            case Granted.Entitled entitled -> null;
            case Granted.Staff staff -> null;
        };
    }

    private static ArticlePage.Giving giving(Story story) {
        return new ArticlePage.Giving(Links.GIFT, story.id.toString());
    }

    private List<Teaser> more(Story story) {
        return archive.newestOf(story.section, 0, MORE + 1).stream()
                .filter(other -> !other.id.equals(story.id))
                .limit(MORE)
                .map(teasers::of)
                .toList();
    }

    private Stamp stamp(Instant at) {
        return new Stamp(at.toString(), dates.minute(at));
    }
}
