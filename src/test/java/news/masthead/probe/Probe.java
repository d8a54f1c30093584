package news.masthead.probe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.masthead.probe.Technique.Aim;
import news.masthead.probe.Technique.Crowd;

/**
 * Tries every technique at every canary story: first at a cold site, then once more after those who may read have been at all those addresses, so
 * that whatever keeps an answer has kept theirs. Knows a leak when it sees one.
 */
final class Probe {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "get", "head");

    private final Ground ground;
    private final Oracle oracle;
    private final List<List<Shot>> rounds;

    /**
     * @param words that nobody may get who may not read; those of the ground, and of what stood behind its walls before or will stand there
     */
    Probe(Ground ground, Set<String> words) {
        this.ground = ground;
        this.oracle = new Oracle(words);
        List<Shot> cold = shots(0);
        this.rounds = List.of(cold, visits(cold), shots(1));
    }

    /** What is asked, in rounds that must follow each other. The second time another visitor makes the same request. */
    List<List<Shot>> rounds() {
        return rounds;
    }

    /** The words that an answer gives to somebody who may not have them, or leaves about for others to find; none for a good answer. */
    Optional<String> alarm(Shot shot, Answer answer) {
        try {
            Set<String> words = new TreeSet<>(oracle.wordsIn(answer));
            words.removeIf(word -> shot.ask().target().contains(word));
            if (words.isEmpty()) {
                return Optional.empty();
            }
            if (shot.visitor().may() != Visitor.May.READ_EVERYTHING) {
                return Optional.of(shot + " gave away " + words + "\n" + answer.head());
            }
            return isForNobodyElse(answer)
                    ? Optional.empty()
                    : Optional.of(shot + " got words that may be kept by others:\n" + answer.head());
        } catch (IOException unreadable) {
            return Optional.of(shot + " got what cannot be looked into: " + unreadable.getMessage());
        }
    }

    private List<Shot> shots(int offset) {
        return Techniques.all().stream()
                .flatMap(technique -> ground.stories().stream().flatMap(story -> shots(technique, story, offset)))
                .toList();
    }

    private Stream<Shot> shots(Technique technique, Canary story, int offset) {
        List<String> addresses = isFirstPremium(story) ? ground.addresses() : List.of();
        List<Ask> asks = technique.asks().apply(new Aim(story, addresses)).toList();
        return IntStream.range(0, asks.size())
                .boxed()
                .flatMap(turn -> visitors(technique, story, asks.get(turn), turn + offset)
                        .map(visitor -> new Shot(technique.id(), story, visitor, signed(asks.get(turn), visitor))));
    }

    private boolean isFirstPremium(Canary story) {
        return ground.stories().stream()
                .filter(one -> one.wall() == Canary.Wall.PREMIUM)
                .findFirst()
                .filter(story::equals)
                .isPresent();
    }

    private Stream<Visitor> visitors(Technique technique, Canary story, Ask ask, int turn) {
        List<Visitor> fit = ground.strangers().stream()
                .filter(visitor -> isFit(visitor, story, ask))
                .toList();
        boolean all = technique.crowd() == Crowd.EVERYBODY;
        return all || fit.isEmpty() ? fit.stream() : Stream.of(fit.get(turn % fit.size()));
    }

    /** A used-up reader who loses the cookie is a new one, who may read; and nobody is to log out or to cancel on the way. */
    private static boolean isFit(Visitor visitor, Canary story, Ask ask) {
        boolean staysKnown = story.wall() != Canary.Wall.METERED
                || ask.cookies().isEmpty()
                || visitor.isAnonymous() && !ask.cookies().contains("reader");
        boolean changesNothing = visitor.isAnonymous()
                || SAFE.contains(ask.method())
                || ask.target().contains(story.path());
        return !visitor.mayRead(story) && staysKnown && changesNothing;
    }

    private static Ask signed(Ask ask, Visitor visitor) {
        Ask named = ask.header("User-Agent").isPresent() ? ask : ask.with("User-Agent", Asks.BROWSER);
        return visitor.cookies().isEmpty() ? named : named.withCookies(visitor.cookies());
    }

    private List<Shot> visits(List<Shot> cold) {
        List<Shot> visits = new ArrayList<>();
        Predicate<Shot> isAsked = shot -> SAFE.contains(shot.ask().method());
        for (Visitor visitor : ground.entitled()) {
            cold.stream()
                    .filter(isAsked)
                    .map(shot -> new Shot(
                            "visit", shot.story(), visitor, visit(shot.ask().target(), visitor)))
                    .distinct()
                    .forEach(visits::add);
        }
        return visits;
    }

    private static Ask visit(String target, Visitor visitor) {
        return signed(Ask.get(target), visitor);
    }

    private static boolean isForNobodyElse(Answer answer) {
        return answer.header("Cache-Control")
                .filter(says -> says.contains("no-store") && !says.contains("public"))
                .isPresent();
    }
}
