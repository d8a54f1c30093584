package news.masthead.probe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the probe is let loose on.
 *
 * @param strangers may not read the canaries
 * @param entitled may; they go everywhere before the strangers come a second time
 * @param addresses of the running routes, in the order in which they are tried
 */
record Ground(List<Canary> stories, List<Visitor> strangers, List<Visitor> entitled, List<String> addresses) {

    /** Every canary word there is. */
    Set<String> words() {
        Set<String> words = new TreeSet<>();
        stories.forEach(story -> words.addAll(story.words()));
        return words;
    }

    Ground with(List<Canary> others) {
        return new Ground(others, strangers, entitled, addresses);
    }

    /**
     * The same, with the validators of the pages that the entitled get.
     *
     * @throws IllegalStateException if they do not find the words there either: then no silence would prove anything
     */
    Ground scouted(Door door) throws IOException {
        Oracle oracle = new Oracle(words());
        List<Canary> scouted = new ArrayList<>();
        for (Canary story : stories) {
            scouted.add(story.wall() == Canary.Wall.KILLED || entitled.isEmpty() ? story : seen(story, door, oracle));
        }
        return with(scouted);
    }

    private Canary seen(Canary story, Door door, Oracle oracle) throws IOException {
        Ask open = Ask.get(story.path()).withCookies(entitled.getFirst().cookies());
        Answer page = door.ask(open);
        if (oracle.wordsIn(page).stream().noneMatch(story.words()::contains)) {
            throw new IllegalStateException("Who may read " + story + " does not find its words: " + page.head());
        }
        return story.knownBy(page.header("ETag").orElse("\"none\""));
    }
}
