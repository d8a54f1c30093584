package news.masthead.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.masthead.story.AccessClass;
import news.masthead.story.Illustration;

/**
 * What an editor decides about a story beside its words.
 *
 * @param freeParagraphs how many paragraphs stand in front of the wall, or where one would stand
 * @param topics slugs of known topics
 * @param illustration none for no picture, or to keep the one it has
 * @param firstPublished none for now; an instant in the past for a story of the archive
 */
public record Decision(
        String headline,
        String teaser,
        String section,
        AccessClass access,
        int freeParagraphs,
        List<String> topics,
        Optional<Illustration> illustration,
        Optional<Instant> firstPublished) {}
