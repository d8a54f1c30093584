package news.masthead.wire;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.masthead.story.AccessClass;
import news.masthead.story.Licence;
import news.masthead.wire.format.Dialect;
import news.masthead.wire.format.MediaTopics;
import news.masthead.wire.format.WireCopy;

/**
 * One agency's profile: its habits, and what its contract demands. Secrets are no part of it.
 *
 * @param id in addresses, folders and provenance: a-z, 0-9 and hyphens
 * @param name as readers know it, for example {@code Indus News Service}
 * @param creditLine stands under the headline of every story made of its copy
 * @param disclaimer at the foot of untouched copy; {@code {publication}} in it is the paper's name
 * @param senders mail addresses, or domains that open with an {@code @}, that its mail may come from; lower case
 * @param usualSilence the longest it is silent while all is well; none where nobody has to be alarmed
 */
public record Agency(
        String id,
        String name,
        Kind kind,
        Habits habits,
        String creditLine,
        Optional<String> disclaimer,
        Routing routing,
        Licence rights,
        Publishing publishing,
        Set<String> senders,
        Optional<Duration> usualSilence) {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** What sort of words it sends. */
    public enum Kind {
        NEWS,
        /** Paid matter: labelled, free for everybody, its links sponsored. */
        PRESS_RELEASE
    }

    /**
     * How to read its files.
     *
     * @param zone of the times that name none
     * @param charset of the bytes that name none and are no UTF-8; none for windows-1252
     * @param language BCP 47 tag of the items that name none; may be empty
     * @param datelineNames what it calls itself in a dateline's brackets, beside its id and its credit line
     * @param signOffs match the desk's mark at the very end of its texts
     */
    public record Habits(
            ZoneId zone,
            Optional<Charset> charset,
            String language,
            List<String> datelineNames,
            List<Pattern> signOffs) {

        public Habits {
            charset = charset == null ? Optional.empty() : charset;
            language = language == null ? "" : language;
            datelineNames = datelineNames == null ? List.of() : List.copyOf(datelineNames);
            signOffs = signOffs == null ? List.of() : List.copyOf(signOffs);
        }
    }

    /**
     * Where its stories belong.
     *
     * @param section slug of the section for what nothing else fits
     * @param sections slugs by a subject code ({@code medtop:20000344}) or a word of the slugline in lower case
     */
    public record Routing(Optional<String> section, Map<String, String> sections) {

        public Routing {
            section = section == null ? Optional.empty() : section;
            sections = sections == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(sections));
        }

        /** By the nearest of its subjects and the topics above them, else by a word of its slugline, else where all of the agency's copy goes. */
        Optional<String> sectionOf(WireCopy copy) {
            Stream<String> codes = MediaTopics.nearestFirst(copy.subjects());
            Stream<String> words =
                    Stream.of(copy.slugline().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
            return Stream.concat(codes, words)
                    .filter(sections::containsKey)
                    .map(sections::get)
                    .findFirst()
                    .or(() -> section);
        }
    }

    /**
     * What may go into the paper without an editor.
     *
     * @param automatic nothing does unless this is so
     * @param leastUrgency from 1, the most urgent, to 9; what is less urgent, or says nothing while this is below 9, waits for an editor
     * @param sections only what is routed to one of them; empty for all
     * @param access of what goes in so
     * @param freeParagraphs how many stand in front of the wall
     */
    public record Publishing(
            boolean automatic, int leastUrgency, Set<String> sections, AccessClass access, int freeParagraphs) {

        public Publishing {
            sections = sections == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(sections));
        }
    }

    /** Whether an agency may be called so in addresses. */
    public static boolean isId(String id) {
        return id != null
                && id.length() <= 40
                && !id.equals("new")
                && ID.matcher(id).matches();
    }

    public Agency {
        require(isId(id), "An agency's id is made of a-z, 0-9 and hyphens: " + id);
        require(name != null && !name.isBlank(), "The agency " + id + " has no name.");
        require(creditLine != null && !creditLine.isBlank(), "The agency " + id + " has no credit line.");
        disclaimer = disclaimer == null ? Optional.empty() : disclaimer.filter(words -> !words.isBlank());
        senders = senders == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(senders));
        usualSilence = usualSilence == null ? Optional.empty() : usualSilence;
    }

    /** How to read its files. */
    public Dialect dialect() {
        List<String> names = Stream.concat(Stream.of(id, creditLine), habits.datelineNames().stream())
                .distinct()
                .toList();
        return new Dialect(names, habits.zone(), habits.language(), signOff(), habits.charset());
    }

    /** Any of the sign-offs, as one pattern. */
    private Optional<Pattern> signOff() {
        return habits.signOffs().isEmpty()
                ? Optional.empty()
                : Optional.of(Pattern.compile(habits.signOffs().stream()
                        .map(pattern -> "(?:" + pattern.pattern() + ")")
                        .collect(Collectors.joining("|"))));
    }

    private static void require(boolean met, String sentence) {
        if (!met) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
