package news.masthead.probe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import news.masthead.probe.Canary.Wall;
import news.masthead.story.AccessClass;
import news.masthead.story.Archive;
import news.masthead.story.Copy;
import news.masthead.story.Illustration;
import news.masthead.story.Pictures;
import news.masthead.story.Press;
import news.masthead.story.Story;
import news.masthead.web.Links;

/** Puts canary stories into the paper, and other words behind their walls with nothing else changed. */
@ApplicationScoped
class CanaryPress {

    private static final String EDITOR = "Meera Joshi";

    @Inject
    Press press;

    @Inject
    Archive archive;

    @Inject
    Pictures pictures;

    @Inject
    EntityManager entities;

    /**
     * @param picture PNG, JPEG or WebP
     */
    Canary publish(Wall wall, long seed, CanaryText text, byte[] picture) {
        Story story = archive.story(press.publish(copy(wall, seed, text, pictures.add(picture).id), EDITOR))
                .orElseThrow();
        if (wall == Wall.KILLED) {
            press.kill(story.id, "This story has been withdrawn.", "the source was forged", EDITOR);
        }
        return new Canary(wall, Links.story(story.section, story.slug, story.id), text.words(), "\"none\"");
    }

    /** Puts these words behind the wall. The story says that it was published and changed when it was before: only the words are others. */
    @Transactional
    void rewrite(Canary canary, long seed, CanaryText text) {
        Story story = archive.story(Long.parseLong(canary.id())).orElseThrow();
        String picture = story.illustration().orElseThrow().picture();
        press.correct(story.id, copy(canary.wall(), seed, text, picture), Optional.empty(), EDITOR);
        entities.flush();
        entities.createQuery("update Story set updatedAt = publishedAt where id = :id")
                .setParameter("id", story.id)
                .executeUpdate();
    }

    private static Copy copy(Wall wall, long seed, CanaryText text, String picture) {
        return new Copy(
                "Canary of the harbour " + seed,
                "What the free part says.",
                "markets",
                wall == Wall.METERED ? AccessClass.METERED : AccessClass.PREMIUM,
                "<p>Mumbai: everybody may read this paragraph.</p>",
                text.html(),
                List.of(),
                List.of(),
                Optional.of(new Illustration(picture, "A quay", "The quay at dawn", "Port archive")),
                Optional.empty(),
                Optional.empty());
    }
}
