package news.masthead.caches;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Sends exactly the bytes it is told to: no client library in between corrects a path, a host or a header. */
record Visitor(int port, List<String> headers) {

    private static final int PATIENCE_MILLIS = 30_000;

    /** A browser without any cookie. */
    static Visitor to(int port) {
        return new Visitor(port, List.of())
                .with("Accept-Encoding: gzip, deflate, br")
                .with("Accept: text/html,*/*");
    }

    /** @param line such as {@code Cookie: session=x} */
    Visitor with(String line) {
        List<String> more = new ArrayList<>(headers);
        more.add(line);
        return new Visitor(port, more);
    }

    Visitor cookie(String name, String value) {
        return with("Cookie: " + name + "=" + value);
    }

    Answer get(String target) {
        return send("GET", target, "");
    }

    Answer head(String target) {
        return send("HEAD", target, "");
    }

    Answer send(String method, String target, String body) {
        List<String> lines = new ArrayList<>();
        lines.add(method + " " + target + " HTTP/1.1");
        if (headers.stream().noneMatch(line -> line.startsWith("Host:"))) {
            lines.add("Host: localhost");
        }
        lines.addAll(headers);
        lines.add("Connection: close");
        return raw(String.join("\r\n", lines) + "\r\n\r\n" + body);
    }

    Answer raw(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new Answer(socket.getInputStream().readAllBytes());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
