package news.masthead.probe;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * What came back, to the byte.
 *
 * @param line the status line; empty where the connection was shut without a word
 * @param body as it was sent, chunks joined
 */
record Answer(String line, List<Header> headers, byte[] body) {

    static final Answer NONE = new Answer("", List.of(), new byte[0]);

    /** 0 for none. */
    int status() {
        return line.isEmpty() ? 0 : Integer.parseInt(line.split(" ", 3)[1]);
    }

    Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.isNamed(name))
                .map(Header::value)
                .findFirst();
    }

    Answer with(String name, String value) {
        Stream<Header> others = headers.stream().filter(header -> !header.isNamed(name));
        return new Answer(
                line, Stream.concat(others, Stream.of(new Header(name, value))).toList(), body);
    }

    /** The same with another body, plain, of the length that its header says. */
    Answer saying(byte[] other) {
        List<Header> kept = headers.stream()
                .filter(header -> !header.isNamed("Content-Encoding") && !header.isNamed("Transfer-Encoding"))
                .toList();
        return new Answer(line, kept, other).with("Content-Length", Integer.toString(other.length));
    }

    Answer ok() {
        return new Answer("HTTP/1.1 200 OK", headers, body);
    }

    String head() {
        return line + "\n" + headers.stream().map(Header::toString).collect(Collectors.joining("\n"));
    }

    String encoding() {
        return header("Content-Encoding").orElse("identity").toLowerCase(Locale.ROOT);
    }

    /** The body before its content coding (RFC 9110, 8.4). */
    byte[] content() throws IOException {
        if (body.length == 0) {
            return body;
        }
        return switch (encoding()) {
            case "identity" -> body;
            case "gzip", "x-gzip" -> new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
            case "deflate" -> new InflaterInputStream(new ByteArrayInputStream(body)).readAllBytes();
            default -> throw new IOException("Nobody here reads the content coding \"" + encoding() + "\".");
        };
    }

    String text() throws IOException {
        return new String(content(), StandardCharsets.UTF_8);
    }
}
