package news.masthead.probe;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A row of the table of bypasses: how a wall is passed elsewhere, and the requests that try it here.
 *
 * @param id B1 to B51
 * @param sentence what is tried
 * @param kind routes of this kind belong to this row; nothing for rows that are about every page
 * @param filled the routes of that kind that this row tries; another one fails the build until it stands here
 * @param crowd who tries it
 */
record Technique(
        String id, String sentence, Pattern kind, Set<Pattern> filled, Crowd crowd, Function<Aim, Stream<Ask>> asks) {

    private static final Pattern NO_ROUTE = Pattern.compile("(?!)");

    /** Who tries a technique. */
    enum Crowd {
        /** Each request by another visitor in turn. */
        IN_TURN,
        EVERYBODY
    }

    /** What a technique is tried at: a story, and the addresses of the running routes that may show it. */
    record Aim(Canary story, List<String> addresses) {

        Ask open() {
            return Ask.get(story.path());
        }
    }

    static Technique row(String id, String sentence, Function<Aim, Stream<Ask>> asks) {
        return new Technique(id, sentence, NO_ROUTE, Set.of(), Crowd.IN_TURN, asks);
    }

    Technique byEverybody() {
        return new Technique(id, sentence, kind, filled, Crowd.EVERYBODY, asks);
    }

    /** This row answers for routes whose address has one of these words. */
    Technique forRoutes(String words) {
        Pattern pattern = Pattern.compile("(?i)(?<![a-z])(?:" + words + ")");
        return new Technique(id, sentence, pattern, filled, crowd, asks);
    }

    /** Of the routes of its kind it tries these. */
    Technique tries(String... routes) {
        Set<Pattern> tried = Stream.of(routes).map(Pattern::compile).collect(Collectors.toSet());
        return new Technique(id, sentence, kind, tried, crowd, asks);
    }

    /** Whether {@code route} belongs to this row and nobody filled it in. */
    boolean lacks(String route) {
        return kind.matcher(route).find()
                && filled.stream().noneMatch(one -> one.matcher(route).find());
    }

    @Override
    public String toString() {
        return id + " " + sentence;
    }
}
