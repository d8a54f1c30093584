package news.masthead.wire.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes to characters, in the order agencies can be believed: byte order mark, the file's own declaration, the transport, UTF-8, the agency's habit. */
final class Characters {

    static final Charset WESTERN = Charset.forName("windows-1252");

    /** The WHATWG's labels. */
    private static final Map<String, Charset> IN_TRUTH = Map.of(
            "ISO-8859-1", WESTERN,
            "ISO-8859-9", Charset.forName("windows-1254"),
            "TIS-620", Charset.forName("x-windows-874"),
            "GB2312", Charset.forName("GB18030"),
            "GBK", Charset.forName("GB18030"),
            "Shift_JIS", Charset.forName("windows-31j"),
            "EUC-KR", Charset.forName("x-windows-949"));

    private static final int LONGEST_DECLARATION = 200;
    private static final Pattern DECLARATION =
            Pattern.compile("^\\s*<\\?xml[^>]{0,150}?encoding\\s*=\\s*[\"']([\\w.:-]{1,40})[\"']");

    /** HTML's own word for it, in its first kilobyte, counts less than the transport's: who re-codes a page forgets it. */
    private static final Pattern META = Pattern.compile(
            "<meta\\b[^>]{0,200}?charset\\s{0,9}=\\s{0,9}[\"']?([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_HEAD = 1_024;

    private Characters() {}

    /**
     * @param transport the name the transport gave; empty for none
     */
    static String of(byte[] bytes, String transport) {
        return of(bytes, transport, WESTERN);
    }

    /**
     * @param habit of what names no charset and is no UTF-8
     */
    static String of(byte[] bytes, String transport, Charset habit) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return text(bytes, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return text(bytes, 2, StandardCharsets.UTF_16BE);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return text(bytes, 2, StandardCharsets.UTF_16LE);
        }
        return declared(bytes, DECLARATION, LONGEST_DECLARATION)
                .or(() -> charset(transport))
                .or(() -> declared(bytes, META, LONGEST_HEAD))
                .flatMap(charset -> strictly(bytes, charset))
                .or(() -> strictly(bytes, StandardCharsets.UTF_8))
                .orElseGet(() -> text(bytes, 0, habit));
    }

    /** The charset of a name; some, as ISO-8859-1, are in truth a larger one, as browsers know. */
    static Optional<Charset> charset(String name) {
        try {
            Charset charset =
                    name.isBlank() ? null : Charset.forName(name.strip().replace("utf8", "utf-8"));
            return Optional.ofNullable(charset).map(named -> IN_TRUTH.getOrDefault(named.name(), named));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> declared(byte[] bytes, Pattern pattern, int within) {
        String head = new String(bytes, 0, Math.min(bytes.length, within), StandardCharsets.ISO_8859_1);
        Matcher declaration = pattern.matcher(head);
        return declaration.find() ? charset(declaration.group(1)) : Optional.empty();
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException otherCharset) {
            return Optional.empty();
        }
    }

    private static String text(byte[] bytes, int from, Charset charset) {
        return new String(bytes, from, bytes.length - from, charset);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
