package news.masthead.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;

/** Where the words of a story go that must leave the paper: a table that no page reads. All of it within the transaction around a verb. */
@ApplicationScoped
class Seal {

    @Inject
    EntityManager entities;

    /** What stood in the paper when the story left it. */
    record Sealed(String teaser, String opening, String body, Illustration illustration) {}

    /** Takes the words of every version; those that are sealed already stay as they are. */
    void close(long story, Instant now) {
        entities.createNativeQuery("""
                        insert into sealed_words (story, version, headline, teaser, opening, body, sealed_at,
                                                  picture, picture_alt, picture_caption, picture_credit)
                        select v.story, v.version, v.headline, v.teaser, v.opening, v.body, :now,
                               s.picture, s.picture_alt, s.picture_caption, s.picture_credit
                        from story_version v left join story s on s.id = v.story and s.version = v.version
                        where v.story = :story
                        on conflict (story, version) do nothing""")
                .setParameter("now", now)
                .setParameter("story", story)
                .executeUpdate();
        onEvery("update story_version set teaser = '', opening = '', body = '' where story = :story", story);
        onEvery("delete from story_body where story = :story", story);
    }

    /** Puts the words of every version back; the newest sealed one is what stood in the paper. */
    Sealed open(long story) {
        Sealed newest = newest(story);
        onEvery("""
                update story_version v set teaser = w.teaser, opening = w.opening, body = w.body
                from sealed_words w where w.story = v.story and w.version = v.version and v.story = :story""", story);
        onEvery("delete from sealed_words where story = :story", story);
        return newest;
    }

    private Sealed newest(long story) {
        Tuple row = (Tuple) entities.createNativeQuery("""
                        select teaser, opening, body, picture, picture_alt, picture_caption, picture_credit
                        from sealed_words where story = :story order by version desc limit 1""", Tuple.class)
                .setParameter("story", story)
                .getSingleResult();
        Illustration illustration = row.get("picture", String.class) == null
                ? null
                : new Illustration(
                        row.get("picture", String.class),
                        row.get("picture_alt", String.class),
                        row.get("picture_caption", String.class),
                        row.get("picture_credit", String.class));
        return new Sealed(
                row.get("teaser", String.class),
                row.get("opening", String.class),
                row.get("body", String.class),
                illustration);
    }

    private void onEvery(String statement, long story) {
        entities.createNativeQuery(statement).setParameter("story", story).executeUpdate();
    }
}
