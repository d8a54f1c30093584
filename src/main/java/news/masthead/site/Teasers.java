package news.masthead.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import news.masthead.access.Gate;
import news.masthead.story.AccessClass;
import news.masthead.story.Archive;
import news.masthead.story.Pictures;
import news.masthead.story.Provenance;
import news.masthead.story.Story;
import news.masthead.values.Dates;
import news.masthead.values.Publication;
import news.masthead.web.Links;
import news.masthead.web.Stamp;

/** Turns stories into what lists and heads of pages show of them: never a word of a body. */
@ApplicationScoped
class Teasers {

    @Inject
    Archive archive;

    @Inject
    Pictures pictures;

    @Inject
    Gate gate;

    @Inject
    Publication publication;

    @Inject
    Dates dates;

    @Inject
    Clock clock;

    List<Teaser> of(List<Story> stories) {
        return stories.stream().map(this::of).toList();
    }

    Teaser of(Story story) {
        return new Teaser(
                link(story),
                sectionName(story.section),
                story.headline,
                story.teaser,
                byline(story),
                story.provenance().map(Provenance::creditLine).orElse(""),
                stamp(story.publishedAt),
                gate.accessOf(story) == AccessClass.PREMIUM,
                story.isPaid(),
                picture(story));
    }

    Stamp stamp(Instant at) {
        return new Stamp(at.toString(), dates.shortly(at, clock.instant()));
    }

    Picture picture(Story story) {
        return story.illustration()
                .flatMap(used -> pictures.size(used.picture())
                        .map(size -> new Picture(
                                Links.picture(used.picture()),
                                "",
                                size.width(),
                                size.height(),
                                used.alt(),
                                used.caption(),
                                used.credit())))
                .orElse(null);
    }

    String sectionName(String slug) {
        return publication.section(slug).map(Publication.Section::name).orElse("");
    }

    private String byline(Story story) {
        return archive.authorsOf(story).stream().map(author -> author.name).collect(Collectors.joining(", "));
    }

    static String link(Story story) {
        return Links.story(story.section, story.slug, story.id);
    }
}
