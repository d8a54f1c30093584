package news.masthead.probe;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.masthead.probe.Technique.Aim;

/** Families of requests that rows of the table share. */
final class Asks {

    static final String BROWSER =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36";
    static final String GOOGLEBOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
    static final String GOOGLES_ADDRESS = "66.249.66.1";

    private static final Random ADDRESSES = new Random(51);
    private static final List<String> SOME_ADDRESSES = IntStream.range(0, 50)
            .mapToObj(number ->
                    ADDRESSES.ints(4, 1, 255).mapToObj(Integer::toString).collect(Collectors.joining(".")))
            .toList();

    private Asks() {}

    static Stream<Ask> open(Aim aim) {
        return Stream.of(aim.open());
    }

    /** Every address of the running routes, changed so. */
    static Stream<Ask> everywhere(Aim aim, Function<Ask, Stream<Ask>> change) {
        return Stream.concat(open(aim), aim.addresses().stream().map(Ask::get)).flatMap(change);
    }

    static Function<Aim, Stream<Ask>> header(String name, String... values) {
        return aim -> everywhere(aim, ask -> Stream.of(values).map(value -> ask.with(name, value)));
    }

    static Function<Aim, Stream<Ask>> cookies(Stream<String> some) {
        List<String> kept = some.toList();
        return aim -> kept.stream().map(cookie -> aim.open().withCookies(cookie));
    }

    static Function<Aim, Stream<Ask>> queries(Predicate<String> which) {
        return aim -> Lists.of("queries").stream()
                .filter(which)
                .map(aim.story()::filledInto)
                .flatMap(query -> everywhere(aim, ask -> Stream.of(ask.at(joined(ask.target(), query)))));
    }

    static Function<Aim, Stream<Ask>> targets(Stream<String> patterns) {
        List<String> kept = patterns.toList();
        return aim -> kept.stream().map(aim.story()::filledInto).map(Ask::get);
    }

    /** What stands in the list of addresses that are nowhere, as far as {@code words} occur in it. */
    static Function<Aim, Stream<Ask>> nowhere(String words) {
        return targets(Lists.of("nowhere").stream().filter(address -> address.matches(".*(?:" + words + ").*")));
    }

    static Function<Aim, Stream<Ask>> suffixes(String words) {
        return targets(Lists.of("suffixes").stream()
                .filter(suffix -> suffix.matches(".*(?:" + words + ").*"))
                .map(suffix -> "{path}" + suffix));
    }

    @SafeVarargs
    static Function<Aim, Stream<Ask>> all(Function<Aim, Stream<Ask>>... families) {
        return aim -> Stream.of(families).flatMap(family -> family.apply(aim));
    }

    /** Fifty addresses from anywhere, the same at every run. */
    static Stream<String> someAddresses() {
        return SOME_ADDRESSES.stream();
    }

    /** A token without a signature (RFC 7519, 6) that says what it likes. */
    static String unsecured(String claims) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".";
    }

    private static String joined(String target, String query) {
        return target + (target.contains("?") ? "&" : "?") + query;
    }
}
