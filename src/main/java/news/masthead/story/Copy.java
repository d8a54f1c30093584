package news.masthead.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything an editor decides about a story. {@code opening} and {@code body} are HTML, the free part and the gated part; whatever is not on
 * the news allow-list ({@link SafeHtml}) is dropped from them. Paid matter is free for everybody, and its links say that they are paid for.
 *
 * @param section slug of a configured section
 * @param teaser one or two plain sentences for lists and under the headline
 * @param topics slugs of known topics
 * @param authors ids of known authors; empty for agency copy
 * @param illustration none for a story without a picture
 * @param provenance none for the paper's own copy
 * @param firstPublished none for now; an instant in the past for a story of the archive
 */
public record Copy(
        String headline,
        String teaser,
        String section,
        AccessClass access,
        String opening,
        String body,
        List<String> topics,
        List<String> authors,
        Optional<Illustration> illustration,
        Optional<Provenance> provenance,
        Optional<Instant> firstPublished) {

    private static final int LONGEST_HEADLINE = 200;
    private static final int LONGEST_TEASER = 600;

    public Copy {
        headline = headline == null ? "" : headline.strip();
        teaser = teaser == null ? "" : teaser.strip();
        boolean paid = provenance.filter(Provenance::paid).isPresent();
        access = paid ? AccessClass.FREE : access;
        opening = paid ? SafeHtml.sponsored(opening) : SafeHtml.of(opening);
        body = paid ? SafeHtml.sponsored(body) : SafeHtml.of(body);
        topics = List.copyOf(topics);
        authors = List.copyOf(authors);
    }

    /** What keeps this copy out of the paper, each a sentence for the editor; empty if nothing does. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        require(!headline.isEmpty(), "The headline is empty.", problems);
        require(headline.length() <= LONGEST_HEADLINE, "The headline is longer than 200 characters.", problems);
        require(teaser.length() <= LONGEST_TEASER, "The teaser is longer than 600 characters.", problems);
        require(!opening.isBlank(), "The free part of the story is empty.", problems);
        require(
                access == AccessClass.FREE || !body.isBlank(),
                "A metered or premium story needs words behind the wall: make fewer paragraphs free.",
                problems);
        require(
                provenance.isEmpty() || !provenance.get().creditLine().isBlank(),
                "The agency's credit line is missing; its profile must give one.",
                problems);
        return problems;
    }

    private static void require(boolean met, String sentence, List<String> problems) {
        if (!met) {
            problems.add(sentence);
        }
    }
}
