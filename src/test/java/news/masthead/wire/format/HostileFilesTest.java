package news.masthead.wire.format;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFilesTest {

    /** Milliseconds on an idle machine; a hang is what this catches. */
    private static final Duration QUICKLY = Duration.ofSeconds(20);

    private static final int LARGEST = 4_900_000;
    private static final int LONGEST_TEXT = 990_000;
    private static final int DEEP = 200_000;

    @ParameterizedTest
    @ValueSource(strings = {"hostile/xxe.xml", "hostile/entity-bomb.xml"})
    void entities_are_refused_quickly(String file) {
        String reason = refusal(Reading.bytes(file));

        assertTrue(reason.contains("entity"), reason);
        assertFalse(reason.contains("root:"), reason);
    }

    @Test
    void a_document_type_that_nothing_uses_is_stripped() {
        String story = new String(Reading.bytes("newsml-g2-story.xml"), StandardCharsets.UTF_8)
                .replace("?>\n", "?>\n<!DOCTYPE newsItem SYSTEM \"http://127.0.0.1:1/never.dtd\">\n");

        assertFalse(Reading.text(story, Reading.MERIDIAN).isEmpty());
    }

    @Test
    void depth_is_refused_in_xml_and_flattened_in_html() {
        assertTrue(refusal(("<newsItem>" + "<a>".repeat(DEEP) + "</a>".repeat(DEEP) + "</newsItem>")
                        .getBytes(StandardCharsets.UTF_8))
                .contains("deep"));
        String html = "<div>".repeat(DEEP / 10) + "<p>Deep down.</p>" + "</div>".repeat(DEEP / 10);
        String item = "<newsItem guid='x'><contentSet><inlineData><![CDATA[" + html
                + "]]></inlineData></contentSet></newsItem>";

        assertTimeout(QUICKLY, () -> Reading.text(item, Reading.MERIDIAN));
    }

    static Stream<String> largest() {
        String mail = "Message-ID: <x@y>\nSubject: x\n\n";
        String iptc = "\1cpa041 3 wi 96  cpa 0417\n\nHarbour/\n\2";
        String anpa = "\u0016\u0016\1W2607\u001f_a\nr a\u0013\u0011 BC-Ferry   11-24 0093\n\2";
        String item = "<newsItem guid='x'><contentSet><inlineXML>%s</inlineXML></contentSet></newsItem>";
        return Stream.of(
                mail + "\n".repeat(LARGEST),
                mail.replace("x\n\n", "=?utf-8?B?QQ=?= ".repeat(LONGEST_TEXT / 16) + "\n\nx"),
                mail.replace("x\n\n", "=?utf-8?Q?".repeat(LONGEST_TEXT / 10) + "\n\nx"),
                mail + "please kill ".repeat(LONGEST_TEXT / 12),
                mail + "EDS: ".repeat(LONGEST_TEXT / 5),
                mail + "x\n\nPune, Aug 12 (IANS) " + "PTI ".repeat(LONGEST_TEXT / 4),
                mail + "-".repeat(LONGEST_TEXT),
                iptc + "x".repeat(LONGEST_TEXT),
                iptc + "x =\n".repeat(LONGEST_TEXT / 4),
                iptc + "x =\n\n" + "# ".repeat(LONGEST_TEXT / 2),
                iptc + "x =\n\n" + "* * * ".repeat(LONGEST_TEXT / 6),
                iptc + "x =\n\n" + "123456 GMT ".repeat(LONGEST_TEXT / 11),
                (iptc + "x =\n\4").repeat(LONGEST_TEXT / 40),
                iptc.replace("\1", "\u007f".repeat(LONGEST_TEXT)),
                "\1".repeat(LONGEST_TEXT),
                anpa + "^".repeat(LONGEST_TEXT),
                anpa + "^x<\n".repeat(LONGEST_TEXT / 4),
                anpa + "^a\n^b\n" + "\t``x''\n".repeat(LONGEST_TEXT / 7),
                anpa + "^a\n^b\n" + "\b;x".repeat(LONGEST_TEXT / 3),
                anpa.replace("BC-Ferry", " ".repeat(LONGEST_TEXT)),
                (anpa + "^x<\n\4").repeat(LONGEST_TEXT / 45),
                "ZCZC\n" + ":".repeat(LONGEST_TEXT),
                "ZCZC\n" + ":x\n".repeat(LONGEST_TEXT / 3),
                "ZCZC\nAN#x\nTX#" + "x\n".repeat(LONGEST_TEXT / 2),
                "Source: x\nMEDIA RELEASE PR1\n" + "x".repeat(LONGEST_TEXT),
                "Source: " + "x\n".repeat(LONGEST_TEXT / 2),
                "Pune, Aug 12 (IANS) " + "x".repeat(LONGEST_TEXT),
                "Pune, ".repeat(LONGEST_TEXT / 6) + "Aug 12 (IANS)",
                mail + " ".repeat(LARGEST),
                mail + "\u201c".repeat(LARGEST / 3),
                mail + "KILL\n" + "\u201cx".repeat(LARGEST / 4),
                mail + "A\n\n".repeat(LARGEST / 3),
                mail + "A-".repeat(LARGEST / 2),
                mail + "(Pune) ".repeat(LARGEST / 7),
                mail + "=====\nA\n".repeat(LARGEST / 8),
                mail.replace("\n\n", "\nContent-Type: multipart/mixed; boundary=a\n\n")
                        + "--a\nContent-Type: multipart/mixed; boundary=a\n\n".repeat(LARGEST / 46),
                item.formatted(("<x>".repeat(190) + "</x>".repeat(190)).repeat(LARGEST / 1400)),
                item.formatted("<p>a<b/></p>".repeat(LARGEST / 13)),
                item.formatted(
                        "<p>" + "<span>".repeat(190) + "x ".repeat(LARGEST / 3) + "</span>".repeat(190) + "</p>"),
                item.formatted("<![CDATA[" + "<b>".repeat(LARGEST / 4) + "]]>"),
                item.formatted("<br/>".repeat(LARGEST / 6)),
                "<nitf><body><body.content>" + "<note><body.content/></note>".repeat(LARGEST / 29)
                        + "</body.content></body></nitf>",
                "<nitf><body><body.content>" + "<br/>".repeat(99_000) + "</body.content></body></nitf>",
                "<NewsML><NewsItem>"
                        + "<NewsComponent><ContentItem><DataContent>x</DataContent></ContentItem></NewsComponent>"
                                .repeat(LARGEST / 90)
                        + "</NewsItem></NewsML>",
                item.formatted("\n   x".repeat(LARGEST / 6)),
                "<newsMessage>" + "<newsItem guid='x'/>".repeat(LARGEST / 21) + "</newsMessage>");
    }

    @ParameterizedTest
    @MethodSource("largest")
    void the_largest_file_ends_in_time(String file) {
        assertTimeoutPreemptively(QUICKLY, () -> {
            try {
                Reading.text(file, Reading.IANS);
            } catch (UnreadableWire refused) {
                assertFalse(refused.getMessage().contains("StackOverflow"), refused.getMessage());
            }
        });
    }

    @Test
    void what_is_no_wire_copy_is_refused_in_a_sentence() {
        for (String garbage : new String[] {
            "",
            "   ",
            "{\"a\":",
            "<html><body>x</body></html>",
            "<newsMessage/>",
            "<a",
            "PK\u0003\u0004\0\0",
            "%PDF-1.7"
        }) {
            assertTrue(refusal(garbage.getBytes(StandardCharsets.UTF_8)).endsWith("."), garbage);
        }
    }

    private static String refusal(byte[] bytes) {
        return assertTimeout(
                QUICKLY,
                () -> assertThrows(UnreadableWire.class, () -> WireReader.read(bytes, "", Reading.MERIDIAN))
                        .getMessage());
    }
}
