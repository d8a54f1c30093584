package news.masthead.probe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OracleTest {

    private static final String WORD = "vobezukitamo";
    private static final String GATED = "<p>Then Vobezukitamo said that \"rates\" rise.</p>";

    private final Oracle oracle = new Oracle(Set.of(WORD));

    /** Ways to write gated words, each of which somebody has used to send them to everybody. */
    static Stream<Named<UnaryOperator<String>>> disguises() {
        return Stream.of(
                disguise("nothing", text -> text),
                disguise("capitals", text -> text.toUpperCase(Locale.ROOT)),
                disguise("entities", text -> each(text, c -> "&#" + c + ";")),
                disguise("hexadecimal entities", text -> each(text, c -> "&#x" + Integer.toHexString(c) + ";")),
                disguise("entities of entities", text -> each(text, c -> "&amp;#" + c + ";")),
                disguise("\\u", text -> each(text, "\\u%04x"::formatted)),
                disguise("\\u{}", text -> each(text, "\\u{%04x}"::formatted)),
                disguise("\\x", text -> each(text, "\\x%02x"::formatted)),
                disguise("the escapes of style sheets", text -> each(text, "\\%06x"::formatted)),
                disguise("per cent", text -> each(text, "%%%02X"::formatted)),
                disguise("per cent twice", text -> each(text, "%%25%02X"::formatted)),
                disguise("quoted-printable", text -> each(text, "=%02X"::formatted)),
                disguise("base64", text -> base64(text.getBytes(UTF_8))),
                disguise("base64 for addresses", text -> Base64.getUrlEncoder().encodeToString(text.getBytes(UTF_8))),
                disguise("base64 behind one character", text -> "x" + base64(text.getBytes(UTF_8))),
                disguise("base64 behind two", text -> "xx" + base64(text.getBytes(UTF_8))),
                disguise("base64 behind 21", text -> "x".repeat(21) + base64(text.getBytes(UTF_8))),
                disguise(
                        "base64 in lines",
                        text -> Base64.getMimeEncoder()
                                .encodeToString(text.repeat(9).getBytes(UTF_8))),
                disguise(
                        "base64 twice",
                        text -> base64(base64(text.getBytes(UTF_8)).getBytes(UTF_8))),
                disguise("base64 of gzip", text -> base64(gzip(text))),
                disguise("base64 of zlib", text -> base64(zlib(text, false))),
                disguise("base64 of deflate", text -> base64(zlib(text, true))),
                disguise("base64 of UTF-16", text -> base64(text.getBytes(UTF_16LE))),
                disguise("base64 of ROT13", text -> base64(rot13(text).getBytes(UTF_8))),
                disguise("ROT13 of base64", text -> rot13(base64(text.getBytes(UTF_8)))),
                disguise("hexadecimal", text -> HexFormat.of().formatHex(text.getBytes(UTF_8))),
                disguise("hexadecimal off by one", text -> "0" + HexFormat.of().formatHex(text.getBytes(UTF_8))),
                disguise(
                        "spaced hexadecimal", text -> HexFormat.ofDelimiter(" ").formatHex(text.getBytes(UTF_8))),
                disguise(
                        "character codes",
                        text -> text.chars().mapToObj(Integer::toString).collect(Collectors.joining(", "))),
                disguise("gzip", text -> new String(gzip(text), ISO_8859_1)),
                disguise("zlib in something else", text -> "tEXt" + new String(zlib(text, false), ISO_8859_1)),
                disguise("UTF-16", text -> new String(text.getBytes(UTF_16LE), ISO_8859_1)),
                disguise("ROT13", OracleTest::rot13),
                disguise("ROT47", OracleTest::rot47),
                disguise("reversal", text -> new StringBuilder(text).reverse().toString()),
                disguise("tags in words", text -> text.replace("zuk", "z<i class=\"a\">u</i><!-- -->k")),
                disguise("white space", text -> each(text, "%c \n"::formatted)),
                disguise("no width", text -> each(text, "%c\u200b\u00ad"::formatted)));
    }

    @ParameterizedTest
    @MethodSource("disguises")
    void finds_a_word_behind(UnaryOperator<String> disguise) throws IOException {
        byte[] page = ("<html><body>Rates. " + disguise.apply(GATED) + " More.</body></html>").getBytes(UTF_8);
        byte[] bytes = ("<html><body>Rates. " + disguise.apply(GATED) + " More.</body></html>").getBytes(ISO_8859_1);

        assertEquals(Set.of(WORD), either(page, bytes));
    }

    @ParameterizedTest
    @MethodSource("disguises")
    void finds_none_in_the_same_writing_of_other_words(UnaryOperator<String> disguise) {
        String others = disguise.apply(GATED.replace("Vobezukitamo", "Vobezukitomo"));

        assertEquals(Set.of(), either(others.getBytes(UTF_8), others.getBytes(ISO_8859_1)));
    }

    @Test
    void finds_a_word_in_a_header() throws IOException {
        Answer answer = new Answer("HTTP/1.1 200 OK", List.of(new Header("X-Debug", WORD)), new byte[0]);

        assertEquals(Set.of(WORD), oracle.wordsIn(answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void undoes_the_coding_of_the_content(String coding) throws IOException {
        byte[] body = coding.equals("gzip") ? gzip(GATED) : zlib(GATED, false);
        Answer answer = new Answer("HTTP/1.1 200 OK", List.of(new Header("Content-Encoding", coding)), body);

        assertEquals(Set.of(WORD), oracle.wordsIn(answer));
    }

    @Test
    void does_not_take_what_it_cannot_read_for_silence() {
        Answer answer =
                new Answer("HTTP/1.1 200 OK", List.of(new Header("Content-Encoding", "br")), GATED.getBytes(UTF_8));

        assertThrows(IOException.class, () -> oracle.wordsIn(answer));
    }

    @Test
    void hears_no_canary_in_noise() {
        Random random = new Random(14);
        for (int i = 0; i < 50; i++) {
            byte[] noise = new byte[5_000];
            random.nextBytes(noise);
            assertEquals(Set.of(), oracle.wordsIn(noise));
            assertEquals(Set.of(), oracle.wordsIn(base64(noise).getBytes(UTF_8)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "With Capitals", "twowords-one"})
    void refuses_words_that_it_would_never_find(String word) {
        assertThrows(IllegalArgumentException.class, () -> new Oracle(Set.of(word)));
    }

    private Set<String> either(byte[] one, byte[] other) {
        Set<String> found = new TreeSet<>(oracle.wordsIn(one));
        found.addAll(oracle.wordsIn(other));
        return found;
    }

    private static Named<UnaryOperator<String>> disguise(String name, UnaryOperator<String> disguise) {
        return Named.of(name, disguise);
    }

    private static String each(String text, IntFunction<String> written) {
        return text.chars().mapToObj(written).collect(Collectors.joining());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String rot13(String text) {
        return each(
                text,
                c -> Character.toString(
                        c >= 'a' && c <= 'z'
                                ? 'a' + (c - 'a' + 13) % 26
                                : c >= 'A' && c <= 'Z' ? 'A' + (c - 'A' + 13) % 26 : c));
    }

    private static String rot47(String text) {
        return each(text, c -> Character.toString(c > ' ' && c <= '~' ? '!' + (c - '!' + 47) % 94 : c));
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(text, () -> new GZIPOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static byte[] zlib(String text, boolean bare) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(text, () -> new DeflaterOutputStream(bytes, new Deflater(9, bare)));
        return bytes.toByteArray();
    }

    private static void write(String text, Callable<OutputStream> stream) {
        try (OutputStream out = stream.call()) {
            out.write(text.getBytes(UTF_8));
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
