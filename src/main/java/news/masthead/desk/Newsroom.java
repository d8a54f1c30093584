package news.masthead.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.masthead.story.Archive;
import news.masthead.story.Body;
import news.masthead.story.Copy;
import news.masthead.story.Order;
import news.masthead.story.Press;
import news.masthead.story.Provenance;
import news.masthead.story.Story;
import news.masthead.story.UnfitCopy;
import news.masthead.story.Withdrawal;
import news.masthead.story.Withdrawals;
import news.masthead.story.Words;
import news.masthead.wire.Credits;
import news.masthead.wire.Inbox;
import news.masthead.wire.Proposals;
import news.masthead.wire.WireItem;
import org.jsoup.nodes.Entities;

/** What editors do. Each verb is one transaction; {@code editor} is the person's name, for the story's history. */
@ApplicationScoped
public class Newsroom {

    @Inject
    Inbox inbox;

    @Inject
    Proposals proposals;

    @Inject
    Credits credits;

    @Inject
    Updates updates;

    @Inject
    Press press;

    @Inject
    Archive archive;

    @Inject
    Withdrawals withdrawals;

    @Inject
    Body.Repository bodies;

    @Inject
    Clock clock;

    /**
     * Puts a wire item into the paper with its agency's credit; an update of a story that is in the paper replaces that story's words, and one
     * of a story that is withheld releases it. What staff wrote is never overwritten.
     *
     * @param note what was wrong before, if the update is a correction that readers are to see; none otherwise
     * @return id of the story
     * @throws UnfitCopy if the item may not be published, or something is missing
     */
    @Transactional
    public long publish(long item, Decision decision, Optional<String> note, String editor) {
        WireItem released = inbox.release(item);
        Proposals.Proposal proposal = proposals
                .of(released)
                .orElseThrow(
                        () -> new UnfitCopy(List.of("This agency is no longer configured, so its credit is unknown.")));
        Optional<Story> known = released.story().flatMap(archive::story);
        if (updates.wouldOverwrite(released)) {
            throw new UnfitCopy(List.of("Staff changed this story. Take the update paragraph by paragraph."));
        }
        Provenance made = credits.of(released, printed(decision, known, proposal.blocks()));
        Provenance provenance = known.flatMap(Story::provenance)
                .map(first -> made.ofItem(first.source(), first.guid()))
                .orElse(made);
        Copy copy = decision.copy(proposal.blocks(), List.of(), Optional.of(provenance), known);
        long story = known.map(one -> one.id).orElse(0L);
        if (known.filter(Story::isWithheld).isPresent()) {
            press.release(story, copy, note, editor);
        } else if (known.isPresent()) {
            press.correct(story, copy, note, editor);
        } else {
            story = press.publish(copy, editor);
        }
        inbox.published(item, story);
        return story;
    }

    /**
     * Puts the paper's own story into the paper.
     *
     * @param authors ids of known authors
     * @param dateline the place it was written at; may be empty
     * @param html its words
     * @return id of the story
     * @throws UnfitCopy if something is missing
     */
    @Transactional
    public long write(Decision decision, List<String> authors, String dateline, String html, String editor) {
        List<String> blocks = Words.blocks(html);
        if (!dateline.isBlank() && !blocks.isEmpty()) {
            blocks = new ArrayList<>(blocks);
            blocks.set(0, blocks.getFirst().replaceFirst("^<p>", "<p>" + escaped(dateline) + ": "));
        }
        return press.publish(decision.copy(blocks, authors, Optional.empty(), Optional.empty()), editor);
    }

    /**
     * Puts a story into the paper that an editor wrote of a file in quarantine, with its agency's credit.
     *
     * @param html its words
     * @return id of the story
     * @throws UnfitCopy if the file lies in quarantine no more, its agency's credit is unknown, or something is missing
     */
    @Transactional
    public long writeOf(long item, Decision decision, String html, String editor) {
        WireItem unread = inbox.releaseUnread(item);
        Provenance credit = credits.ofStaffCopy(unread)
                .orElseThrow(() -> new UnfitCopy(List.of("This agency is not configured, so its credit is unknown.")));
        Copy copy = decision.copy(Words.blocks(html), List.of(), Optional.of(credit), Optional.empty());
        long story = press.publish(copy, editor);
        inbox.published(item, story);
        return story;
    }

