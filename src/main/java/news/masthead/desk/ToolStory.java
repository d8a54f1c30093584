package news.masthead.desk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import news.masthead.story.Words;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A story as an editor's tool sends it. */
@Schema(
        name = "Story",
        requiredProperties = {"headline", "section", "access", "body"},
        additionalProperties = Schema.False.class)
record ToolStory(
        @Schema(maxLength = 200) String headline,

        @Schema(description = "Slug of a section of the paper.", examples = "markets")
        String section,

        @Schema(enumeration = {"free", "metered", "premium"})
        String access,

        @Schema(maxLength = 600, description = "One or two plain sentences, which everybody may read.")
        String teaser,

        @Schema(
                description =
                        "HTML. What is not on the news allow-list is dropped; what stands in front of the wall is cut off by freeParagraphs.")
        String body,

        @Schema(
                description =
                        "Id of the agency whose own words these are. The credit line and the disclaimer that its contract demands"
                                + " stand beside them. Empty for the paper's own.",
                examples = "ians")
        String source,

        @Schema(
                minimum = "1",
                maximum = "20",
                description =
                        "Paragraphs in front of the wall. Left out: 2, or 1 where the story would have none behind it.")
        Integer freeParagraphs,

        @Schema(description = "Slugs of topics of the paper.")
        List<String> topics,

        @Schema(description = "Ids of authors of the paper.")
        List<String> authors,

        @Schema(description = "New stories only: the day a story of the archive came out, as 1997-03-02.")
        String firstPublished,

        @Schema(description = "Replaced stories only: what was wrong before. Readers see it as a correction.")
        String note) {

    private static final Set<String> ALWAYS =
            Set.of("headline", "section", "access", "teaser", "body", "source", "freeParagraphs", "topics", "authors");
    private static final int USUALLY_FREE = 2;

    /** The fields of a new story. */
    static Set<String> ofANewOne() {
        return with("firstPublished");
    }

    /** The fields of what replaces one. */
    static Set<String> ofAReplacement() {
        return with("note");
    }

    static ToolStory of(JsonFields sent) {
        String body = sent.text("body");
        return new ToolStory(
                sent.text("headline"),
                sent.text("section"),
                sent.text("access"),
                sent.text("teaser"),
                body,
                sent.text("source").strip(),
                sent.number("freeParagraphs").orElseGet(() -> usuallyFree(body)),
                sent.texts("topics"),
                sent.texts("authors"),
                sent.text("firstPublished"),
                sent.text("note"));
    }

    /** As if an editor had typed it. */
    StoryFields typed() {
        return new StoryFields(
                "0", headline, teaser, body, section, access, Integer.toString(freeParagraphs), topics, note);
    }

    OwnFields own() {
        return new OwnFields(authors, "", firstPublished, null, "", "", "");
    }

    private static int usuallyFree(String body) {
        return Math.clamp(Words.paragraphs(body) - 1, 1, USUALLY_FREE);
    }

    private static Set<String> with(String field) {
        Set<String> all = new LinkedHashSet<>(ALWAYS);
        all.add(field);
        return all;
    }
}
