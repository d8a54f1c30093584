package news.masthead.probe;

import static news.masthead.probe.Flaw.answers;
import static news.masthead.probe.Flaw.inAHeader;
import static news.masthead.probe.Flaw.of;
import static news.masthead.probe.Flaw.opens;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import news.masthead.probe.Flaw.Scene;
import org.jsoup.Jsoup;

/** Flaws that B17 to B29 live on: another form of the story, or a number that depends on it. */
final class FlawsOfForms {

    private FlawsOfForms() {}

    static List<Flaw> all() {
        return Stream.of(forms(), copies(), numbers()).flatMap(List::stream).toList();
    }

    private static List<Flaw> forms() {
        return List.of(
                opens("B17", "/amp in front", at("/amp/article/.*")),
                opens("B17", "?amp=1", at(".*[?&]amp=1")),
                opens("B17", "?outputType=amp", at(".*outputType=amp")),
                opens("B17", ".amp.html", at(".*\\.amp\\.html")),
                opens("B18", "?print=1", at(".*[?&]print=1")),
                opens("B18", "?page=all", at(".*[?&]page=all")),
                opens("B18", "?_fields=content", at(".*_fields=content")),
                opens("B19", ".json", at(".*\\.html\\.json")),
                opens("B19", ".txt", at(".*\\.html\\.txt")),
                opens("B19", "Accept: application/json", ask -> ask.says("Accept", "application/json")),
                opens("B19", "Accept: text/markdown", ask -> ask.says("Accept", "text/markdown")),
                answers("B19", "oEmbed", "/oembed.*", words -> "{\"html\":\"" + words + "\"}"),
                answers("B20", "/api/v1/articles", "/api/v1/articles/.*", words -> "{\"body\":\"" + words + "\"}"),
                answers("B20", "/wp-json", "/wp-json/.*", Disguise::escaped),
                answers("B20", "GraphQL", "/graphql.*", words -> words),
                answers("B20", "a script's data", "/_next/data/.*", words -> words),
                opens("B26", "the words in a picture's comment", at("/picture/.*")),
                opens("B27", "POST", ask -> ask.method().equals("POST")),
                opens("B27", "OPTIONS", ask -> ask.method().equals("OPTIONS")),
                opens("B27", "a small get", ask -> ask.method().equals("get")),
                opens("B27", "QUERY", ask -> ask.method().equals("QUERY")),
                opens("B27", "a range", ask -> ask.header("Range").isPresent()),
                opens("B27", "what is compressed", ask -> ask.says("Accept-Encoding", "gzip")),
                opens("B29", "?preview=true", at(".*preview=true")),
                opens("B29", "the desk's page", at("/preview/.*")),
                answers("B29", "an older version", "/revision/.*", words -> words));
    }

    private static List<Flaw> copies() {
        return List.of(
                answers(
                        "B21",
                        "RSS with all of it",
                        "/rss.xml",
                        words -> "<rss><description>" + words + "</description></rss>"),
                answers("B21", "a feed in JSON", "/feed.json", Disguise::escaped),
                answers(
                        "B21",
                        "llms-full.txt",
                        "/llms-full.txt",
                        words -> Jsoup.parse(words).text()),
                answers(
                        "B21",
                        "the map's keywords",
                        "/news-sitemap.xml",
                        words -> Jsoup.parse(words).select("h2").text()),
                answers(
                        "B22",
                        "a snippet of the search",
                        "/search.*",
                        words -> Jsoup.parse(words).select("p").text()),
                answers(
                        "B22",
                        "what else was found",
                        "/suggest.*",
                        words -> Jsoup.parse(words).select("h2").text()),
                answers(
                        "B22",
                        "that it was found",
                        "/tag/.*",
                        words -> Jsoup.parse(words).select("p").size() + " paragraphs"),
                answers("B23", "the newsletter's archive", "/newsletter/archive", words -> words),
                answers("B23", "?ref=email", ".*ref=email", words -> words),
                answers("B24", "the whole of what is read aloud", "/audio/\\d+\\.mp3", Disguise::base64),
                answers(
                        "B24",
                        "captions",
                        "/captions/.*",
                        words -> "WEBVTT\n" + Jsoup.parse(words).text()),
                answers("B25", "a page of the e-paper", "/epaper/.*\\.pdf", Disguise::gzipped));
    }

    private static List<Flaw> numbers() {
        return List.of(
                inAHeader(
                        "B28",
                        "the full page's ETag",
                        "ETag",
                        scene -> scene.full().header("ETag").orElse("")),
                inAHeader(
                        "B28",
                        "the number of words",
                        "X-Word-Count",
                        scene -> "" + scene.words().split(" ").length),
                inAHeader(
                        "B28",
                        "what the words hash to",
                        "Content-Digest",
                        scene -> "x=" + scene.words().hashCode()),
                inAHeader(
                        "B28",
                        "the length of the body",
                        "X-Length",
                        scene -> "" + scene.full().body().length),
                inAHeader(
                        "B7",
                        "the start of the words",
                        "X-Description",
                        scene -> Jsoup.parse(scene.words()).select("p").get(1).text()),
                Flaw.atTheEnd(
                        "B28", "minutes to read", words -> "<p>" + words.split("\\s+").length / 2 + " seconds</p>"),
                Flaw.atTheEnd(
                        "B28",
                        "how many paragraphs are missing",
                        words -> "<p>" + words.split("<p>").length + " more</p>"),
                Flaw.atTheEnd("B28", "as many blanks as words", words -> " ".repeat(words.length() / 100)),
                of(
                        "B28",
                        "HEAD tells the full length",
                        scene -> scene.ask().method().equals("HEAD") && scene.isLiving() && scene.isStranger()
                                ? scene.real()
                                        .with(
                                                "Content-Length",
                                                "" + scene.full().body().length)
                                : scene.real()),
                of("B28", "304 to whoever knows the full page's ETag", FlawsOfForms::notModified),
                of(
                        "B28",
                        "416 behind the end of the full page",
                        scene -> scene.isStranger()
                                        && scene.isLiving()
                                        && scene.ask().says("Range", "bytes=5000-")
                                ? scene.real()
                                        .with(
                                                "Content-Range",
                                                "bytes */" + scene.full().body().length)
                                : scene.real()));
    }

    private static Answer notModified(Scene scene) {
        boolean known = scene.ask().header("If-None-Match").equals(scene.full().header("ETag"));
        return scene.isStranger() && scene.isLiving() && known
                ? new Answer("HTTP/1.1 304 Not Modified", scene.real().headers(), new byte[0])
                : scene.real();
    }

    private static Predicate<Ask> at(String address) {
        return ask -> ask.target().matches(address);
    }
}
