package news.masthead.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import news.masthead.wire.format.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecognitionTest {

    private static final Profiles SHIPPED = Profiles.shipped();
    private static final Recognition RECOGNITION = new Recognition(SHIPPED.ids().stream()
            .sorted()
            .flatMap(id -> SHIPPED.find(id).stream())
            .toList());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ins     | From: INS <desk@ins.example>~Subject: x~~It rained.",
                "pti     | From: PTI <a@feeds.pti.example>~Subject: x~~It rained.",
                "ians    | From: a@b.example~Subject: x~~Rain~~Pune, Aug 12 (IANS) It rained.",
                "ani     | Pune (Maharashtra) [India], August 12 (ANI/PNN): It rained.",
                "reuters | MUMBAI (Reuters) - It rained.",
                "reuters | REUTERS - It rained.",
                "afp     | PUNE, Aug 29, 2026 (AFP) -~~It rained.",
                "kyodo   | TOKYO, Dec. 9 Kyodo - It rained.",
                "kyodo   | It rained.~==Kyodo",
                "dpa     | \u0001eca0188 4 i 22  dpa 0201~~Rain/~\u0002Rain =",
                "ats     | \u007f\u007f~\u0001bsf025 3 ec 121   etf 967~~\u0002Pluie =~~Paris (ats afp) Il a plu.",
                "ap      | \u0016\u0016\u0001W2607\u001f_a~\u0002^Rain<~\tIt rained.~\t   \u0003AP-WF-11-13-26 0745GMT<",
                "aap     | ZCZC AAP~$f~It rained.",
                "newsbites | zczc~AN#1~KN#News Bites~TX#~It rained.",
                "asianet | Source: X~MEDIA RELEASE PR1~Rain~~PUNE, Feb. 1, 2026 /PRNewswire-AsiaNet/ --",
                "tt      | <item><provider literal=\"TT\"/></item>",
                "dpa     | {\"source\":\"dpa\"}",
                "''      | It rained.",
                "''      | From: Ben <a@b.example>~Subject: x~~TOKYO, March 10 AAP - It rained.",
                "''      | The (whole) story - and more.",
            })
    void a_file_says_whose_it_is(String id, String file) {
        assertEquals(
                id, RECOGNITION.of(file.replace("~", "\r\n")).map(Agency::id).orElse(""));
    }

    @Test
    void a_guess_decides_how_to_read_and_never_the_language_where_the_format_has_one() {
        byte[] text = "Pune, Aug 12 (IANS) It rained.".getBytes(StandardCharsets.UTF_8);
        byte[] xml = "<item><provider literal='x'/><creditline>PA</creditline></item>".getBytes(StandardCharsets.UTF_8);

        assertEquals("en", SHIPPED.dialectOf(text).language());
        assertEquals(ZoneId.of("Asia/Kolkata"), SHIPPED.dialectOf(text).zone());
        assertEquals("", SHIPPED.dialectOf(xml).language());
        assertEquals(ZoneId.of("Europe/London"), SHIPPED.dialectOf(xml).zone());
        assertEquals(Dialect.OF_NOBODY, SHIPPED.dialectOf("It rained.".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_mail_is_doubted_where_its_sender_is_not_whom_it_is_signed_by() {
        String words = "Subject: x\n\nRain\n\nPune, Aug 12 (IANS) It rained.";

        assertFalse(doubt("From: IANS <desk@ians.example>\n" + words).isPresent());
        assertEquals(
                Optional.of("The mail is signed by Indo-Asian News Service and does not come from it."),
                doubt("From: IANS <ians@mail.example>\n" + words));
        assertEquals(
                Optional.of("The mail comes from nobody we know."),
                doubt("From: a <a@b.example>\nSubject: x\n\nIt rained."));
        assertEquals(
                Optional.of("The mail server found that the mail does not come from its sender."),
                doubt(
                        "From: IANS <desk@ians.example>\nAuthentication-Results: mx.site.example;\n\tspf=pass; dmarc=fail\n"
                                + words));
        assertFalse(doubt("Pune, Aug 12 (IANS) It rained.").isPresent());
    }

    @Test
    void a_long_file_is_recognised_quickly_or_not_at_all() {
        for (String unit : List.of("(", "From: \n", "Aug 12 ", "a: b\n", "\n", "\"", "Authentication-Results: \n\t")) {
            String file = "From: a@b.example\n" + unit.repeat(4_000_000 / unit.length());
            org.junit.jupiter.api.Assertions.assertTimeout(java.time.Duration.ofSeconds(2), () -> {
                RECOGNITION.of(file);
                RECOGNITION.of(unit + file);
                RECOGNITION.doubtOf(file);
            });
        }
    }

    private static Optional<String> doubt(String mail) {
        return SHIPPED.doubtOf(mail.getBytes(StandardCharsets.UTF_8));
    }
}
