package news.masthead.wire.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * IPTC's subjects: the Media Topics that agencies code with today, and the Subject Codes that older formats carry and that Media Topics grew from.
 *
 * @see <a href="https://cv.iptc.org/newscodes/mediatopic/">Media Topics</a>
 */
public final class MediaTopics {

    private static final String SCHEME = "medtop:";
    private static final int LONGEST_LINEAGE = 10;

    /** Subject Codes, in IPTC's own scheme or in an agency's copy of it, as STT's {@code sttsubj:}. */
    private static final Pattern SUBJECT_CODE = Pattern.compile("(?:[a-z-]*subj[a-z-]*|iptc[a-z-]*):(\\d{8})");

    private static final Map<String, Topic> TOPICS = new HashMap<>();
    private static final Map<String, String> BY_SUBJECT_CODE = new HashMap<>();

    static {
        read();
    }

    /**
     * @param broader the topic above it; empty for one of the seventeen at the top
     */
    private record Topic(String broader, String name) {}

    private MediaTopics() {}

    /**
     * What a subject is, from the nearest to the broadest: the code itself, the Media Topic that a Subject Code became, and every topic above
     * it. A Subject Code that became none stands for the one above it. A code of another scheme is only itself.
     *
     * @param code with its scheme, as {@code medtop:20000344} or {@code subj:04015000}
     */
    static List<String> lineage(String code) {
        Stream<String> topics = Stream.iterate(
                topic(code), TOPICS::containsKey, topic -> TOPICS.get(topic).broader());
        return Stream.concat(Stream.of(code), topics.map(SCHEME::concat))
                .distinct()
                .toList();
    }

    /** All that the subjects are: first what they are coded with, then what those codes are in Media Topics, then the topics one step above. */
    public static Stream<String> nearestFirst(List<WireCopy.Subject> subjects) {
        List<List<String>> lineages =
                subjects.stream().map(subject -> lineage(subject.code())).toList();
        return IntStream.range(0, LONGEST_LINEAGE)
                .boxed()
                .flatMap(step -> lineages.stream()
                        .filter(lineage -> lineage.size() > step)
                        .map(lineage -> lineage.get(step)));
    }

    /** The subject with its English name, where it has none of its own. */
    static WireCopy.Subject named(WireCopy.Subject subject) {
        return subject.name().isEmpty() ? new WireCopy.Subject(subject.code(), name(subject.code())) : subject;
    }

    private static String name(String code) {
        return Optional.ofNullable(TOPICS.get(topic(code))).map(Topic::name).orElse("");
    }

    /** The number of the topic that a code names; empty for none. */
    private static String topic(String code) {
        if (code.startsWith(SCHEME)) {
            return code.substring(SCHEME.length());
        }
        Matcher legacy = SUBJECT_CODE.matcher(code);
        return legacy.matches()
                ? above(legacy.group(1))
                        .filter(BY_SUBJECT_CODE::containsKey)
                        .map(BY_SUBJECT_CODE::get)
                        .findFirst()
                        .orElse("")
                : "";
    }

    /** A Subject Code, its matter and its subject: of the eight digits two name the subject, three the matter, three the detail. */
    private static Stream<String> above(String number) {
        return Stream.of(number, number.substring(0, 5) + "000", number.substring(0, 2) + "000000");
    }

    private static void read() {
        try (InputStream file = MediaTopics.class.getResourceAsStream("/iptc/mediatopics.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(columns -> {
                        TOPICS.put(columns[0], new Topic(columns[1], columns[2]));
                        BY_SUBJECT_CODE.put(columns[3], columns[0]);
                    });
        } catch (IOException missing) {
            throw new UncheckedIOException("The Media Topics are not in the build.", missing);
        }
    }
}
