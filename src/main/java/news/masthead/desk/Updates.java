package news.masthead.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.masthead.story.Archive;
import news.masthead.story.Copy;
import news.masthead.story.Press;
import news.masthead.story.Provenance;
import news.masthead.story.Story;
import news.masthead.story.UnfitCopy;
import news.masthead.story.Words;
import news.masthead.wire.Credits;
import news.masthead.wire.Inbox;
import news.masthead.wire.Proposals;
import news.masthead.wire.WireItem;

/**
 * Agencies' updates of stories that are in the paper: nothing of one goes in before an editor chose it. Headline, teaser, address, section and
 * access class stay the paper's.
 */
@ApplicationScoped
class Updates {

    @Inject
    Inbox inbox;

    @Inject
    Proposals proposals;

    @Inject
    Credits credits;

    @Inject
    Newsroom newsroom;

    @Inject
    Press press;

    @Inject
    Archive archive;

    /**
     * An update and its story as an editor sees them.
     *
     * @param version of the story
     */
    record Update(Story story, int version, Comparison comparison) {}

    /** None for an item that updates nothing in the paper, or cannot be published now. */
    @Transactional
    Optional<Update> of(WireItem item) {
        return inbox.obstacle(item).isPresent() ? Optional.empty() : compared(item);
    }

    /**
     * Puts the chosen places of an update into its story.
     *
     * @param item id of the update
     * @param version of the story that the editor had in front of them
     * @param chosen ids of places; none for all of them
     * @param note what readers are told was corrected; none for an update
     * @return id of the story
     * @throws UnfitCopy if somebody changed the story or took the update meanwhile, nothing is chosen, or it may not be published; then nothing
     *     has changed
     */
    @Transactional
    long take(long item, int version, Optional<Set<String>> chosen, Optional<String> note, String editor) {
        WireItem released = inbox.release(item);
        Update update = compared(released)
                .orElseThrow(() -> unfit("The story that this updates is not in the paper any more."));
        Set<String> places = chosen.orElse(update.comparison().ids());
        if (update.version() != version || !update.comparison().ids().containsAll(places)) {
            throw unfit(
                    "Somebody changed this story while you had the update open. Look at it again; your choice is kept"
                            + " where the paragraphs are still the same.");
        }
        if (places.isEmpty() && !update.comparison().isSame()) {
            throw unfit("Choose at least one paragraph, or put the update aside.");
        }
        press.correct(update.story().id, copy(released, update, places), note, editor);
        inbox.published(item, update.story().id);
        return update.story().id;
    }

    /** Whether an item, put into its story whole, would undo what staff wrote there. */
    @Transactional
    boolean wouldOverwrite(WireItem item) {
        return compared(item).filter(update -> update.comparison().isEdited()).isPresent();
    }

    private Optional<Update> compared(WireItem item) {
        return item.story()
                .flatMap(archive::story)
                .filter(Story::isPublished)
                .flatMap(story -> proposals
                        .of(item)
                        .map(proposal -> new Update(
                                story,
                                story.version,
                                Comparison.of(
                                        before(story),
                                        Words.blocks(newsroom.wordsOf(story)),
                                        clean(proposal.blocks())))));
    }

    /** What the agency had said in the version that the story was last made of. */
    private List<String> before(Story story) {
        return inbox.printedAs(story.id)
                .flatMap(proposals::of)
                .map(proposal -> clean(proposal.blocks()))
                .orElse(List.of());
    }

    private static List<String> clean(List<String> blocks) {
        return Words.blocks(String.join("\n", blocks));
    }

    private Copy copy(WireItem item, Update update, Set<String> places) {
        Story story = update.story();
        List<String> blocks = update.comparison().taking(new HashSet<>(places));
        Words words = Words.cut(blocks, Words.paragraphs(story.opening));
        return new Copy(
                story.headline,
                story.teaser,
                story.section,
                story.access,
                words.opening(),
                words.rest(),
                story.topics,
                story.authors,
                story.illustration(),
                Optional.of(provenance(item, story, blocks)),
                Optional.empty());
    }

    /** A story stays that of the item it was first made of. */
    private Provenance provenance(WireItem item, Story story, List<String> blocks) {
        Provenance made = credits.of(
                item,
                new Credits.Printed(
                        story.headline, story.teaser, story.illustration().isPresent(), blocks));
        return story.provenance()
                .map(first -> made.ofItem(first.source(), first.guid()))
                .orElse(made);
    }

    private static UnfitCopy unfit(String sentence) {
        return new UnfitCopy(List.of(sentence));
    }
}
