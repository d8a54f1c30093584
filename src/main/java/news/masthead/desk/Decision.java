package news.masthead.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.masthead.story.AccessClass;
import news.masthead.story.Copy;
import news.masthead.story.Illustration;
import news.masthead.story.Provenance;
import news.masthead.story.Story;
import news.masthead.story.Words;

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
        Optional<Instant> firstPublished) {

    /**
     * What goes into the paper when these words do. Paid matter has no wall.
     *
     * @param blocks the words, as {@link Words#blocks} has them
     * @param known the story that they replace the words of; none for a new one
     */
    Copy copy(List<String> blocks, List<String> authors, Optional<Provenance> provenance, Optional<Story> known) {
        boolean paid = provenance.filter(Provenance::paid).isPresent();
        AccessClass open = paid ? AccessClass.FREE : access;
        Words words = Words.cut(blocks, freeParagraphs);
        return new Copy(
                headline,
                teaser,
                section,
                open,
                words.opening(),
                words.rest(),
                topics,
                authors,
                illustrationOf(known),
                provenance,
                firstPublished);
    }

    /** The picture that is decided about, else the one that the story has. */
    Optional<Illustration> illustrationOf(Optional<Story> known) {
        return illustration.or(() -> known.flatMap(Story::illustration));
    }
}
