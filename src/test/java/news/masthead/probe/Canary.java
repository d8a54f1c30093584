package news.masthead.probe;

import java.util.Locale;
import java.util.Set;

/**
 * A story with words of its own behind the wall.
 *
 * @param words stand in every gated paragraph, caption, cell and list of it, and nowhere in its free part
 * @param etag of the page that a subscriber gets; empty for none
 */
record Canary(Wall wall, String path, Set<String> words, String etag) {

    /** What keeps strangers from it. */
    enum Wall {
        METERED,
        PREMIUM,
        /** It was killed: nobody reads it. */
        KILLED
    }

    Canary knownBy(String otherEtag) {
        return new Canary(wall, path, words, otherEtag);
    }

    String directory() {
        return path.substring(0, path.lastIndexOf('/'));
    }

    String file() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String section() {
        return path.split("/")[2];
    }

    String id() {
        return file().replaceAll("^.*-(\\d{12})_\\d+\\.html$", "$1");
    }

    /** One of its words, always the same. */
    String word() {
        return words.stream().sorted().findFirst().orElseThrow();
    }

    /** {@code pattern} with its own names in the places of {path}, {dir}, {file}, {section}, {id} and {word}. */
    String filledInto(String pattern) {
        return pattern.replace("{path}", path)
                .replace("{PATH}", path.toUpperCase(Locale.ROOT))
                .replace("{Path}", "/A" + path.substring(2))
                .replace("{tail}", path.substring(2))
                .replace("{dir}", directory())
                .replace("{file}", file())
                .replace("{section}", section())
                .replace("{id}", id())
                .replace("{word}", word());
    }

    @Override
    public String toString() {
        return wall + " " + path;
    }
}
