package news.masthead.desk;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import news.masthead.wire.Arrivals;

/**
 * A file as it came, for a person to look at.
 *
 * @param text its characters; those that nobody can see have a picture; empty for what is no text
 * @param hex the first bytes of what is no text; else empty
 * @param shown how many characters {@code text} has; 0 where that is all of them
 * @param all how many there are
 * @param size in bytes
 * @param href the address of the bytes
 */
record RawView(String text, String hex, int shown, int all, int size, String href) {

    private static final int MOST_SHOWN = 200_000;
    private static final int BYTES_SHOWN = 1_024;
    private static final int BYTES_IN_A_LINE = 16;
    private static final int LOOKED_AT = 10_000;
    /** Text has a few control characters at most: ANPA and IPTC 7901 wrap an item into some. */
    private static final int LEAST_LETTERS_TO_A_CONTROL = 8;

    private static final int PICTURES = 0x2400;
    private static final int PICTURE_OF_DELETE = 0x2421;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    static RawView of(Arrivals.Raw raw, String href) {
        String text = raw.text();
        if (isBinary(text)) {
            return new RawView("", hex(raw.bytes()), 0, 0, raw.bytes().length, href);
        }
        boolean cut = text.length() > MOST_SHOWN;
        String shown = visible(cut ? text.substring(0, MOST_SHOWN) : text);
        return new RawView(shown, "", cut ? MOST_SHOWN : 0, text.length(), raw.bytes().length, href);
    }

    private static boolean isBinary(String text) {
        String start = text.substring(0, Math.min(LOOKED_AT, text.length()));
        long controls = start.chars().filter(RawView::isNoText).count();
        return start.indexOf('\0') >= 0 || controls * LEAST_LETTERS_TO_A_CONTROL > start.length();
    }

    private static boolean isNoText(int character) {
        return Character.isISOControl(character) && !Character.isWhitespace(character) || character == '\uFFFD';
    }

    /** Characters that a page may not hold, or that nobody would see, by their pictures. */
    private static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(one -> visible.appendCodePoint(picture(one)));
        return visible.toString();
    }

    private static int picture(int character) {
        if (character == '\n' || character == '\t') {
            return character;
        }
        if (character < ' ') {
            return PICTURES + character;
        }
        boolean unprintable = Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
        return character == 0x7F ? PICTURE_OF_DELETE : unprintable ? 0xFFFD : character;
    }

    private static String hex(byte[] bytes) {
        StringBuilder lines = new StringBuilder();
        int end = Math.min(BYTES_SHOWN, bytes.length);
        for (int from = 0; from < end; from += BYTES_IN_A_LINE) {
            int to = Math.min(from + BYTES_IN_A_LINE, end);
            String characters = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
            lines.append("%06x  %-47s  %s%n"
                    .formatted(from, HEX.formatHex(bytes, from, to), characters.replaceAll("[^ -~]", ".")));
        }
        return lines.toString();
    }
}
