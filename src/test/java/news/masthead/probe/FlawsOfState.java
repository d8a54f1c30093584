package news.masthead.probe;

import static news.masthead.probe.Flaw.answers;
import static news.masthead.probe.Flaw.inAHeader;
import static news.masthead.probe.Flaw.of;
import static news.masthead.probe.Flaw.opens;
import static news.masthead.probe.Flaw.opensFor;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import news.masthead.probe.Flaw.Scene;
import news.masthead.probe.Flaw.Wrong;
import org.jsoup.Jsoup;

/** Flaws that B30 to B51 live on: what is remembered, for whom, and what stands beside the page. */
final class FlawsOfState {

    private FlawsOfState() {}

    static List<Flaw> all() {
        return Stream.of(caches(), states(), doors()).flatMap(List::stream).toList();
    }

    private static List<Flaw> caches() {
        return List.of(
                new Flaw("B30", "a cache that overlooks cookies", () -> cacheOf(ask -> true)),
                new Flaw(
                        "B30",
                        "a cache of style sheets, and a page that takes any suffix",
                        () -> cacheOf(ends("/x\\.css"))),
                new Flaw("B30", "the same with a semicolon", () -> cacheOf(ends(";x\\.css"))),
                new Flaw("B30", "the same with an encoded slash", () -> cacheOf(ends("%2fx\\.css"))),
                of("B31", "a granted page that may be kept", FlawsOfState::forKeeping),
                opens("B31", "a request for what is kept", ask -> ask.says("Cache-Control", "only-if-cached")),
                opens("B32", "the archive", ask -> ask.says("User-Agent", "archive")),
                opens("B33", "a proxy that says so", ask -> ask.says("Via", "12ft")),
                opens("B34", "a browser without a window", ask -> ask.says("User-Agent", "headless")),
                opens("B35", "a machine that learns", ask -> ask.says("User-Agent", "gptbot")),
                opens("B35", "another one", ask -> ask.says("User-Agent", "ccbot")));
    }

    private static List<Flaw> states() {
        return List.of(
                opens("B36", "the cookie of the meter emptied", cookie("reader=;?")),
                opensFor(
                        "B37",
                        "the meter forgets",
                        scene -> scene.isWall() && scene.shot().visitor().name().equals("anonymous, used up")),
                opens("B38", "a token without a signature", cookie("eyJhbGciOiJub25lIn0")),
                opens("B38", "any session", cookie("session=A{43}")),
                opens("B38", "a quote in a session", cookie("' or '")),
                new Flaw("B39", "one tab in ten at the same story", FlawsOfState::everyTenth),
                opens("B40", "the browser's month", cookie("month=2026-12")),
                opens("B40", "the browser's clock", ask -> ask.header("Date").isPresent()),
                opens("B41", "prefetch", ask -> ask.says("Sec-Purpose", "prefetch")),
                opens("B41", "the old name of prefetch", ask -> ask.says("X-Moz", "prefetch")),
                opens("B41", "no document", ask -> ask.says("Sec-Fetch-Dest", "iframe")),
                opens("B42", "any gift", at(".*[?&]gift=.*")),
                opens("B42", "any code", at(".*unlocked_article_code.*")),
                opens("B43", "any token", at(".*[?&]token=0+")),
                opens("B44", "a trial for the asking", at("/trial")),
                opensFor("B45", "a session after the log-out", by("logged out")),
                opensFor("B46", "a plan that ended", by("expired.*")),
                opensFor("B47", "anybody with an account", by("registered.*")));
    }

    private static List<Flaw> doors() {
        return List.of(
                answers("B48", "a fragment by its number", "/fragment/\\d+", words -> words),
                opens(
                        "B48",
                        "unlocking by POST",
                        ask -> ask.target().equals("/unlock") && ask.body().contains("story=")),
                answers("B48", "an export", "/export/.*", words -> words),
                opens("B49", "two slashes", at("//article/.*")),
                opens("B49", "a dot", at(".*/\\./.*")),
                opens("B49", "a parameter of the path", at(".*\\.html;x")),
                opens("B49", "an encoded semicolon", at(".*\\.html%3b")),
                opens("B49", "an encoded slash", at("/article/[a-z]+%2f.*")),
                opens("B49", "an encoded nothing", at(".*\\.html%00")),
                opens("B49", "capitals", at("/ARTICLE/.*")),
                opens("B49", "a slash at the end", at(".*\\.html/")),
                of(
                        "B50",
                        "a page that is not found tells of the story",
                        scene -> scene.isStranger()
                                        && scene.isLiving()
                                        && scene.real().status() == 404
                                ? scene.real().saying(scene.words().getBytes(StandardCharsets.UTF_8))
                                : scene.real()),
                of(
                        "B50",
                        "an error shows what it worked on",
                        scene -> scene.isStranger()
                                        && scene.isLiving()
                                        && scene.real().status() == 400
                                ? scene.saying("at Body.html = " + scene.words())
                                : scene.real()),
                answers("B51", "the server's log", "/access.log", words -> words),
                answers(
                        "B51",
                        "labels of metrics",
                        "/q/metrics",
                        words -> "read{title=\""
                                + Jsoup.parse(words).select("h2").text() + "\"} 1"),
                answers("B51", "the beacon's answer", "/beacon.*", Disguise::base64),
                inAHeader(
                        "B51",
                        "timings by paragraph",
                        "Server-Timing",
                        scene -> Jsoup.parse(scene.words()).select("h2").text()),
                Flaw.atTheEnd(
                        "B51",
                        "keywords for advertisements",
                        words -> "<i data-ads=\""
                                + Jsoup.parse(words).select("td").text() + "\"></i>"));
    }

    /** Keeps the first answer under an address, whoever asked, as far as it takes the address. */
    private static Wrong cacheOf(Predicate<Ask> takes) {
        Map<String, Answer> kept = new HashMap<>();
        return scene -> {
            if (!scene.isLiving()
                    || !takes.test(scene.ask())
                    || !scene.ask().method().equals("GET")) {
                return scene.real();
            }
            if (!scene.isStranger()) {
                kept.put(scene.ask().target(), takes.test(Ask.get("/")) ? scene.real() : scene.opened());
            }
            return kept.getOrDefault(scene.ask().target(), scene.real());
        };
    }

    private static Answer forKeeping(Scene scene) {
        return !scene.isStranger() && scene.real().status() == 200
                ? scene.real().with("Cache-Control", "public, max-age=60")
                : scene.real();
    }

    private static Wrong everyTenth() {
        AtomicInteger tabs = new AtomicInteger();
        return scene -> scene.isWall() && tabs.incrementAndGet() % 10 == 0 ? scene.opened() : scene.real();
    }

    private static Predicate<Scene> by(String visitor) {
        return scene -> scene.isWall() && scene.shot().visitor().name().matches(visitor);
    }

    private static Predicate<Ask> cookie(String part) {
        return ask -> ask.cookies().matches(".*" + part + ".*");
    }

    private static Predicate<Ask> at(String address) {
        return ask -> ask.target().matches(address);
    }

    private static Predicate<Ask> ends(String suffix) {
        return at(".*" + suffix);
    }
}
