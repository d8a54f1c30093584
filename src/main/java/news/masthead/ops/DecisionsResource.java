package news.masthead.ops;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import news.masthead.identity.Reader;
import news.masthead.identity.Readers;
import news.masthead.identity.Role;
import news.masthead.ops.DecisionsPage.Answer;
import news.masthead.ops.DecisionsPage.Field;
import news.masthead.story.Archive;
import news.masthead.story.Story;
import news.masthead.values.Publication;
import news.masthead.values.Window;
import news.masthead.web.Links;

/**
 * "Why could this reader (not) read this story at that moment?" It is asked by POST, so that no address, and with it no log and no browser's
 * history, says who reads what.
 */
@Path(Links.OPS_DECISIONS)
@Blocking
@RolesAllowed({Role.BILLING, Role.ADMIN})
class DecisionsResource {

    @Inject
    DecisionAnswers answers;

    @Inject
    Readers readers;

    @Inject
    Archive archive;

    @Inject
    OpsFrames frames;

    @Inject
    Publication publication;

    @Inject
    OpsMessages messages;

    @Inject
    Clock clock;

    @GET
    public Response show() {
        return page(200, new Asking(DecisionFields.fresh(clock.instant(), publication.zone())).asTyped(), null);
    }

    @POST
    public Response ask(@BeanParam DecisionFields fields) {
        Asking asking = new Asking(fields);
        return asking.isFit()
                ? page(200, asking.asTyped(), asking.answer())
                : page(422, asking.withWhatIsWrong(), null);
    }

    private Response page(int status, DecisionsPage.Form form, Answer answer) {
        OpsFrame frame = frames.around(messages.decisions(), OpsFrames.DECISIONS);
        return OpsFrames.page(status, new DecisionsPage(frame, form, answer, answers.asked()));
    }

    /** What was typed, and what it means. */
    private final class Asking {

        private final DecisionFields fields;
        private final List<Reader> found;
        private final Optional<Story> story;
        private final Optional<Window> span;

        Asking(DecisionFields fields) {
            this.fields = fields;
            found = fields.who().isEmpty() ? List.of() : readers.called(fields.who());
            story = fields.storyId().flatMap(archive::story);
            span = fields.span(publication.zone()).filter(one -> !isYetToCome());
        }

        boolean isFit() {
            return found.size() == 1 && story.isPresent() && span.isPresent();
        }

        Answer answer() {
            return answers.answer(found.getFirst(), story.orElseThrow(), span.orElseThrow(), frames.account());
        }

        DecisionsPage.Form asTyped() {
            return form("", "", "", "");
        }

        DecisionsPage.Form withWhatIsWrong() {
            return form(
                    whoIsWrong(),
                    story.isPresent() ? "" : messages.noStory(),
                    momentIsWrong(),
                    fields.around().isPresent() ? "" : messages.noMinutes());
        }

        private DecisionsPage.Form form(String who, String aStory, String at, String minutes) {
            return new DecisionsPage.Form(
                    Links.OPS_DECISIONS,
                    new Field(fields.who(), who),
                    new Field(fields.story(), aStory),
                    new Field(fields.at(), at),
                    new Field(fields.minutes(), minutes),
                    publication.zone().toString());
        }

        private String whoIsWrong() {
            return switch (found.size()) {
                case 0 -> messages.nobody();
                case 1 -> "";
                default ->
                    messages.several(found.stream()
                            .map(Reader.Registered.class::cast)
                            .map(reader -> Long.toString(reader.account()))
                            .collect(Collectors.joining(", ")));
            };
        }

        private String momentIsWrong() {
            if (fields.moment(publication.zone()).isEmpty()) {
                return messages.noMoment();
            }
            return isYetToCome() ? messages.yetToCome() : "";
        }

        private boolean isYetToCome() {
            Instant now = clock.instant();
            return fields.moment(publication.zone()).filter(now::isBefore).isPresent();
        }
    }
}
