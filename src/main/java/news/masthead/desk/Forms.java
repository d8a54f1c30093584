package news.masthead.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.masthead.story.Archive;
import news.masthead.story.Illustration;
import news.masthead.values.Publication;

/** Shows what an editor typed again, with what is wrong with it, and turns what is right into a {@link Decision}. */
@ApplicationScoped
class Forms {

    @Inject
    Publication publication;

    @Inject
    Archive archive;

    @Inject
    DeskMessages messages;

    @Inject
    Clock clock;

    /** The kinds of forms. */
    enum Kind {
        /** Of a wire item: the words are the agency's. */
        ITEM(false, false),
        /** Of a wire item that updates a story. */
        UPDATE(false, true),
        /** Of a story in the paper. */
        STORY(true, true),
        /** Of a story that is written of a file nobody could read. */
        BY_HAND(true, false),
        /** Of a story of the paper's own. */
        OWN(true, false);

        private final boolean words;
        private final boolean note;

        Kind(boolean words, boolean note) {
            this.words = words;
            this.note = note;
        }
    }

    /** What is wrong, by the name of the field. */
    Map<String, String> problems(Kind kind, StoryFields typed) {
        Map<String, String> problems = new HashMap<>();
        require(!typed.headline().isBlank(), "headline", messages.needsHeadline(), problems);
        require(publication.section(typed.section()).isPresent(), "section", messages.needsSection(), problems);
        require(typed.accessClass().isPresent(), "access", messages.needsAccess(), problems);
        require(typed.paragraphsInFront().isPresent(), "freeParagraphs", messages.needsFreeParagraphs(), problems);
        require(!kind.words || !typed.body().isBlank(), "body", messages.needsBody(), problems);
        return problems;
    }

    /** What is wrong with the rest of a story of the paper's own, by the name of the field. */
    Map<String, String> problems(OwnFields typed) {
        Map<String, String> problems = new HashMap<>();
        require(isInThePast(typed), "firstPublished", messages.needsPastDay(), problems);
        require(
                !typed.hasPicture() || !typed.pictureAlt().isBlank(),
                "pictureAlt",
                messages.needsPictureAlt(),
                problems);
        return problems;
    }

    /** Only for fields without problems. */
    Decision decision(StoryFields typed, Optional<Illustration> illustration, Optional<Instant> firstPublished) {
        return new Decision(
                typed.headline(),
                typed.teaser(),
                typed.section(),
                typed.accessClass().orElseThrow(),
                typed.paragraphsInFront().orElseThrow(),
                typed.topics(),
                illustration,
                firstPublished);
    }

    StoryForm form(Kind kind, String action, StoryFields typed, Map<String, String> problems) {
        return form(kind, action, typed, problems, null);
    }

    StoryForm ownForm(String action, StoryFields typed, OwnFields own, Map<String, String> problems) {
        return form(
                Kind.OWN,
                action,
                typed,
                problems,
                new StoryForm.Own(
                        choices(
                                archive.authors().stream()
                                        .map(author -> Map.entry(author.id, author.name))
                                        .toList(),
                                own.authors()),
                        field("dateline", own.dateline(), problems),
                        field("firstPublished", own.firstPublished(), problems),
                        field("picture", "", problems),
                        field("pictureAlt", own.pictureAlt(), problems),
                        field("pictureCaption", own.pictureCaption(), problems),
                        field("pictureCredit", own.pictureCredit(), problems)));
    }

    private StoryForm form(
            Kind kind, String action, StoryFields typed, Map<String, String> problems, StoryForm.Own own) {
        return new StoryForm(
                action,
                Math.max(0, typed.versionSeen()),
                field("headline", typed.headline(), problems),
                field("teaser", typed.teaser(), problems),
                kind.words ? field("body", typed.body(), problems) : null,
                choices(
                        publication.sections().stream()
                                .map(section -> Map.entry(section.slug(), section.name()))
                                .toList(),
                        List.of(typed.section())),
                problems.getOrDefault("section", ""),
                typed.access(),
                problems.getOrDefault("access", ""),
                field("freeParagraphs", typed.freeParagraphs(), problems),
                choices(
                        archive.topics().stream()
                                .map(topic -> Map.entry(topic.slug, topic.name))
                                .toList(),
                        typed.topics()),
                kind.note ? field("note", typed.note(), problems) : null,
                own);
    }

    private boolean isInThePast(OwnFields typed) {
        try {
            return typed.firstPublishedIn(publication.zone())
                    .filter(clock.instant()::isBefore)
                    .isEmpty();
        } catch (DateTimeException noDay) {
            return false;
        }
    }

    private static StoryForm.Field field(String name, String value, Map<String, String> problems) {
        return new StoryForm.Field(value, problems.getOrDefault(name, ""));
    }

    private static List<StoryForm.Choice> choices(List<Map.Entry<String, String>> all, List<String> chosen) {
        return all.stream()
                .map(one -> new StoryForm.Choice(one.getKey(), one.getValue(), chosen.contains(one.getKey())))
                .toList();
    }

    private static void require(boolean met, String field, String sentence, Map<String, String> problems) {
        if (!met) {
            problems.put(field, sentence);
        }
    }
}
