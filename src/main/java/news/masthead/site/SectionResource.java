package news.masthead.site;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import news.masthead.identity.Visit;
import news.masthead.story.Archive;
import news.masthead.story.Story;
import news.masthead.values.Publication;
import news.masthead.web.Heading;
import news.masthead.web.Layout;
import news.masthead.web.Links;
import news.masthead.web.Viewer;

/** A section, newest story first, page by page. */
@Path("/section/{slug}")
@Blocking
class SectionResource {

    private static final int PAGE_SIZE = 20;
    private static final int LAST_PAGE = 10_000;

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

    @Context
    HttpServerRequest request;

    @GET
    @PermitAll
    public Response show(@PathParam("slug") String slug, @QueryParam("page") String page) {
        Publication.Section section = publication.section(slug).orElseThrow(NotFoundException::new);
        int number = numberOf(page);
        String path = Links.section(slug, number);
        Viewer viewer = viewers.of(visit.reader());
        Rendition rendition = renditions.answer(
                issue -> issue.page(path, new Variant.Open(viewer), () -> page(section, number, path, viewer)));
        return Answers.shared(Answers.page(rendition, Answers.ASK_EACH_TIME, request), viewer)
                .build();
    }

    private TemplateInstance page(Publication.Section section, int number, String path, Viewer viewer) {
        List<Story> stories = archive.newestOf(section.slug(), number, PAGE_SIZE);
        boolean more =
                !archive.newestOf(section.slug(), (number + 1) * PAGE_SIZE, 1).isEmpty();
        boolean leads = number == 0 && !stories.isEmpty();
        return new SectionPage(
                layout.around(new Heading(section.name(), "", path, true, section.slug()), viewer),
                section.name(),
                number + 1,
                leads ? teasers.of(stories.getFirst()) : null,
                teasers.of(leads ? stories.subList(1, stories.size()) : stories),
                number == 0 ? "" : Links.section(section.slug(), number - 1),
                more ? Links.section(section.slug(), number + 1) : "");
    }

    private static int numberOf(String page) {
        if (page == null) {
            return 0;
        }
        if (!page.matches("[1-9]\\d{0,3}")) {
            throw new NotFoundException();
        }
        return Math.min(Integer.parseInt(page), LAST_PAGE);
    }
}
