package news.masthead.wire.format;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A paid release as AsiaNet sends it: {@code Source:}, {@code MEDIA RELEASE} and its number, the headline down to a blank line, the dateline in a
 * paragraph of its own, the text. Its words are the sender's, down to the contacts.
 */
final class PressRelease {

    /** What the desk labels as paid matter. */
    static final String SIGNAL = "pressrelease";

    private static final Pattern START = Pattern.compile(
            "(?i)^\\s{0,20}source:? *(?<source>[^\\r\\n]{0,200}(?:\\R(?!media release)[^\\r\\n]{1,200}){0,3})\\Rmedia release:? *(?<number>[\\w-]{0,20})[^\\r\\n]{0,40}\\R");
    private static final Pattern PARTNER = Pattern.compile(
            "(?i)/ ?(?:newsvoir|prnewswire|pnn|vmpl|srv|atk|gprc|business ?wire|heylin spark|mediawire)\\b");
    private static final Pattern DISCLAIMED = Pattern.compile(
            "(?i)\\badvertorial disclaimer\\b|\\bpress release has been provided by\\b|\\bstory is provided by \\p{L}");

    private PressRelease() {}

    static boolean recognises(String text) {
        return START.matcher(text).find();
    }

    /** Whether an agency's own text says that somebody else paid for it. */
    static boolean isPaidFor(Draft story) {
        return PARTNER.matcher(story.credit).find()
                || story.blocks.stream()
                        .anyMatch(words -> DISCLAIMED.matcher(words).find());
    }

    static List<WireCopy> read(String text, Dialect dialect) {
        Draft draft = new Draft();
        Matcher start = START.matcher(text);
        start.find();
        draft.guid = start.group("number");
        draft.credit = start.group("source");
        draft.signals.add(SIGNAL);
        String rest = text.substring(start.end());
        List<List<String>> paragraphs = Lines.cut(rest);
        Blocks.refuseMoreThanAnyStoryHas(paragraphs.size());
        if (!paragraphs.isEmpty()) {
            draft.headline = Lines.joined(paragraphs.getFirst());
            paragraphs.stream().skip(1).map(Lines::joined).forEach(words -> paragraph(Draft.plain(words), draft));
        }
        return List.of(draft.done(dialect));
    }

    private static void paragraph(String words, Draft draft) {
        Optional<Dateline> dateline =
                draft.blocks.size() < 3 && draft.dateline.isEmpty() ? Dateline.ofPressRelease(words) : Optional.empty();
        dateline.ifPresent(found -> {
            draft.dateline = found.words();
            draft.location = found.place();
        });
        draft.blocks.add(Blocks.paragraph(words));
    }
}
