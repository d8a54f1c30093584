package news.masthead.probe;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One request as it will stand on the line; nothing is put in order on the way.
 *
 * @param target as the request line has it
 * @param headers in their order; {@code Host} is among them only where it is to be another one
 */
record Ask(String method, String target, String version, List<Header> headers, String body) {

    private static final String COOKIE = "Cookie";

    static Ask get(String target) {
        return new Ask("GET", target, "HTTP/1.1", List.of(), "");
    }

    Ask by(String otherMethod) {
        return new Ask(otherMethod, target, version, headers, body);
    }

    Ask at(String otherTarget) {
        return new Ask(method, otherTarget, version, headers, body);
    }

    Ask of(String otherVersion) {
        return new Ask(method, target, otherVersion, headers, body);
    }

    Ask with(String name, String value) {
        return new Ask(
                method,
                target,
                version,
                Stream.concat(headers.stream(), Stream.of(new Header(name, value)))
                        .toList(),
                body);
    }

    /** Sends these cookies behind those it has. */
    Ask withCookies(String cookies) {
        String all =
                Stream.of(cookies(), cookies).filter(some -> !some.isEmpty()).collect(Collectors.joining("; "));
        List<Header> others =
                headers.stream().filter(header -> !header.isNamed(COOKIE)).toList();
        Ask bare = new Ask(method, target, version, others, body);
        return all.isEmpty() ? bare : bare.with(COOKIE, all);
    }

    Ask saying(String words) {
        return new Ask(method, target, version, headers, words);
    }

    Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.isNamed(name))
                .map(Header::value)
                .findFirst();
    }

    /** Whether a header of that name says something that holds {@code part}, in whatever case. */
    boolean says(String name, String part) {
        return header(name)
                .filter(value -> value.toLowerCase(Locale.ROOT).contains(part))
                .isPresent();
    }

    String cookies() {
        return header(COOKIE).orElse("");
    }

    @Override
    public String toString() {
        return method + " " + target + headers;
    }
}
