package news.masthead.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import news.masthead.values.Dates;
import news.masthead.values.Publication;

/**
 * The verbs that change the paper. Each is one transaction, keeps the version it made, and begins an edition ({@link Editions}); what takes a
 * story out has every {@link Surface} drop it. {@code editor} is the name of the person, or the id of the agency, that ordered the change.
 */
@ApplicationScoped
public class Press {

    @Inject
    Story.Repository stories;

    @Inject
    Body.Repository bodies;

    @Inject
    Withdrawal.Repository withdrawals;

    @Inject
    Seal seal;

    @Inject
    StoryId ids;

    @Inject
    EntityManager entities;

    @Inject
    Publication publication;

    @Inject
    Dates dates;

    @Inject
    Licences licences;

    @Inject
    Clock clock;

    @Inject
    Editions editions;

    /** A story that nobody else changes until the transaction around this call ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Story> hold(long id) {
        return Optional.ofNullable(stories.findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * Puts a new story into the paper.
     *
     * @return its id, 1yymmddNNNNN
     * @throws UnfitCopy if something is missing, or the wire item it comes from is in the paper already
     */
    @Transactional
    public long publish(Copy copy, String editor) {
        Instant now = clock.instant();
        List<String> problems = problemsOf(copy);
        if (copy.firstPublished().filter(now::isBefore).isPresent()) {
            problems.add("The date of first publication is in the future.");
        }
        copy.provenance()
                .flatMap(this::storyOf)
                .ifPresent(id -> problems.add("This wire item is in the paper already, as story " + id + "."));
        refuse(problems);
        Instant publishedAt = copy.firstPublished().orElse(now);
        Story story = new Story(ids.next(dates.dayOf(publishedAt)), copy, publishedAt);
        stories.persist(story);
        Body body = new Body(story.id, copy.body());
        bodies.persist(body);
        remember(story, body, editor, "Published");
        licences.date(story);
        editions.changed();
        return story.id;
    }

    /**
     * Replaces the published words; with a {@code note} readers see it with the time (a correction), without one it is an update.
     *
     * @throws UnfitCopy if something is missing or the story was killed or withheld
     */
    @Transactional
    public void correct(long id, Copy copy, Optional<String> note, String editor) {
        Story story = locked(id);
        List<String> problems = problemsOf(copy);
        if (story.isKilled()) {
            problems.add("This story was killed and cannot come back.");
        }
        if (story.isWithheld()) {
            problems.add("This story is withheld; it must be released first.");
        }
        refuse(problems);
        note.filter(words -> !words.isBlank())
                .ifPresentOrElse(
                        words -> story.correct(copy, words.strip(), clock.instant()),
                        () -> story.take(copy, clock.instant()));
        Body body = bodies.findById(id);
        body.html = copy.body();
        remember(
                story,
                body,
                editor,
                story.updatedAt.equals(story.correctedAt) ? "Corrected: " + story.correction : "Updated");
        licences.date(story);
        editions.changed();
    }

    /**
     * Takes a story out of the paper for good: no word of any version is left where a page could find it. A second kill changes nothing.
     *
     * @param notice what stands at its address from now on; neutral, for readers
     * @param reason kept in the story's history, for editors
     */
    @Transactional
    public void kill(long id, String notice, String reason, String editor) {
        kill(id, Order.ofEditor(notice, reason, editor, clock.instant()));
    }

    /** As {@link #kill(long, String, String, String)}, also of a story that is withheld. */
    @Transactional
    public void kill(long id, Order order) {
        Story story = locked(id);
        if (!story.isKilled()) {
            seal.close(id, clock.instant());
            story.kill(order.notice(), clock.instant());
            withdrawn(story, Withdrawal.Kind.KILL, order);
            editions.withdrew();
        }
    }

    /** Takes a story out of the paper as a kill does, until it is released; changes nothing of one that is out already. */
    @Transactional
    public void withhold(long id, Order order) {
        Story story = locked(id);
        if (story.isPublished()) {
            seal.close(id, clock.instant());
            story.withhold(order.notice(), clock.instant());
            withdrawn(story, Withdrawal.Kind.WITHHOLD, order);
            editions.withdrew();
        }
    }

    /** Notes that somebody wants a withheld story back in the paper, which somebody else must agree to. */
    @Transactional
    public void askForRelease(long id, Withdrawal.ReleaseWish wish) {
        locked(id);
        withdrawals.openOf(id).ifPresent(withhold -> withhold.ask(wish));
    }

    /**
     * Puts a withheld story back, word for word.
     *
     * @throws UnfitCopy if it is not withheld
     */
    @Transactional
    public void release(long id, String editor) {
        Story story = locked(id);
        Seal.Sealed sealed = unsealed(story, editor);
        story.release(sealed, clock.instant());
        Body body = new Body(id, sealed.body());
        bodies.persist(body);
        remember(story, body, editor, "Released");
        editions.changed();
    }

    /**
     * Puts a withheld story back with other words.
     *
     * @throws UnfitCopy if something is missing or it is not withheld
     */
    @Transactional
    public void release(long id, Copy copy, Optional<String> note, String editor) {
        refuse(problemsOf(copy));
        Story story = locked(id);
        story.release(unsealed(story, editor), clock.instant());
        bodies.persist(new Body(id, copy.body()));
        correct(id, copy, note, editor);
        editions.changed();
    }

    @Transactional
    public Author enlist(String id, String name, String bio) {
        return entities.merge(new Author(id, name, bio));
    }

    @Transactional
    public Topic open(String slug, String name) {
        return entities.merge(new Topic(slug, name));
    }

    private Optional<Long> storyOf(Provenance wire) {
        return stories.find("provenance.source = ?1 and provenance.guid = ?2", wire.source(), wire.guid())
                .firstResultOptional()
                .map(story -> story.id);
    }

    private Story locked(long id) {
        return hold(id).orElseThrow(() -> new NoSuchElementException("No story " + id));
    }

    /** What keeps {@code copy} out of the paper, each a sentence for the editor; empty if nothing does. */
    @Transactional
    public List<String> problemsOf(Copy copy) {
        List<String> problems = new ArrayList<>(copy.problems());
        if (publication.section(copy.section()).isEmpty()) {
            problems.add("There is no section \"" + copy.section() + "\".");
        }
        copy.provenance().flatMap(from -> licences.obstacle(from.source())).ifPresent(problems::add);
        copy.authors().stream()
                .filter(author -> entities.find(Author.class, author) == null)
                .forEach(author -> problems.add("There is no author \"" + author + "\"."));
        copy.topics().stream()
                .filter(topic -> entities.find(Topic.class, topic) == null)
                .forEach(topic -> problems.add("There is no topic \"" + topic + "\"."));
        return problems;
    }

    private static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new UnfitCopy(problems);
        }
    }

    private void remember(Story story, Body body, String editor, String change) {
        entities.persist(new StoryVersion(story, body.html, editor, change));
    }

    private void withdrawn(Story story, Withdrawal.Kind kind, Order order) {
        entities.flush();
        String done = kind == Withdrawal.Kind.KILL ? "Killed: " : "Withheld: ";
        remember(story, new Body(story.id, ""), order.by(), done + order.reason());
        withdrawals.persist(new Withdrawal(story.id, kind, order));
    }

    private Seal.Sealed unsealed(Story story, String editor) {
        if (!story.isWithheld()) {
            throw new UnfitCopy(List.of("This story is not withheld."));
        }
        withdrawals.openOf(story.id).orElseThrow().lift(editor, clock.instant());
        return seal.open(story.id);
    }
}
