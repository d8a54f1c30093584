package news.masthead.story;

import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import news.masthead.values.Window;

/** Every story of the paper since its first day, and the questions one may ask of them. Nothing here answers with gated words. */
@ApplicationScoped
public class Archive {

    private static final String IN_THE_PAPER = "status = ?1 and (lapsesAt is null or lapsesAt > ?2)";
    private static final Duration LONG = Duration.ofDays(1);
    private static final Sort NEWEST_FIRST = Sort.descending("publishedAt", "id");

    @Inject
    Story.Repository stories;

    @Inject
    EntityManager entities;

    @Inject
    Licences licences;

    @Inject
    Clock clock;

    /** What stands at {@code /article/{section}/{slug}-{id}_1.html}: the id alone decides, section and slug are decoration. */
    @Transactional
    public Finding at(String section, String slug, long id) {
        Story story = stories.findById(id);
        if (story == null) {
            return new Finding.Missing();
        }
        if (!story.isPublished()) {
            return new Finding.Gone(story.notice);
        }
        if (!story.section.equals(section) || !story.slug.equals(slug)) {
            return new Finding.Moved(story.section, story.slug, story.id);
        }
        return new Finding.Published(story, authorsOf(story), topicsOf(story), licenceOf(story));
    }

    /** Where a story stands, or its notice; none for one that never was. */
    @Transactional
    public Optional<Address> addressOf(long id) {
        List<Object[]> found = entities.createNativeQuery(
                        "select section, slug from story where id = :id", Object[].class)
                .setParameter("id", id)
                .getResultList();
        return found.stream()
                .map(row -> new Address((String) row[0], (String) row[1], id))
                .findFirst();
    }

    /** A story in or out of the paper, for the desk. */
    @Transactional
    public Optional<Story> story(long id) {
        return stories.findByIdOptional(id);
    }

    /** The story made from an agency's item, in the paper or out of it. */
    @Transactional
    public Optional<Story> storyOf(String source, String guid) {
        return stories.find("provenance.source = ?1 and provenance.guid = ?2", source, guid)
                .firstResultOptional();
    }

    /** Published stories of the whole paper, newest first, without those whose words lapsed. */
    @Transactional
    public List<Story> newest(int limit) {
        return stories.find(IN_THE_PAPER, NEWEST_FIRST, StoryStatus.PUBLISHED, clock.instant())
                .page(Page.ofSize(limit))
                .list();
    }

    /**
     * Published stories of a section, newest first, without those whose words lapsed.
     *
     * @param page from 0
     */
    @Transactional
    public List<Story> newestOf(String section, int page, int pageSize) {
        return stories.find(
                        IN_THE_PAPER + " and section = ?3",
                        NEWEST_FIRST,
                        StoryStatus.PUBLISHED,
                        clock.instant(),
                        section)
                .page(Page.of(page, pageSize))
                .list();
    }

    /**
     * Stories in and out of the paper by their last change, newest first, for the desk.
     *
     * @param page from 0
     */
    @Transactional
    public List<Story> lastChanged(int page, int pageSize) {
        return stories.findAll(Sort.descending("updatedAt", "id"))
                .page(Page.of(page, pageSize))
                .list();
    }

    /** The changes of one story, newest first. */
    @Transactional
    public List<StoryVersion> versionsOf(long id) {
        return entities.createQuery(
                        "from StoryVersion where id.story = :id order by id.version desc", StoryVersion.class)
                .setParameter("id", id)
                .getResultList();
    }

    @Transactional
    public List<Author> authors() {
        return entities.createQuery("from Author order by name", Author.class).getResultList();
    }

    @Transactional
    public List<Topic> topics() {
        return entities.createQuery("from Topic order by name", Topic.class).getResultList();
    }

    /** In the order of the byline. */
    @Transactional
    public List<Author> authorsOf(Story story) {
        return story.authors.stream()
                .map(id -> entities.find(Author.class, id))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The span around an instant in which no story's words lapse, so that what is shown may stay as it is. */
    @Transactional
    public Window betweenLapses(Instant now) {
        return new Window(
                lapse("select max(lapsesAt) from Story where lapsesAt <= :now", now)
                        .orElse(Instant.EPOCH),
                lapse("select min(lapsesAt) from Story where lapsesAt > :now", now)
                        .orElse(now.plus(LONG)));
    }

    private Optional<Instant> lapse(String question, Instant now) {
        return Optional.ofNullable(entities.createQuery(question, Instant.class)
                .setParameter("now", now)
                .getSingleResultOrNull());
    }

    /** A source whose contract nobody knows of grants nothing. */
    private Licence licenceOf(Story story) {
        return story.provenance()
                .map(from -> licences.of(from.source()).orElse(Licence.NONE))
                .orElse(Licence.OWN);
    }

    private List<Topic> topicsOf(Story story) {
        return story.topics.stream()
                .map(slug -> entities.find(Topic.class, slug))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The parts of a story's address. */
    public record Address(String section, String slug, long id) {}
}
