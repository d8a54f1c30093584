package news.masthead.probe;

import static news.masthead.probe.Asks.cookies;
import static news.masthead.probe.Asks.header;
import static news.masthead.probe.Asks.queries;
import static news.masthead.probe.Technique.row;

import java.util.List;
import java.util.stream.Stream;

/** B1 to B10: the words are in the page that everybody gets, and something hides them. The oracle reads what no eye sees. */
final class InThePage {

    private InThePage() {}

    static List<Technique> rows() {
        return List.of(
                row("B1", "The overlay, the blur or the cut by style is taken away", Asks::open)
                        .byEverybody(),
                row("B2", "The wall's script is blocked, or all scripts are", header("Sec-CH-Prefers-No-Script", "?1")),
                row("B3", "The body stands in the structured data (JSON-LD)", header("Accept", "application/ld+json")),
                row("B4", "The body stands in the page's state for a script", header("X-Nextjs-Data", "1")),
                row("B5", "The body is in an attribute, encoded by base64", Asks::open),
                row("B6", "The body is there, by ROT47 or enciphered with a key in the page", Asks::open),
                row("B7", "The body strays into comments, templates, descriptions, alt texts", Asks::open),
                row("B8", "The browser's store, where the meter would be, is emptied", cookies(Stream.of("ArcP={}"))),
                row(
                        "B9",
                        "Skip button, reader mode, print preview, source view",
                        queries("print=1|mode=reader"::contains)),
                row(
                        "B10",
                        "A flag in the browser says that this is a subscriber",
                        cookies(Lists.of("cookies").stream()
                                .filter(cookie -> !cookie.matches(".*(session|reader).*")))));
    }
}
