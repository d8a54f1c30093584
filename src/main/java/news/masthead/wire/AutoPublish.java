package news.masthead.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import news.masthead.jobs.Outbox;
import news.masthead.story.AccessClass;
import news.masthead.story.Archive;
import news.masthead.story.Copy;
import news.masthead.story.Press;
import news.masthead.story.Provenance;
import news.masthead.story.Story;
import news.masthead.story.Words;
import news.masthead.wire.format.Take;
import news.masthead.wire.format.Verdict;
import news.masthead.wire.format.WireMessage;
import org.jboss.logging.Logger;

/**
 * Puts into the paper what an agency's profile lets in without an editor, by the agency's name and with its credit. Only an item's first arrival
 * and the end of its embargo lead here, so reading a file again never publishes anything.
 */
@ApplicationScoped
class AutoPublish {

    private static final Logger LOG = Logger.getLogger(AutoPublish.class);

    @Inject
    WireItems items;

    @Inject
    Agencies agencies;

    @Inject
    Proposals proposals;

    @Inject
    Inbox inbox;

    @Inject
    Archive archive;

    @Inject
    Press press;

    @Inject
    Outbox outbox;

    @Inject
    EmbargoEnds embargoEnds;

    @Inject
    Clock clock;

    /** Within the transaction, and under the lock, that brought the item to where it stands. */
    void consider(WireItem item) {
        Optional<Agency> agency = agencies.find(item.source)
                .filter(one -> isLetIn(item, one))
                .filter(one -> items.withhold(item.source, item.guid).isEmpty());
        if (agency.isEmpty()) {
            return;
        }
        Verdict verdict = Verdict.of(WireMessage.of(item.copy), clock.instant());
        if (verdict.action() == Verdict.Action.PUBLISHABLE
                && inbox.obstacle(item).isEmpty()) {
            proposals.of(item).ifPresent(proposal -> publish(item, proposal, agency.get()));
        } else if (verdict.action() == Verdict.Action.HOLD
                && verdict.why().stream().allMatch(reason -> reason.cause() == Verdict.Cause.EMBARGO)) {
            outbox.at(verdict.embargo().orElseThrow(), embargoEnds, Long.toString(item.id));
        }
    }

    private static boolean isLetIn(WireItem item, Agency agency) {
        return item.standing == WireItem.Standing.NEW
                && agency.publishing().automatic()
                && urgency(item) <= agency.publishing().leastUrgency()
                && Take.of(item.copy).kind() != Take.Kind.APPENDS;
    }

    /** What says nothing is the least urgent. */
    private static int urgency(WireItem item) {
        String urgency = item.copy.urgency();
        return urgency.matches("[1-9]") ? Integer.parseInt(urgency) : 9;
    }

    private void publish(WireItem item, Proposals.Proposal proposal, Agency agency) {
        if (item.story().isPresent()) {
            archive.story(item.story().get())
                    .filter(story -> isItsOwn(story, item))
                    .ifPresent(story -> update(item, story, copy(proposal, story.section, story.access, agency)));
            return;
        }
        AccessClass access = proposal.provenance().paid()
                ? AccessClass.FREE
                : agency.publishing().access();
        proposal.section()
                .filter(section -> agency.publishing().sections().isEmpty()
                        || agency.publishing().sections().contains(section))
                .map(section -> copy(proposal, section, access, agency))
                .filter(copy -> isFit(item, copy))
                .ifPresent(copy -> inbox.published(item.id, press.publish(copy, item.source)));
    }

    /** Nobody but its agency ever touched it, and it was made of this very item: a guess is for an editor. */
    private boolean isItsOwn(Story story, WireItem item) {
        return story.isPublished()
                && story.provenance()
                        .map(Provenance::guid)
                        .filter(item.guid::equals)
                        .isPresent()
                && archive.versionsOf(story.id).stream().allMatch(version -> version.editor.equals(item.source));
    }

    private void update(WireItem item, Story story, Copy copy) {
        if (!isFit(item, copy)) {
            return;
        }
        Optional<String> note =
                item.kind == WireItem.Kind.CORRECTED ? Optional.of(proposals.correctionNote(item)) : Optional.empty();
        press.correct(story.id, copy, note, item.source);
        inbox.published(item.id, story.id);
    }

    private boolean isFit(WireItem item, Copy copy) {
        List<String> problems = press.problemsOf(copy);
        if (!problems.isEmpty()) {
            item.stands(item.standing, "Not published by rule: " + String.join(" ", problems));
            LOG.warnf("Item %d of %s is not published by rule: %s", item.id, item.source, problems);
        }
        return problems.isEmpty();
    }

    private static Copy copy(Proposals.Proposal proposal, String section, AccessClass access, Agency agency) {
        int paragraphs = Words.paragraphs(String.join("\n", proposal.blocks()));
        int free = Math.clamp(agency.publishing().freeParagraphs(), 1, Math.max(1, paragraphs - 1));
        Words words = Words.cut(proposal.blocks(), free);
        return new Copy(
                proposal.headline(),
                "",
                section,
                access,
                words.opening(),
                words.rest(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(proposal.provenance()),
                Optional.empty());
    }
}
