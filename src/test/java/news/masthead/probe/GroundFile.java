package news.masthead.probe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.masthead.probe.Canary.Wall;
import news.masthead.probe.Visitor.May;

/**
 * The ground of a site elsewhere, written down: a line each, empty ones and those that begin with a hash are notes.
 *
 * <pre>
 * premium /article/markets/a-story-126112600001_1.html vobezukitamo gadomirukeza
 * metered /article/markets/another-126112600002_1.html pimadovekuro
 * spend /article/markets/some-metered-story-126112600003_1.html
 * reader session=…
 * entitled session=…
 * </pre>
 *
 * Behind the walls stand the words: each of small letters or figures, eight or more, and nowhere else in the paper. {@code spend} names metered
 * stories, more than anybody has free, on which readers use their meters up; {@code reader} the cookies of somebody with an account and no
 * subscription; {@code entitled} those of a subscriber.
 */
record GroundFile(List<Canary> stories, List<String> spend, List<String> readers, List<Visitor> entitled) {

    /**
     * @throws IllegalArgumentException naming the line that is none of these
     */
    static GroundFile of(Stream<String> lines) {
        GroundFile file = new GroundFile(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        lines.map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(file::take);
        return file;
    }

    private void take(String line) {
        String[] parts = line.split("\\s+", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException("This line says too little: " + line);
        }
        switch (parts[0]) {
            case "premium", "metered", "killed" -> stories.add(story(parts[0], parts[1].split("\\s+")));
            case "spend" -> spend.add(parts[1]);
            case "reader" -> readers.add(parts[1]);
            case "entitled" -> entitled.add(new Visitor("entitled", parts[1], May.READ_EVERYTHING));
            default -> throw new IllegalArgumentException("A line begins with no known word: " + line);
        }
    }

    private static Canary story(String wall, String[] pathAndWords) {
        Set<String> words = Set.copyOf(List.of(pathAndWords).subList(1, pathAndWords.length));
        if (words.isEmpty()) {
            throw new IllegalArgumentException("No word stands behind the wall of " + pathAndWords[0]);
        }
        return new Canary(Wall.valueOf(wall.toUpperCase(Locale.ROOT)), pathAndWords[0], words, "\"none\"");
    }

    /**
     * The ground, its readers' meters used up.
     *
     * @param routes that are tried too
     */
    Ground ground(Collection<String> routes, Door door) throws IOException {
        List<Visitor> strangers = new ArrayList<>(List.of(Visitor.unknown()));
        strangers.addAll(UsedUp.reader("anonymous, used up", "", spend, door));
        for (String reader : readers) {
            strangers.addAll(UsedUp.reader("registered, used up", reader, spend, door));
        }
        Optional<Canary> first =
                stories.stream().filter(story -> story.wall() == Wall.PREMIUM).findFirst();
        List<String> addresses =
                first.map(story -> Addresses.of(routes, story, "0".repeat(64))).orElse(List.of());
        return new Ground(stories, strangers, entitled, addresses).scouted(door);
    }
}
