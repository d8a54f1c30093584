package news.masthead.wire.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/** A {@link WireCopy} in the making: every format fills in what it finds. */
final class Draft {

    static final int LONGEST_SIGN_OFF = 60;

    private static final String SENTENCE_ENDS = "\n\r.!?।\"'”’»)]";

    String type = "text";
    String guid = "";
    String family = "";
    String version = "";
    String number = "";
    String headline = "";
    String slugline = "";
    String byline = "";
    String credit = "";
    String dateline = "";
    String location = "";
    String language = "";
    String urgency = "";
    WireTime embargo = WireTime.NONE;
    PubStatus status = PubStatus.USABLE;
    String refersTo = "";
    List<String> blocks = new ArrayList<>();
    String signOff = "";
    String takeKey = "";
    List<String> edNotes = new ArrayList<>();
    List<String> signals = new ArrayList<>();
    WireTime firstCreated = WireTime.NONE;
    WireTime versionCreated = WireTime.NONE;
    WireTime expires = WireTime.NONE;
    List<String> rights = new ArrayList<>();
    List<WireCopy.Subject> subjects = new ArrayList<>();

    /** The finished copy of a text; a desk's sign-off that is still its last paragraph is taken off a story, never other words. */
    WireCopy done(Dialect dialect) {
        dialect.signOff().filter(any -> !type.equals("notice")).ifPresent(this::takeOff);
        return copy(dialect);
    }

    /**
     * The finished copy of a format that marks its paragraphs up. A sign-off stays the last of them; {@link WireCopy#story} leaves it out.
     */
    WireCopy marked(Dialect dialect) {
        List<String> all = List.copyOf(blocks);
        dialect.signOff().ifPresent(this::takeOff);
        blocks = new ArrayList<>(all);
        return copy(dialect);
    }

    private WireCopy copy(Dialect dialect) {
        return new WireCopy(
                type,
                plain(guid),
                plain(family),
                plain(version),
                plain(number),
                plain(headline),
                plain(slugline),
                plain(byline),
                plain(credit),
                plain(dateline),
                plain(location),
                language.isBlank() ? dialect.language() : plain(language),
                plain(urgency),
                embargo,
                status,
                plain(refersTo),
                blocks,
                plain(signOff),
                plain(takeKey),
                listed(edNotes),
                signals,
                firstCreated,
                versionCreated,
                expires,
                listed(rights),
                subjects.stream().map(MediaTopics::named).toList());
    }

    private static String listed(List<String> notes) {
        return notes.stream()
                .map(Draft::plain)
                .filter(note -> !note.isEmpty())
                .distinct()
                .collect(Collectors.joining(" | "));
    }

    /** A story's text without the sign-off that closes it: its last line, or what stands behind its last sentence. */
    String withoutSignOff(String text, Dialect dialect) {
        String words = text.stripTrailing();
        if (dialect.signOff().isEmpty() || type.equals("notice")) {
            return words;
        }
        Matcher tail = dialect.signOff().get().matcher(new Patience(words));
        tail.region(Math.max(0, words.length() - LONGEST_SIGN_OFF), words.length());
        while (tail.find()) {
            if (tail.end() == words.length() && isAfterSentence(words, tail.start())) {
                signOff = tail.group();
                return words.substring(0, tail.start()).stripTrailing();
            }
        }
        return words;
    }

    private static boolean isAfterSentence(String words, int from) {
        int before = from - 1;
        while (before >= 0 && (words.charAt(before) == ' ' || words.charAt(before) == '\t')) {
            before--;
        }
        return before < 0 || SENTENCE_ENDS.indexOf(words.charAt(before)) >= 0;
    }

    /** Of several embargoes the longest holds; one without an instant that we can read counts only where there is no other. */
    void holdUntil(WireTime time) {
        boolean later = embargo.at() == null || (time.at() != null && time.at().isAfter(embargo.at()));
        embargo = !embargo.isGiven() || (time.at() != null && later) ? time : embargo;
    }

    /** Text on one line: every run of white space, those of any script and stray byte order marks included, is one space. */
    static String plain(String text) {
        return text.replaceAll("[\\s\\p{Z}\\ufeff]+", " ").strip();
    }

    private void takeOff(Pattern pattern) {
        lastWords()
                .filter(words -> words.length() < LONGEST_SIGN_OFF)
                .map(words -> pattern.matcher(new Patience(words)))
                .filter(Matcher::matches)
                .ifPresent(found -> {
                    signOff = found.group();
                    blocks.removeLast();
                });
    }

    private Optional<String> lastWords() {
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(Jsoup.parseBodyFragment(blocks.getLast()).text());
    }
}
