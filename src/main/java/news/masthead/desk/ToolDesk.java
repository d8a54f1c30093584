package news.masthead.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import news.masthead.desk.ToolAnswers.Before;
import news.masthead.desk.ToolAnswers.Request;
import news.masthead.story.Copy;
import news.masthead.story.Press;
import news.masthead.story.Provenance;
import news.masthead.story.Story;
import news.masthead.story.UnfitCopy;
import news.masthead.story.Words;
import news.masthead.web.Site;
import news.masthead.wire.Credits;

/** What editors' tools do, by the verbs and the rules of the desk. Each verb is one transaction, and does once what is asked for twice. */
@ApplicationScoped
class ToolDesk {

    @Inject
    Press press;

    @Inject
    Credits credits;

    @Inject
    ToolAnswers answers;

    @Inject
    Site site;

    @Inject
    ToolMessages messages;

    /** What became of a request. Only the first changed anything. */
    sealed interface Outcome {

        record Done(ToolAnswer answer) implements Outcome {}

        record OtherRequest() implements Outcome {}

        record UnknownStory() implements Outcome {}

        record OutOfThePaper() implements Outcome {}

        record Outdated(int version) implements Outcome {}
    }

    /** @throws UnfitCopy if it may not go into the paper */
    @Transactional
    Outcome publish(ToolStory story, Decision decision, Optional<Request> request) {
        return once(request, () -> {
            Optional<Provenance> credit = credit(story, "urn:uuid:" + UUID.randomUUID());
            Copy copy = decision.copy(Words.blocks(story.body()), story.authors(), credit, Optional.empty());
            long id = press.publish(copy, messages.who());
            return done(press.hold(id).orElseThrow());
        });
    }

    /**
     * Replaces the words of a story.
     *
     * @throws UnfitCopy if they may not go into the paper
     */
    @Transactional
    Outcome replace(long id, IfMatch seen, ToolStory words, Decision decision, Optional<Request> request) {
        return once(
                request,
                () -> press.hold(id)
                        .map(story -> replace(story, seen, words, decision))
                        .orElseGet(Outcome.UnknownStory::new));
    }

    /** Takes a story out of the paper for good; a second time changes nothing. */
    @Transactional
    Outcome kill(long id, String notice) {
        return press.hold(id)
                .<Outcome>map(story -> {
                    press.kill(id, notice.isBlank() ? messages.withdrawn() : notice, messages.killed(), messages.who());
                    return done(story);
                })
                .orElseGet(Outcome.UnknownStory::new);
    }

    private Outcome replace(Story story, IfMatch seen, ToolStory words, Decision decision) {
        if (!seen.allows(story.version)) {
            return new Outcome.Outdated(story.version);
        }
        if (!story.isPublished()) {
            return new Outcome.OutOfThePaper();
        }
        List<String> blocks = Words.blocks(words.body());
        Copy copy = decision.copy(blocks, words.authors(), credit(story, words, decision, blocks), Optional.of(story));
        press.correct(story.id, copy, words.typed().correction(), messages.who());
        return done(story);
    }

    /** What an item of its wire can be compared with is credited by what was done to it; else the tool's word is taken. */
    private Optional<Provenance> credit(Story story, ToolStory words, Decision decision, List<String> blocks) {
        Optional<Provenance> known = story.provenance();
        known.filter(from -> !from.source().equals(words.source())).ifPresent(from -> {
            throw new UnfitCopy(List.of(messages.otherSource(from.source())));
        });
        Credits.Printed printed = new Credits.Printed(
                decision.headline(), decision.teaser(), story.illustration().isPresent(), blocks);
        return known.flatMap(from -> credits.ofComparable(story.id, from, printed))
                .or(() -> credit(words, known.map(Provenance::guid).orElse("urn:uuid:" + UUID.randomUUID())));
    }

    private Optional<Provenance> credit(ToolStory story, String guid) {
        return Optional.of(story.source())
                .filter(source -> !source.isEmpty())
                .map(source -> credits.ofWordsBrought(source, guid)
                        .orElseThrow(() -> new UnfitCopy(List.of(messages.unknownSource(source)))));
    }

    private Outcome once(Optional<Request> request, Supplier<Outcome> work) {
        return request.map(asked -> once(asked, work)).orElseGet(work);
    }

    private Outcome once(Request request, Supplier<Outcome> work) {
        return switch (answers.before(request)) {
            case Before.Answered(ToolAnswer answer) -> new Outcome.Done(answer);
            case Before.OtherRequest() -> new Outcome.OtherRequest();
            case Before.Nothing() -> {
                Outcome outcome = work.get();
                if (outcome instanceof Outcome.Done(ToolAnswer answer)) {
                    answers.keep(request, answer);
                }
                yield outcome;
            }
        };
    }

    private Outcome done(Story story) {
        return new Outcome.Done(ToolAnswer.of(story, site));
    }
}
