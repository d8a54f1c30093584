package news.masthead.probe;

import static news.masthead.probe.Flaw.answers;
import static news.masthead.probe.Flaw.atTheEnd;
import static news.masthead.probe.Flaw.inThePage;
import static news.masthead.probe.Flaw.opens;

import java.util.List;
import org.jsoup.Jsoup;

/** Flaws that B1 to B10 live on. */
final class FlawsInThePage {

    private FlawsInThePage() {}

    static List<Flaw> all() {
        return List.of(
                atTheEnd("B1", "text under an overlay", words -> "<div class=\"blur\" hidden>" + words + "</div>"),
                inThePage(
                        "B1",
                        "text cut by a style",
                        (page, words) ->
                                page.replace("class=\"wall\"", "class=\"cut\">" + words + "<section class=\"wall\"")),
                inThePage(
                        "B1",
                        "the last paragraph only",
                        (page, words) -> page.replace(
                                "</body>", Jsoup.parse(words).select("p").last().outerHtml() + "</body>")),
                inThePage(
                        "B1",
                        "one word more in the teaser",
                        (page, words) -> page.replace(
                                "everybody may read",
                                "everybody may read "
                                        + Jsoup.parse(words).select("h2").text())),
                atTheEnd("B2", "text for a script to show", words -> "<script>wall(`" + words + "`)</script>"),
                atTheEnd(
                        "B2",
                        "text as character codes",
                        words -> "<script>String.fromCharCode(" + Disguise.codes(words) + ")</script>"),
                atTheEnd(
                        "B3",
                        "JSON-LD articleBody",
                        words -> "<script type=\"application/ld+json\">{\"articleBody\":\"" + words + "\"}</script>"),
                atTheEnd(
                        "B3",
                        "JSON-LD text in escapes",
                        words -> "<script type=\"application/ld+json\">{\"text\":\"" + Disguise.escaped(words)
                                + "\"}</script>"),
                atTheEnd(
                        "B4",
                        "__NEXT_DATA__",
                        words -> "<script id=\"__NEXT_DATA__\">{\"htmlContent\":\"" + words + "\"}</script>"),
                atTheEnd(
                        "B4",
                        "Fusion.globalContent in per cents",
                        words -> "<script>Fusion.globalContent=decodeURIComponent(\""
                                + Disguise.escaped(words).replace("\\u00", "%") + "\")</script>"),
                atTheEnd(
                        "B5",
                        "base64 in an attribute",
                        words -> "<div data-content-src=\"" + Disguise.base64(words) + "\"></div>"),
                atTheEnd(
                        "B5",
                        "base64 behind 21 characters",
                        words -> "<div data-x=\"" + "q".repeat(21) + Disguise.base64(words) + "\"></div>"),
                atTheEnd("B5", "base64 of gzip", words -> "<!--" + Disguise.gzipped(words) + "-->"),
                atTheEnd("B5", "hexadecimal", words -> "<i data-h=\"" + Disguise.hexadecimal(words) + "\"></i>"),
                atTheEnd("B6", "ROT47 in a script", words -> "<script>" + Disguise.rot47(words) + "</script>"),
                atTheEnd("B6", "ROT13 in the page", words -> "<div>" + Disguise.rot13(words) + "</div>"),
                atTheEnd(
                        "B6",
                        "AES with the key beside it",
                        words -> "<p data-e=\"" + Disguise.enciphered(words) + "\">"),
                atTheEnd("B6", "bytes under a mask", words -> "<p data-m=\"" + Disguise.masked(words) + "\">"),
                atTheEnd("B6", "read backwards", words -> "<bdo dir=\"rtl\">" + Disguise.reversed(words) + "</bdo>"),
                atTheEnd("B7", "a comment", words -> "<!-- " + words + " -->"),
                atTheEnd("B7", "a template", words -> "<template>" + words + "</template>"),
                atTheEnd("B7", "noscript", words -> "<noscript>" + words + "</noscript>"),
                atTheEnd(
                        "B7",
                        "alt text",
                        words -> "<img alt=\"" + Jsoup.parse(words).text() + "\">"),
                atTheEnd("B7", "entities", words -> "<textarea>" + Disguise.entities(words) + "</textarea>"),
                atTheEnd("B7", "words cut by tags", Disguise::cutByTags),
                atTheEnd("B7", "words cut by what has no width", Disguise::withoutWidth),
                meta("description"),
                meta("og:description"),
                meta("twitter:description"),
                meta("news_keywords"),
                opens("B8", "the meter is the browser's", ask -> ask.cookies().contains("ArcP")),
                answers("B9", "the page for readers' mode", ".*mode=reader.*", words -> words),
                opens("B10", "cookie premium=1", ask -> ask.cookies().contains("premium=1")),
                opens("B10", "cookie isSubscriber", ask -> ask.cookies().contains("isSubscriber=true")),
                opens("B10", "cookie hasAccess", ask -> ask.cookies().contains("hasAccess=true")));
    }

    private static Flaw meta(String name) {
        return inThePage(
                "B7",
                "meta " + name,
                (page, words) -> page.replace(
                        "</head>",
                        "<meta name=\"" + name + "\" content=\""
                                + start(Jsoup.parse(words).text()) + "\"></head>"));
    }

    private static String start(String text) {
        return text.substring(0, Math.min(160, text.length()));
    }
}
