package news.masthead.doors;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The ways to write a path that one program takes for another path and the next one does not (research/security.md, B49). */
final class Spellings {

    private static final List<UnaryOperator<String>> ALL = List.of(
            // As it is, with something at its end
            path -> path + "/",
            path -> path + "//",
            path -> path + "/.",
            path -> path + "/x/..",
            path -> path + ";x",
            path -> path + ";x.css",
            path -> path + ";a=b;c=d",
            path -> path + ";/",
            path -> path + "%3b",
            path -> path + "%3Bx.css",
            path -> path + "%2f",
            path -> path + "%2F..%2Fassets",
            path -> path + "%5c",
            path -> path + "%00",
            path -> path + "%00.css",
            path -> path + "%20",
            path -> path + "%09",
            path -> path + "%0d%0a",
            path -> path + "%23",
            path -> path + "%3f",
            path -> path + ".css",
            path -> path + ".json",
            path -> path + "?x=/assets/css/base.css",
            path -> path + "#/assets",
            // With something before it
            path -> "/" + path,
            path -> "//" + path,
            path -> "/." + path,
            path -> "/;x" + path,
            path -> "/assets/.." + path,
            path -> "/assets/..;" + path,
            path -> "/assets/%2e%2e" + path,
            path -> "/assets/..%2f" + path.substring(1),
            path -> "/assets/%252e%252e" + path,
            path -> "/q/.." + path,
            path -> "/%2e" + path,
            path -> "\\" + path.substring(1),
            path -> "http://localhost" + path,
            path -> "http://localhost;x" + path,
            // With something within it
            path -> inside(path, "//"),
            path -> inside(path, "/./"),
            path -> inside(path, ";x=y/"),
            path -> inside(path, "%2f"),
            path -> inside(path, "%5c"),
            path -> inside(path, "\\"),
            Spellings::firstEncoded,
            Spellings::firstTwiceEncoded,
            path -> path.toUpperCase(Locale.ROOT),
            path -> "/" + path.substring(1, 2).toUpperCase(Locale.ROOT) + path.substring(2),
            path -> path.substring(0, 2) + "\t" + path.substring(2),
            path -> path.substring(0, 2) + "%e2%80%8b" + path.substring(2),
            path -> path.substring(0, 2) + "%c0%af" + path.substring(2));

    private Spellings() {}

    /** Every spelling of a path; never the path itself. */
    static Stream<String> of(String path) {
        return ALL.stream().map(spelling -> spelling.apply(path)).filter(other -> !other.equals(path));
    }

    static int count() {
        return ALL.size();
    }

    /** In the place of its last slash. */
    private static String inside(String path, String other) {
        int last = path.lastIndexOf('/');
        return last == 0
                ? other.startsWith("/") ? other + path.substring(1) : "/" + other + path.substring(1)
                : path.substring(0, last) + other + path.substring(last + 1);
    }

    private static String firstEncoded(String path) {
        return "/%" + Integer.toHexString(path.charAt(1)) + path.substring(2);
    }

    private static String firstTwiceEncoded(String path) {
        return "/%25" + Integer.toHexString(path.charAt(1)) + path.substring(2);
    }
}
