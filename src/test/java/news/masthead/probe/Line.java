package news.masthead.probe;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;

/**
 * A connection to a site that is kept open from request to request (HTTP/1.1, RFC 9112). A client library would refuse half of what is asked here
 * or put it in order first. For one thread.
 */
final class Line implements Door, AutoCloseable {

    private static final int PATIENCE_MS = 20_000;
    private static final Set<Integer> BODILESS = Set.of(204, 304);

    private final URI site;
    private Socket socket;
    private InputStream in;

    /**
     * @param site its address without a path
     */
    Line(URI site) {
        this.site = site;
    }

    @Override
    public Answer ask(Ask ask) throws IOException {
        if (socket == null) {
            return askOnNewLine(ask);
        }
        try {
            return exchange(ask);
        } catch (IOException wentStale) {
            close();
            return askOnNewLine(ask);
        }
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }

    private Answer askOnNewLine(Ask ask) throws IOException {
        open();
        try {
            return exchange(ask);
        } catch (EOFException hungUp) {
            close();
            return Answer.NONE;
        }
    }

    private void open() throws IOException {
        boolean secure = "https".equals(site.getScheme());
        socket = secure ? SSLSocketFactory.getDefault().createSocket() : new Socket();
        int port = site.getPort() > 0 ? site.getPort() : secure ? 443 : 80;
        socket.connect(new InetSocketAddress(site.getHost(), port), PATIENCE_MS);
        socket.setSoTimeout(PATIENCE_MS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 16_384);
    }

    private Answer exchange(Ask ask) throws IOException {
        socket.getOutputStream().write(written(ask));
        Answer head = head();
        while (head.status() / 100 == 1) {
            head = head();
        }
        Answer answer = new Answer(head.line(), head.headers(), body(ask, head));
        if (head.header("Connection").filter("close"::equalsIgnoreCase).isPresent()
                || ask.version().endsWith("1.0")) {
            close();
        }
        return answer;
    }

    private byte[] written(Ask ask) {
        StringBuilder lines = new StringBuilder();
        lines.append(ask.method()).append(' ').append(ask.target()).append(' ').append(ask.version());
        if (ask.header("Host").isEmpty()) {
            lines.append("\r\nHost: ").append(site.getAuthority());
        }
        ask.headers().forEach(header -> lines.append("\r\n").append(header));
        if (!ask.body().isEmpty()) {
            lines.append("\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ")
                    .append(ask.body().length());
        }
        return lines.append("\r\n\r\n").append(ask.body()).toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private Answer head() throws IOException {
        String status = text();
        List<Header> headers = new ArrayList<>();
        for (String line = text(); !line.isEmpty(); line = text()) {
            int colon = line.indexOf(':');
            headers.add(new Header(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return new Answer(status, headers, new byte[0]);
    }

    private byte[] body(Ask ask, Answer head) throws IOException {
        if (ask.method().equals("HEAD") || BODILESS.contains(head.status())) {
            return new byte[0];
        }
        if (head.header("Transfer-Encoding")
                .filter(coding -> coding.toLowerCase(Locale.ROOT).endsWith("chunked"))
                .isPresent()) {
            return chunks();
        }
        if (head.header("Content-Length").isPresent()) {
            return exactly(Integer.parseInt(head.header("Content-Length").get()));
        }
        byte[] rest = in.readAllBytes();
        close();
        return rest;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            whole.write(exactly(size));
            text();
        }
        for (String trailer = text(); !trailer.isEmpty(); trailer = text()) {
            whole.write(trailer.getBytes(StandardCharsets.ISO_8859_1));
        }
        return whole.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(text().split(";", 2)[0].strip(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("Of " + length + " bytes only " + bytes.length + " came.");
        }
        return bytes;
    }

    private String text() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The line was hung up.");
            }
            line.write(c);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
