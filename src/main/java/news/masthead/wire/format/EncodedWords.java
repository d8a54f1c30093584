package news.masthead.wire.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a mail header. Encoded words (RFC 2047) are put together before they are decoded, because mailers cut between the bytes of one
 * character; bytes that are not encoded at all are read as any other text of an agency.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2047">RFC 2047</a>
 */
final class EncodedWords {

    private static final Pattern WORD =
            Pattern.compile("=\\?([\\w.:+-]{1,40})(?:\\*[\\w-]{1,20})?\\?([BbQq])\\?([^?\\r\\n]{0,2000})\\?=");
    private static final Pattern FOLD = Pattern.compile("\\R[ \\t]++");

    private EncodedWords() {}

    /**
     * @param raw the header's value as it stands in the file
     */
    static String decode(byte[] raw) {
        String text = FOLD.matcher(Characters.of(raw, "")).replaceAll(" ");
        StringBuilder out = new StringBuilder();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String charset = "";
        int from = 0;
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String between = text.substring(from, word.start());
            boolean goesOn = bytes.size() > 0 && between.isBlank();
            if (!goesOn || !charset.equalsIgnoreCase(word.group(1))) {
                out.append(Characters.of(bytes.toByteArray(), charset)).append(goesOn ? "" : between);
                bytes.reset();
                charset = word.group(1);
            }
            bytes.writeBytes(bytes(word));
            from = word.end();
        }
        return out.append(Characters.of(bytes.toByteArray(), charset))
                .append(text.substring(from))
                .toString()
                .strip();
    }

    private static byte[] bytes(Matcher word) {
        if (word.group(2).equalsIgnoreCase("B")) {
            return Base64.getMimeDecoder().decode(withoutOddEnd(word.group(3)));
        }
        byte[] q = word.group(3).replace('_', ' ').getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < q.length; i++) {
            int high = q[i] == '=' && i + 2 < q.length ? Character.digit(q[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(q[i + 2], 16) : -1;
            out.write(low >= 0 ? high * 16 + low : q[i]);
            i += low >= 0 ? 2 : 0;
        }
        return out.toByteArray();
    }

    /** A single letter at the end encodes nothing, and the decoder would refuse the whole. */
    private static String withoutOddEnd(String base64) {
        String letters = base64.replaceAll("[^A-Za-z0-9+/]", "");
        return letters.length() % 4 == 1 ? letters.substring(0, letters.length() - 1) : letters;
    }
}
