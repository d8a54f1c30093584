package news.masthead.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** What sites do to gated words that they send all the same. */
final class Disguise {

    private Disguise() {}

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    static String gzipped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    static String hexadecimal(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }

    static String escaped(String text) {
        return each(text, "\\u%04x"::formatted);
    }

    static String entities(String text) {
        return each(text, c -> "&#" + c + ";");
    }

    static String codes(String text) {
        return text.chars().mapToObj(Integer::toString).collect(Collectors.joining(","));
    }

    static String rot13(String text) {
        return Decoding.ROT13.undone(text).findFirst().orElseThrow();
    }

    static String rot47(String text) {
        return Decoding.ROT47.undone(text).findFirst().orElseThrow();
    }

    static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    static String cutByTags(String text) {
        return text.replaceAll("([bdfgkmprvz][aeiou])(?=[bdfgkmprvz])", "$1<wbr>");
    }

    static String withoutWidth(String text) {
        return each(text, "%c\u200b"::formatted);
    }

    /** With a key that stands beside it in the page: no oracle reads it, and every reader's browser does. */
    static String enciphered(String text) {
        try {
            Cipher aes = Cipher.getInstance("AES/CBC/PKCS5Padding");
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(new byte[16], "AES"), new IvParameterSpec(new byte[16]));
            return Base64.getEncoder().encodeToString(aes.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String masked(String text) {
        return each(text, c -> "%02x".formatted((c ^ 0x5a) & 0xff));
    }

    private static String each(String text, IntFunction<String> written) {
        return text.chars().mapToObj(written).collect(Collectors.joining());
    }
}
