package news.masthead.probe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;

/**
 * Finds words behind the wall in an answer's head and body, however they are written there: compressed, escaped, encoded twice over, turned
 * round, cut by tags or by what no eye sees.
 */
final class Oracle {

    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\u\\{?([0-9A-Fa-f]{4})}?|\\\\x([0-9A-Fa-f]{2})|\\\\([0-9A-Fa-f]{4,6})[ ]?|[%=]([0-9A-Fa-f]{2})");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]+");

    /** Whole texts in other letters; whatever else is undone in them, they are not turned a second time. */
    private static final Set<Decoding> TURNED = EnumSet.of(Decoding.ROT13, Decoding.ROT47, Decoding.REVERSAL);

    private final Set<String> words;
    private final Map<ByteBuffer, Set<String>> seen = new ConcurrentHashMap<>();

    /**
     * @param words of small letters and figures only
     */
    Oracle(Set<String> words) {
        words.forEach(Oracle::checkWord);
        this.words = Set.copyOf(words);
    }

    /** The words that an answer gives away. */
    Set<String> wordsIn(Answer answer) throws IOException {
        Set<String> found = new TreeSet<>(wordsIn(answer.head().getBytes(StandardCharsets.ISO_8859_1)));
        found.addAll(wordsIn(answer.content()));
        return found;
    }

    /** The same bytes come again and again; they are looked into once. */
    Set<String> wordsIn(byte[] bytes) {
        return seen.computeIfAbsent(ByteBuffer.wrap(bytes), this::search);
    }

    private Set<String> search(ByteBuffer bytes) {
        Set<String> found = new TreeSet<>();
        views(new String(bytes.array(), StandardCharsets.ISO_8859_1)).forEach(view -> {
            String plain = squashed(view);
            String untagged = squashed(TAG.matcher(view).replaceAll(""));
            words.stream()
                    .filter(word -> plain.contains(word) || untagged.contains(word))
                    .forEach(found::add);
        });
        return found;
    }

    private static Stream<String> views(String text) {
        List<String> views = new ArrayList<>(List.of(text, unescaped(text), unescaped(unescaped(text))));
        for (String view : List.copyOf(views.subList(0, 2))) {
            for (Decoding first : Decoding.values()) {
                first.undone(view).forEach(once -> {
                    views.add(once);
                    views.add(unescaped(once));
                    secondly(first).forEach(second -> second.undone(once).forEach(views::add));
                });
            }
        }
        return views.stream();
    }

    private static Set<Decoding> secondly(Decoding first) {
        return TURNED.contains(first) ? EnumSet.complementOf(EnumSet.copyOf(TURNED)) : EnumSet.allOf(Decoding.class);
    }

    private static String unescaped(String text) {
        String entities = Parser.unescapeEntities(text, false);
        return ESCAPE.matcher(entities)
                .replaceAll(
                        escape -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code(escape), 16))));
    }

    private static String code(MatchResult escape) {
        return Stream.of(1, 2, 3, 4)
                .map(escape::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private static String squashed(String text) {
        return NO_LETTER.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    private static void checkWord(String word) {
        if (!word.matches("[a-z0-9]{8,}")) {
            throw new IllegalArgumentException(
                    "A canary is a word of at least 8 small letters or figures; \"" + word + "\" is not.");
        }
    }
}