    /**
     * Replaces what is in the paper; with a note readers see it as a correction.
     *
     * @param version the one the editor had in front of them
     * @throws UnfitCopy if somebody changed the story in between, it was killed, or something is missing
     */
    @Transactional
    public void correct(long id, int version, Decision decision, String html, Optional<String> note, String editor) {
        Story story = press.hold(id).orElseThrow();
        if (story.version != version) {
            throw new UnfitCopy(
                    List.of("Somebody changed this story while you had it open. Open it again to see the change."));
        }
        List<String> blocks = Words.blocks(html);
        Credits.Printed printed = printed(decision, Optional.of(story), blocks);
        Optional<Provenance> provenance = story.provenance().map(known -> credits.ofChanged(id, known, printed));
        press.correct(id, decision.copy(blocks, story.authors, provenance, Optional.of(story)), note, editor);
    }

    /**
     * Takes a story out of the paper for good.
     *
     * @param notice what readers find at its address
     * @param reason kept in its history
     * @throws UnfitCopy if one of them is empty
     */
    @Transactional
    public void kill(long id, String notice, String reason, String editor) {
        if (notice.isBlank() || reason.isBlank()) {
            throw new UnfitCopy(List.of("A kill needs a notice to readers and a reason."));
        }
        press.kill(id, notice, reason, editor);
    }

    /**
     * Takes a story out of the paper until it is released.
     *
     * @param notice what readers find at its address
     * @param reason kept in its history
     * @throws UnfitCopy if one of them is empty
     */
    @Transactional
    public void withhold(long id, String notice, String reason, String editor) {
        if (notice.isBlank() || reason.isBlank()) {
            throw new UnfitCopy(List.of("To withhold a story needs a notice to readers and a reason."));
        }
        press.withhold(id, Order.ofEditor(notice, reason, editor, clock.instant()));
    }

    /** Asks for the release of a story that its agency withheld; a senior colleague has to agree. */
    @Transactional
    public void askForRelease(long id, String reason, Colleague who) {
        press.askForRelease(id, new Withdrawal.ReleaseWish(who.name(), who.account(), reason.strip()));
    }

    /**
     * Puts a withheld story back as it was.
     *
     * @throws UnfitCopy if it is not withheld, or this person alone may not release it
     */
    @Transactional
    public void release(long id, Colleague who) {
        Story story = archive.story(id).orElseThrow();
        Withdrawal withhold = withdrawals
                .lastOf(id)
                .filter(last -> story.isWithheld())
                .orElseThrow(() -> new UnfitCopy(List.of("This story is not withheld.")));
        if (!mayRelease(withhold, who)) {
            throw new UnfitCopy(List.of(
                    "What an agency withheld is released by a chief editor, when somebody else has asked for it."));
        }
        inbox.lift(id, who.name());
        press.release(id, who.name());
    }

    static boolean mayRelease(Withdrawal withhold, Colleague who) {
        return !withhold.byAgency
                || who.senior()
                        && withhold.releaseWish()
                                .filter(wish -> wish.account() != who.account())
                                .isPresent();
    }

    /** Everything a story says in the paper, in front of the wall and behind it, in safe HTML; empty for one that is out of the paper. */
    @Transactional
    public String wordsOf(Story story) {
        Body body = bodies.findById(story.id);
        return body == null ? "" : (story.opening + "\n" + body.html).strip();
    }

    private static Credits.Printed printed(Decision decision, Optional<Story> known, List<String> blocks) {
        return new Credits.Printed(
                decision.headline(),
                decision.teaser(),
                decision.illustrationOf(known).isPresent(),
                blocks);
    }

    private static String escaped(String text) {
        return Entities.escape(text.strip());
    }
}
