package news.masthead.probe;

import static news.masthead.probe.Asks.all;
import static news.masthead.probe.Asks.cookies;
import static news.masthead.probe.Asks.header;
import static news.masthead.probe.Asks.nowhere;
import static news.masthead.probe.Asks.queries;
import static news.masthead.probe.Asks.suffixes;
import static news.masthead.probe.Technique.row;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.masthead.probe.Technique.Aim;

/**
 * B30 to B51: what others left behind, games with the reader's state, and doors beside the page. B52, a paying reader who passes the words on,
 * is out of any server's reach.
 */
final class CachesAndStates {

    private CachesAndStates() {}

    static List<Technique> rows() {
        return Stream.of(caches(), states(), doors()).flatMap(List::stream).toList();
    }

    private static List<Technique> caches() {
        return List.of(
                row("B30", "A shared cache takes a page for a file", all(Asks::open, suffixes(".*"))),
                row(
                        "B31",
                        "The browser still has what was read before the log-out",
                        header("Cache-Control", "only-if-cached", "max-stale=99999", "no-cache")),
                row("B32", "An archive fetched it", header("User-Agent", agents("archive|Google"))),
                row(
                        "B33",
                        "A proxy reads it aloud from a data centre",
                        header("Via", "1.1 12ft.example", "1.1 r.jina.example")),
                row("B34", "A browser without a window", header("User-Agent", agents("Headless|ladder"))),
                row("B35", "A machine that learns", header("User-Agent", agents("GPT|CCBot|Claude|Perplexity"))));
    }

    private static List<Technique> states() {
        return List.of(
                row("B36", "The meter's cookie is dropped", cookies(Stream.of("reader=", "__Host-reader=; reader="))),
                row("B37", "An older cookie of the meter is shown again", Asks::open)
                        .byEverybody(),
                row("B38", "A cookie or a token is forged", all(cookies(forged()), CachesAndStates::tokens)),
                row("B39", "Twenty tabs at once", aim -> Collections.nCopies(20, aim.open()).stream()),
                row(
                        "B40",
                        "The month is another where the browser is",
                        all(
                                header("Date", "Tue, 01 Dec 2026 00:00:00 GMT"),
                                cookies(Stream.of("tz=Pacific/Kiritimati; month=2026-12")))),
                row("B41", "The browser looks ahead, and reads without a click", CachesAndStates::lookingAhead),
                row(
                                "B42",
                                "A gift link is used for another story, or made up",
                                all(
                                        nowhere("gift|share"),
                                        queries(q -> q.matches("gift.*|unlocked.*|share.*")),
                                        CachesAndStates::gifts))
                        .forRoutes("gift|share")
                        .tries("gift"),
                row(
                                "B43",
                                "A token out of a letter opens more than once",
                                all(queries(q -> q.matches("token.*|ref=email")), CachesAndStates::gifts))
                        .forRoutes("magic|token")
                        .tries("/gift/"),
                row(
                                "B44",
                                "One person has many trials",
                                all(nowhere("trial"), queries(q -> q.matches("premium.*|subscriber.*"))))
                        .forRoutes("trial"),
                row("B45", "A session is used after it was ended", Asks::open).byEverybody(),
                row("B46", "A session outlives what it was paid for", Asks::open)
                        .byEverybody(),
                row("B47", "A standing between two states opens", aim -> Asks.everywhere(aim, Stream::of))
                        .byEverybody());
    }

    private static List<Technique> doors() {
        return List.of(
                row(
                                "B48",
                                "The number of a story is guessed at a side door",
                                all(nowhere("\\{id\\}|invoice"), CachesAndStates::numbers))
                        .forRoutes("unlock|fragment|download|body"),
                row(
                        "B49",
                        "The address is spelled so that two programs read it differently",
                        Asks.targets(Lists.of("spellings").stream())),
                row("B50", "An error says too much", all(nowhere("nowhere|/q|article"), CachesAndStates::broken)),
                row("B51", "Logs, metrics, beacons and maps of sources", nowhere("log|metrics|beacon|collect|map$|git"))
                        .forRoutes("beacon|collect(?![a-z])|metrics|logs?(?![a-z])"));
    }

    private static String[] agents(String words) {
        return Lists.of("agents").stream()
                .filter(agent -> agent.matches(".*(?:" + words + ").*"))
                .toArray(String[]::new);
    }

    private static Stream<String> forged() {
        return Lists.of("cookies").stream().filter(cookie -> cookie.matches(".*(?:session|reader).*"));
    }

    private static Stream<Ask> tokens(Aim aim) {
        return Stream.of(
                        "{\"sub\":\"1\",\"groups\":[\"editor\"]}",
                        "{\"story\":" + aim.story().id() + "}")
                .map(Asks::unsecured)
                .flatMap(token -> Stream.of(
                        aim.open().with("Authorization", "Bearer " + token),
                        aim.open().withCookies("q_session=" + token),
                        aim.open().at(aim.story().path() + "?gift=" + token),
                        aim.open().at(aim.story().path() + "?token=" + token)));
    }

    /** A token of the right form that names this very story, as an address and as the cookies that carry it. */
    private static Stream<Ask> gifts(Aim aim) {
        byte[] named = ByteBuffer.allocate(72)
                .putLong(Long.parseLong(aim.story().id()))
                .putInt(0)
                .putInt(-1)
                .array();
        String token = Base64.getUrlEncoder().encodeToString(named);
        return Stream.of(
                Ask.get("/gift/" + token),
                aim.open().withCookies("gift=" + token),
                aim.open().withCookies("__Host-gift=" + token + "; gift=" + token));
    }

    private static Stream<Ask> lookingAhead(Aim aim) {
        return Stream.of(
                        "Sec-Purpose: prefetch",
                        "Sec-Purpose: prefetch;prerender",
                        "Purpose: prefetch",
                        "X-Moz: prefetch",
                        "X-Purpose: preview",
                        "Sec-Fetch-Dest: image",
                        "Sec-Fetch-Dest: iframe",
                        "Sec-Fetch-Mode: no-cors",
                        "Service-Worker-Navigation-Preload: true",
                        "Save-Data: on")
                .map(line -> line.split(": "))
                .map(header -> aim.open().with(header[0], header[1]));
    }

    private static Stream<Ask> numbers(Aim aim) {
        Stream<Ask> unlocks = Stream.of("/unlock", "/fragment", aim.story().path() + "/unlock")
                .map(door ->
                        Ask.get(door).by("POST").saying("story=" + aim.story().id()));
        Stream<Ask> near = IntStream.rangeClosed(-3, 3)
                .mapToObj(step -> Long.toString(Long.parseLong(aim.story().id()) + step))
                .map(id -> Ask.get("/api/stories/" + id));
        return Stream.concat(unlocks, near);
    }

    private static Stream<Ask> broken(Aim aim) {
        String path = aim.story().path();
        return Stream.of(
                Ask.get(path + "%"),
                Ask.get(path + "%zz"),
                Ask.get(path + "?" + "a=1&".repeat(1_500)),
                Ask.get("/article/%ff%fe/" + aim.story().file()),
                aim.open().with("Cookie", "session=\"unclosed; reader=\\"),
                aim.open().with("Accept", "text/html;q=high"),
                aim.open().with("Content-Length", "0"),
                aim.open().with("Range", "bytes=9-1"),
                aim.open().with("If-Modified-Since", "yesterday"),
                aim.open().with("Accept-Language", "x".repeat(6_000)),
                aim.open().by("POST").saying("%%%=%%%"),
                aim.open().by("BREW"));
    }
}
