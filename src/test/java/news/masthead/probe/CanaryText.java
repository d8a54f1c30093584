package news.masthead.probe;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Gated words with a canary in every block of every kind that may stand behind a wall, and in what the paper strips.
 *
 * @param html as an editor would hand it in
 */
record CanaryText(String html, Set<String> words) {

    private static final String CONSONANTS = "bdfgkmprvz";
    private static final String VOWELS = "aeiou";
    private static final int SYLLABLES = 6;

    /**
     * @param seed another one, other words
     * @param paragraphs how many of them at its end
     */
    static CanaryText of(long seed, int paragraphs) {
        Words words = new Words(new Random(seed), new TreeSet<>());
        String html = "<p>%s opened <em>%s</em> the gated part %s.</p><h2>%s rising</h2>"
                        .formatted(words.next(), words.next(), words.next(), words.next())
                + "<ul><li>%s first</li><li>second %s</li></ul><ol><li>%s</li></ol>"
                        .formatted(words.next(), words.next(), words.next())
                + "<blockquote><p>%s, said the harbour master.</p></blockquote><pre>%s  12.5</pre>"
                        .formatted(words.next(), words.next())
                + "<table><thead><tr><th>%s</th></tr></thead><tbody><tr><td>%s</td><td>7</td></tr></tbody></table>"
                        .formatted(words.next(), words.next())
                + "<figure><img src=\"/x.png\" alt=\"%s\" title=\"%s\"><figcaption>Quay, %s</figcaption></figure>"
                        .formatted(words.next(), words.next(), words.next())
                + "<p>See <a href=\"https://port.example/%s\" title=\"%s\">%s</a>.</p><!-- %s -->"
                        .formatted(words.next(), words.next(), words.next(), words.next())
                + IntStream.range(0, paragraphs)
                        .mapToObj(number -> "<p>%s and so on, until %s.</p>".formatted(words.next(), words.next()))
                        .collect(Collectors.joining());
        return new CanaryText(html, Set.copyOf(words.made));
    }

    private record Words(Random random, Set<String> made) {

        String next() {
            String word = IntStream.range(0, SYLLABLES)
                    .mapToObj(syllable -> "" + one(CONSONANTS) + one(VOWELS))
                    .collect(Collectors.joining());
            made.add(word);
            return word;
        }

        private char one(String letters) {
            return letters.charAt(random.nextInt(letters.length()));
        }
    }
}
