package news.masthead.desk;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.masthead.identity.Role;
import news.masthead.story.Archive;
import news.masthead.story.Illustration;
import news.masthead.story.Pictures;
import news.masthead.story.Provenance;
import news.masthead.story.Story;
import news.masthead.story.UnfitCopy;
import news.masthead.values.Publication;
import news.masthead.web.Links;
import news.masthead.web.Notice;

/** The stories of the paper by their last change, and the form for one of its own. */
@Path(Links.DESK_STORIES)
@Blocking
@RolesAllowed({Role.EDITOR, Role.CHIEF, Role.ADMIN})
class StoriesResource {

    private static final int PAGE_SIZE = 50;

    @Inject
    Archive archive;

    @Inject
    Newsroom newsroom;

    @Inject
    Pictures pictures;

    @Inject
    Publication publication;

    @Inject
    Forms forms;

    @Inject
    Frames frames;

    @Inject
    DeskMessages messages;

    @GET
    public Response list(@QueryParam("page") String page) {
        int number = PageNumber.of(page);
        List<Story> stories = archive.lastChanged(number, PAGE_SIZE);
        boolean more = !archive.lastChanged((number + 1) * PAGE_SIZE, 1).isEmpty();
        return Frames.page(
                200,
                new StoriesPage(
                        frames.around(messages.stories(), Frames.STORIES),
                        null,
                        stories.stream().map(this::row).toList(),
                        number == 0 ? "" : address(number - 1),
                        more ? address(number + 1) : ""));
    }

    @GET
    @Path("/new")
    public Response begin() {
        return Frames.page(200, page(null, StoryFields.fresh("", ""), OwnFields.none(), Map.of()));
    }

    @POST
    @Path("/new")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response write(@BeanParam StoryFields typed, @BeanParam OwnFields own) throws IOException {
        Map<String, String> problems = new HashMap<>(forms.problems(Forms.Kind.OWN, typed));
        problems.putAll(forms.problems(own));
        if (!problems.isEmpty()) {
            return Frames.page(422, page(messages.notPublished(), typed, own, problems));
        }
        try {
            Decision decision = forms.decision(typed, illustration(own), own.firstPublishedIn(publication.zone()));
            long story = newsroom.write(decision, own.authors(), own.dateline(), typed.body(), frames.editor());
            return Frames.to(Links.deskStory(story), Frames.Done.PUBLISHED);
        } catch (UnfitCopy unfit) {
            return Frames.page(422, page(unfit.getMessage(), typed, own, Map.of()));
        }
    }

    private Optional<Illustration> illustration(OwnFields own) throws IOException {
        if (!own.hasPicture()) {
            return Optional.empty();
        }
        String picture = pictures.add(Files.readAllBytes(own.picture().uploadedFile())).id;
        return Optional.of(new Illustration(picture, own.pictureAlt(), own.pictureCaption(), own.pictureCredit()));
    }

    private NewStoryPage page(String problem, StoryFields typed, OwnFields own, Map<String, String> problems) {
        return new NewStoryPage(
                frames.around(messages.write(), Frames.WRITE),
                problem == null ? null : Notice.problem(problem),
                forms.ownForm(Links.DESK_NEW_STORY, typed, own, problems));
    }

    private StoriesPage.Row row(Story story) {
        return new StoriesPage.Row(
                Links.deskStory(story.id),
                publication
                        .section(story.section)
                        .map(Publication.Section::name)
                        .orElse(story.section),
                story.headline,
                switch (story.access) {
                    case FREE -> messages.accessFree();
                    case METERED -> messages.accessMetered();
                    case PREMIUM -> messages.accessPremium();
                },
                story.provenance().map(Provenance::source).orElse("").toUpperCase(Locale.ROOT),
                frames.shortly(story.publishedAt),
                story.correction().isPresent(),
                Standings.of(story));
    }

    private static String address(int page) {
        return Links.DESK_STORIES + (page == 0 ? "" : "?page=" + page);
    }
}
