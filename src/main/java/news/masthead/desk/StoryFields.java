package news.masthead.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.masthead.story.AccessClass;
import news.masthead.story.Story;
import news.masthead.story.Words;
import org.jboss.resteasy.reactive.RestForm;

/** What an editor typed. Nothing else that a form sends is looked at; a field that is missing counts as empty. */
record StoryFields(
        @RestForm String version,
        @RestForm String headline,
        @RestForm String teaser,
        @RestForm String body,
        @RestForm String section,
        @RestForm String access,
        @RestForm String freeParagraphs,
        @RestForm("topic") List<String> topics,
        @RestForm String note) {

    private static final int USUALLY_FREE = 2;

    StoryFields {
        version = orEmpty(version);
        headline = orEmpty(headline);
        teaser = orEmpty(teaser);
        body = orEmpty(body);
        section = orEmpty(section);
        access = orEmpty(access).toLowerCase(Locale.ROOT);
        freeParagraphs = freeParagraphs == null ? Integer.toString(USUALLY_FREE) : freeParagraphs.strip();
        topics = topics == null ? List.of() : List.copyOf(topics);
        note = orEmpty(note);
    }

    static StoryFields fresh(String headline, String section) {
        return new StoryFields("0", headline, "", "", section, "", null, List.of(), "");
    }

    /** With words to begin with, and all else to be decided. */
    static StoryFields ofWords(String html) {
        return new StoryFields("0", "", "", html, "", "", null, List.of(), "");
    }

    /**
     * @param words all that it says in the paper, in HTML
     */
    static StoryFields of(Story story, String words) {
        return new StoryFields(
                Integer.toString(story.version),
                story.headline,
                story.teaser,
                words,
                story.section,
                story.access.name(),
                Integer.toString(Words.paragraphs(story.opening)),
                story.topics,
                "");
    }

    Optional<AccessClass> accessClass() {
        return List.of(AccessClass.values()).stream()
                .filter(one -> one.name().equalsIgnoreCase(access))
                .findFirst();
    }

    /** None for anything but a number from 1 to 20. */
    Optional<Integer> paragraphsInFront() {
        return freeParagraphs.matches("[1-9]|1\\d|20")
                ? Optional.of(Integer.valueOf(freeParagraphs))
                : Optional.empty();
    }

    /** The version the editor had in front of them; one that never was for anything but a number. */
    int versionSeen() {
        return version.matches("\\d{1,6}") ? Integer.parseInt(version) : -1;
    }

    Optional<String> correction() {
        return Optional.of(note).filter(words -> !words.isBlank());
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value;
    }
}
