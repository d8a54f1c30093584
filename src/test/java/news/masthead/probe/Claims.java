package news.masthead.probe;

import static news.masthead.probe.Asks.GOOGLEBOT;
import static news.masthead.probe.Asks.GOOGLES_ADDRESS;
import static news.masthead.probe.Asks.header;
import static news.masthead.probe.Technique.row;

import java.util.List;
import java.util.stream.Stream;
import news.masthead.probe.Technique.Aim;

/** B11 to B16: a request says who it is, where it comes from, or who vouched for it. */
final class Claims {

    private Claims() {}

    static List<Technique> rows() {
        return List.of(
                row("B11", "A crawler's name opens what is to be indexed", header("User-Agent", agents())),
                row("B12", "A crawler's name, its address and its referer together", Claims::crawler),
                row("B13", "Another address at every request makes another reader", Claims::otherAddresses),
                row("B14", "The first click from a search engine or a friend is free", Claims::referers),
                row("B15", "A header that an edge would set says that all is paid", Claims::trustedHeaders),
                row("B16", "A second host, or another form of the address, has no lock", Claims::hosts));
    }

    private static String[] agents() {
        return Stream.concat(Lists.of("agents").stream(), Stream.of("")).toArray(String[]::new);
    }

    private static Stream<Ask> crawler(Aim aim) {
        Stream<Ask> addresses = Stream.of(GOOGLES_ADDRESS, "127.0.0.1", "10.0.0.1")
                .flatMap(address -> Lists.of("client-addresses").stream()
                        .map(name -> aim.open().with(name, name.equals("Forwarded") ? "for=" + address : address)));
        Stream<Ask> together = Lists.of("client-addresses").stream()
                .map(name -> aim.open()
                        .with("User-Agent", GOOGLEBOT)
                        .with(name, GOOGLES_ADDRESS)
                        .with("Referer", "https://www.google.com/"));
        return Stream.concat(addresses, together);
    }

    private static Stream<Ask> otherAddresses(Aim aim) {
        return Asks.someAddresses()
                .map(address -> aim.open().with("X-Forwarded-For", address).with("X-Real-IP", address));
    }

    private static Stream<Ask> referers(Aim aim) {
        return Asks.everywhere(aim, ask -> Lists.of("referers").stream().map(referer -> ask.with("Referer", referer)));
    }

    private static Stream<Ask> trustedHeaders(Aim aim) {
        return Lists.of("trusted-headers").stream()
                .map(aim.story()::filledInto)
                .map(line -> line.split(": ", 2))
                .flatMap(header -> Asks.everywhere(aim, ask -> Stream.of(ask.with(header[0], header[1]))));
    }

    private static Stream<Ask> hosts(Aim aim) {
        Stream<Ask> hosts = Lists.of("hosts").stream().map(host -> aim.open().with("Host", host));
        Stream<Ask> forms = Stream.of(
                aim.open().of("HTTP/1.0"),
                aim.open().at("http://localhost" + aim.story().path()),
                aim.open().at("https://amp.news.example" + aim.story().path()));
        return Stream.concat(hosts, forms);
    }
}
