package news.masthead.probe;

import static news.masthead.probe.Asks.all;
import static news.masthead.probe.Asks.everywhere;
import static news.masthead.probe.Asks.header;
import static news.masthead.probe.Asks.nowhere;
import static news.masthead.probe.Asks.queries;
import static news.masthead.probe.Asks.suffixes;
import static news.masthead.probe.Technique.row;

import java.util.List;
import java.util.stream.Stream;
import news.masthead.probe.Technique.Aim;

/** B17 to B29: the story under another address, in another form, by another method, or as a number that depends on it. */
final class OtherForms {

    private static final String[] METHODS = {
        "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY", "get", "head"
    };
    private static final String[] RANGES = {"bytes=0-99999", "bytes=5000-", "bytes=-500", "bytes=0-9,5000-9999"};

    private OtherForms() {}

    static List<Technique> rows() {
        return List.of(
                row(
                                "B17",
                                "AMP, under whatever address",
                                all(
                                        nowhere("/amp|/m\\{|/wap"),
                                        queries(q -> q.matches("amp.*|.*=amp")),
                                        suffixes("amp")))
                        .forRoutes("amp(?![a-z])|mobile"),
                row(
                                "B18",
                                "Print, single page and full text by a query",
                                all(nowhere("print"), queries(q -> q.matches("(?!amp|.*=amp|gift|token|.*preview).*"))))
                        .forRoutes("print"),
                row(
                                "B19",
                                "Another representation by suffix or by Accept",
                                all(
                                        suffixes("^[./].*"),
                                        header("Accept", Lists.of("accepts").toArray(String[]::new)),
                                        nowhere("oembed|embed")))
                        .forRoutes("oembed|embed|json"),
                row("B20", "A programming interface without the gate", nowhere("api|wp-json|graphql|_next"))
                        .forRoutes("api(?![a-z])|graphql|wp-json")
                        .tries("/api/stories"),
                row("B21", "Feeds and maps of the site with full text", nowhere("feed|rss|atom|map|robots|llms"))
                        .forRoutes("feed|rss|atom|sitemap|news-sitemap|llms|robots")
                        .tries("/robots\\.txt"),
                row("B22", "Search, suggestions and snippets show what they found", nowhere("word"))
                        .forRoutes("search|suggest|autocomplete|tags?(?![a-z])|topics?(?![a-z])|related"),
                row(
                                "B23",
                                "Newsletter, e-mail and social card are copies",
                                all(nowhere("newsletter|email|card"), queries(q -> q.matches("ref=.*|utm.*"))))
                        .forRoutes("newsletter|digest|(?<!plan/)card"),
                row("B24", "Read aloud, captioned, as a podcast", nowhere("audio|tts|captions|podcast"))
                        .forRoutes("audio|tts|caption|podcast|video|speech"),
                row("B25", "The e-paper's pages and tiles", nowhere("epaper")).forRoutes("e-?paper|pdf|tile"),
                row("B26", "Pictures that hold words, in what they say of themselves", OtherForms::pictures)
                        .forRoutes("picture|image|media")
                        .tries("/picture/\\{id"),
                row("B27", "Another method, or a part of it", OtherForms::methods),
                row("B28", "Validators, lengths and 304 say what the body is", OtherForms::validators),
                row(
                                "B29",
                                "Drafts, previews, old versions",
                                all(
                                        nowhere("draft|preview|revision|export"),
                                        queries(q -> q.matches(".*preview.*|draft.*"))))
                        .forRoutes("draft|preview|revision|export")
                        .tries("/desk/"));
    }

    private static Stream<Ask> pictures(Aim aim) {
        return aim.addresses().stream()
                .filter(address -> address.startsWith("/picture/"))
                .map(Ask::get);
    }

    private static Stream<Ask> methods(Aim aim) {
        Stream<Ask> asks =
                everywhere(aim, ask -> Stream.of(METHODS).map(ask::by)).filter(OtherForms::isHarmless);
        Stream<Ask> posts = Stream.of(
                        "print=1", "unlock=1", "story=" + aim.story().id())
                .map(form -> aim.open().by("POST").saying(form));
        Stream<Ask> ranges = Stream.of(RANGES).map(range -> aim.open().with("Range", range));
        return Stream.of(asks, posts, ranges, codings(aim)).flatMap(each -> each);
    }

    /** The twin of local mode has a clock and a mailbox that are everybody's: they are read, not moved. */
    private static boolean isHarmless(Ask ask) {
        return !ask.target().startsWith("/local")
                || ask.method().equals("GET")
                || ask.method().equals("HEAD");
    }

    private static Stream<Ask> codings(Aim aim) {
        return everywhere(
                aim,
                ask -> Stream.of("gzip", "deflate", "br", "zstd", "identity;q=0", "gzip;q=0, *")
                        .map(coding -> ask.with("Accept-Encoding", coding)));
    }

    private static Stream<Ask> validators(Aim aim) {
        String etag = aim.story().etag();
        return Stream.of(
                aim.open().with("If-None-Match", etag),
                aim.open().with("If-None-Match", "W/" + etag),
                aim.open().with("If-None-Match", "\"none\", " + etag),
                aim.open().with("If-None-Match", "*"),
                aim.open().with("If-Match", etag),
                aim.open().with("If-Modified-Since", "Thu, 26 Nov 2037 00:00:00 GMT"),
                aim.open().with("If-Unmodified-Since", "Thu, 26 Nov 2037 00:00:00 GMT"),
                aim.open().with("Range", "bytes=0-99999").with("If-Range", etag),
                aim.open().by("HEAD").with("If-None-Match", etag),
                aim.open().by("HEAD").with("Accept-Encoding", "gzip"));
    }
}
