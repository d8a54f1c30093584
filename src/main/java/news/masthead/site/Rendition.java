package news.masthead.site;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A page as bytes, compressed once.
 *
 * @param etag of these bytes, in quotes (RFC 9110, 8.8.3)
 */
record Rendition(Buffer gzipped, String etag) {

    static Rendition of(String html) {
        byte[] plain = html.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Rendition(Buffer.buffer(out.toByteArray()), etag(plain));
    }

    /** For the rare client that does not take gzip. */
    Buffer plain() {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(gzipped.getBytes()))) {
            return Buffer.buffer(gzip.readAllBytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String etag(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + HexFormat.of().formatHex(hash, 0, 12) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
