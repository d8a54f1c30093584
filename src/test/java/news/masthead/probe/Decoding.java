package news.masthead.probe;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** A way to write words so that nobody sees them at once, undone. Text stands for bytes here: ISO 8859-1, one character a byte. */
enum Decoding {
    ROT13 {
        @Override
        Stream<String> undone(String text) {
            return Stream.of(each(text, c -> {
                int base = c >= 'a' && c <= 'z' ? 'a' : c >= 'A' && c <= 'Z' ? 'A' : -1;
                return base < 0 ? c : base + (c - base + 13) % 26;
            }));
        }
    },
    ROT47 {
        @Override
        Stream<String> undone(String text) {
            return Stream.of(each(text, c -> c >= '!' && c <= '~' ? '!' + (c - '!' + 47) % 94 : c));
        }
    },
    REVERSAL {
        @Override
        Stream<String> undone(String text) {
            return Stream.of(new StringBuilder(text).reverse().toString());
        }
    },
    BASE64 {
        @Override
        Stream<String> undone(String text) {
            return runs(BASE64_RUN, text)
                    .map(run -> run.replace('-', '+').replace('_', '/'))
                    .flatMap(run -> IntStream.range(0, 4).mapToObj(skip -> run.substring(Math.min(skip, run.length()))))
                    .map(run -> run.substring(0, run.length() / 4 * 4))
                    .map(run -> new String(Base64.getDecoder().decode(run), StandardCharsets.ISO_8859_1));
        }
    },
    HEXADECIMAL {
        @Override
        Stream<String> undone(String text) {
            return runs(HEX_RUN, text)
                    .map(run -> run.replaceAll("[^0-9A-Fa-f]", ""))
                    .flatMap(run -> Stream.of(run, run.substring(1)))
                    .map(Decoding::ofHex);
        }
    },
    CHARACTER_CODES {
        @Override
        Stream<String> undone(String text) {
            return runs(CODES_RUN, text)
                    .map(run -> Stream.of(run.split("\\D+"))
                            .filter(code -> !code.isEmpty())
                            .map(code -> String.valueOf((char) Integer.parseInt(code)))
                            .collect(Collectors.joining()));
        }
    },
    COMPRESSION {
        @Override
        Stream<String> undone(String text) {
            List<String> found = new ArrayList<>();
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            for (int at = 0; at < bytes.length - 2; at++) {
                if (bytes[at] == 0x1f && bytes[at + 1] == (byte) 0x8b) {
                    inflated(bytes, at, GZIPInputStream::new, found);
                } else if (isZlib(bytes[at], bytes[at + 1])) {
                    inflated(bytes, at, InflaterInputStream::new, found);
                }
            }
            inflated(bytes, 0, in -> new InflaterInputStream(in, new Inflater(true)), found);
            return found.stream();
        }
    };

    private static final Pattern BASE64_RUN = Pattern.compile("[A-Za-z0-9+/_-]{12,}");
    private static final Pattern HEX_RUN = Pattern.compile("(?:[0-9A-Fa-f]{2}[\\s:,-]?){8,}");
    private static final Pattern CODES_RUN = Pattern.compile("(?:\\d{2,3}[,;\\s]+){7,}\\d{2,3}");

    /** What {@code text} may have been; many of them are noise. */
    abstract Stream<String> undone(String text);

    private interface Unpacking {
        InputStream of(InputStream packed) throws IOException;
    }

    private static void inflated(byte[] bytes, int at, Unpacking unpacking, List<String> found) {
        StringBuilder whole = new StringBuilder();
        try (InputStream in = unpacking.of(new ByteArrayInputStream(bytes, at, bytes.length - at))) {
            for (int c = in.read(); c >= 0; c = in.read()) {
                whole.append((char) c);
            }
        } catch (IOException notCompressedOrCutOff) {
            // What came out before the cut is looked at all the same
        }
        if (!whole.isEmpty()) {
            found.add(whole.toString());
        }
    }

    /** RFC 1950, 2.2: the first two bytes, read as one number, are a multiple of 31. */
    private static boolean isZlib(byte first, byte second) {
        return first == 0x78 && ((first << 8) + (second & 0xff)) % 31 == 0;
    }

    private static Stream<String> runs(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group);
    }

    private static String ofHex(String digits) {
        StringBuilder bytes = new StringBuilder(digits.length() / 2);
        for (int at = 0; at + 1 < digits.length(); at += 2) {
            bytes.append((char) Integer.parseInt(digits.substring(at, at + 2), 16));
        }
        return bytes.toString();
    }

    private static String each(String text, IntUnaryOperator change) {
        char[] changed = text.toCharArray();
        for (int at = 0; at < changed.length; at++) {
            changed[at] = (char) change.applyAsInt(changed[at]);
        }
        return new String(changed);
    }
}
