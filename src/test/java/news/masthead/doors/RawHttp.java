package news.masthead.doors;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Requests as they stand, over a socket: no client on the way sets a path or a header right. */
final class RawHttp {

    private static final int PATIENCE_MS = 20_000;

    private final String host;
    private final int port;

    RawHttp(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /**
     * What came back.
     *
     * @param status 0 where the connection was closed without an answer
     */
    record Answer(int status, String head, String body) {

        Optional<String> header(String name) {
            String wanted = name.toLowerCase(Locale.ROOT) + ":";
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(wanted))
                    .map(line -> line.substring(wanted.length()).strip())
                    .findFirst();
        }
    }

    /** A request with these header lines, each ended by a line break; a form, or JSON, where there is one. */
    Answer ask(String method, String target, String headers, String form) throws IOException {
        String body = form.isEmpty()
                ? "\r\n"
                : "Content-Type: " + typeOf(form) + "\r\nContent-Length: " + form.length() + "\r\n\r\n" + form;
        String request = method + " " + target + " HTTP/1.1\r\nHost: " + host + ":" + port
                + "\r\nAccept: text/html,*/*\r\nConnection: close\r\n" + headers + body;
        try (Socket socket = new Socket(host, port)) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return answer(socket.getInputStream());
        }
    }

    private static String typeOf(String form) {
        return switch (form.charAt(0)) {
            case '{' -> "application/json";
            case '-' -> "multipart/form-data; boundary=b";
            default -> "application/x-www-form-urlencoded";
        };
    }

    static String cookie(Optional<String> session) {
        return session.map(value -> "Cookie: session=" + value + "\r\n").orElse("");
    }

    private static Answer answer(InputStream from) throws IOException {
        String all = new String(from.readAllBytes(), StandardCharsets.UTF_8);
        int end = all.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(0, "", all);
        }
        String head = all.substring(0, end);
        return new Answer(Integer.parseInt(head.split(" ", 3)[1]), head, all.substring(end));
    }
}
