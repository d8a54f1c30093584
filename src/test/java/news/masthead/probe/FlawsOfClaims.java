package news.masthead.probe;

import static news.masthead.probe.Flaw.opens;

import java.util.List;
import java.util.function.Predicate;

/** Flaws that B11 to B16 live on: somebody is believed. */
final class FlawsOfClaims {

    private FlawsOfClaims() {}

    static List<Flaw> all() {
        return List.of(
                opens("B11", "Googlebot's name", says("User-Agent", "googlebot")),
                opens("B11", "Facebook's name", says("User-Agent", "facebookexternalhit")),
                opens("B11", "an inspection tool's name", says("User-Agent", "inspectiontool")),
                opens(
                        "B11",
                        "no name",
                        ask -> ask.header("User-Agent").filter(String::isEmpty).isPresent()),
                opens("B12", "a crawler's address in X-Forwarded-For", says("X-Forwarded-For", Asks.GOOGLES_ADDRESS)),
                opens("B12", "this machine's address in X-Real-IP", says("X-Real-IP", "127.0.0.1")),
                opens("B12", "an address in True-Client-IP", says("True-Client-IP", "10.0.0.1")),
                opens("B12", "an address in Forwarded", says("Forwarded", "66.249")),
                opens(
                        "B12",
                        "a crawler's name and address together",
                        says("User-Agent", "googlebot").and(says("X-Real-IP", "66.249"))),
                opens(
                        "B13",
                        "some addresses of a country",
                        ask -> ask.header("X-Forwarded-For")
                                .filter(address -> address.matches("1\\d\\..*"))
                                .isPresent()),
                opens("B14", "a click from a search engine", says("Referer", "www.google.")),
                opens("B14", "a click from t.co", says("Referer", "t.co/")),
                opens("B14", "a click from the archive", says("Referer", "web.archive.org")),
                opens("B15", "X-Original-URL", says("X-Original-URL", "/")),
                opens("B15", "X-Rewrite-URL", says("X-Rewrite-URL", "/")),
                opens("B15", "an edge's verdict", says("X-Paywall-Result", "allow")),
                opens("B15", "an entitlement", says("X-Entitlement", "granted")),
                opens("B15", "somebody's number", says("X-User-Id", "1")),
                opens("B15", "a preview", says("X-Preview", "true")),
                opens("B15", "another method", says("X-HTTP-Method-Override", "get")),
                opens("B15", "a token without a signature", says("Authorization", "bearer ")),
                opens("B16", "the phone's host", says("Host", "wap.")),
                opens("B16", "this machine's name", says("Host", "localhost")),
                opens("B16", "the old version of HTTP", ask -> ask.version().equals("HTTP/1.0")),
                opens(
                        "B16",
                        "a whole address in the request",
                        ask -> ask.target().startsWith("https://amp.")));
    }

    private static Predicate<Ask> says(String header, String part) {
        return ask -> ask.says(header, part);
    }
}
