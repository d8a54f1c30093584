package news.masthead.caches;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** An answer as it came over the line, every byte of it. */
record Answer(byte[] bytes) {

    private static final byte[] GZIP = {0x1f, (byte) 0x8b, 0x08};

    /** 0 where the line was closed without a word. */
    int status() {
        String[] words = head().split(" ", 3);
        return words.length < 2 ? 0 : Integer.parseInt(words[1]);
    }

    /** Empty where it is not there; several values by commas. */
    String header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ": ";
        return String.join(
                ", ",
                lines().stream()
                        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                        .map(line -> line.substring(start.length()))
                        .toList());
    }

    /** Whether these words are anywhere in it, plain or compressed. */
    boolean says(String words) {
        return latin(bytes).contains(words) || text().contains(words);
    }

    /** The body, decompressed. */
    String text() {
        int at = latin(bytes).indexOf(latin(GZIP));
        byte[] body = at < 0 ? body() : decompressed(Arrays.copyOfRange(bytes, at, bytes.length));
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Everything but the moment at which it was given, and into which pieces nginx cut it on the way. */
    String withoutDate() {
        String head = head().replaceFirst("(?m)^Date: .*\r\n", "");
        return head + "\r\n\r\n" + (header("Transfer-Encoding").equals("chunked") ? joined() : latin(body()));
    }

    /** The body of an answer in chunks (RFC 9112, section 7.1); what cannot be read as such stands as it came. */
    private String joined() {
        String rest = latin(body());
        StringBuilder whole = new StringBuilder();
        while (!rest.isEmpty()) {
            int line = rest.indexOf("\r\n");
            if (line < 0 || !rest.substring(0, line).matches("[0-9a-fA-F]{1,7}")) {
                return whole + rest;
            }
            int size = Integer.parseInt(rest.substring(0, line), 16);
            int end = Math.min(rest.length(), line + 2 + size);
            whole.append(rest, line + 2, end);
            rest = rest.substring(Math.min(rest.length(), end + 2));
        }
        return whole.toString();
    }

    private String head() {
        String all = latin(bytes);
        int end = all.indexOf("\r\n\r\n");
        return end < 0 ? all : all.substring(0, end);
    }

    private List<String> lines() {
        return List.of(head().split("\r\n"));
    }

    private byte[] body() {
        int end = latin(bytes).indexOf("\r\n\r\n");
        return end < 0 ? bytes : Arrays.copyOfRange(bytes, end + 4, bytes.length);
    }

    /** As far as it goes: an answer may be cut, and what follows it is not compressed. */
    private static byte[] decompressed(byte[] gzipped) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzipped))) {
            in.transferTo(plain);
        } catch (IOException cut) {
            return plain.toByteArray();
        }
        return plain.toByteArray();
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
