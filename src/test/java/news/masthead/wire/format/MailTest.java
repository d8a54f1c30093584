package news.masthead.wire.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailTest {

    @Test
    void a_story_keeps_its_dateline_and_gives_up_its_sign_off() {
        WireCopy story = Reading.only("ians-story.eml", Reading.IANS);

        assertEquals("ians.20260812.1122.0031@ians.example", story.guid());
        assertEquals("Ratnagiri mango growers pool crop for first direct sale abroad", story.headline());
        assertEquals("Ratnagiri, Aug 12 (IANS)", story.dateline());
        assertEquals("Ratnagiri", story.location());
        assertEquals("IANS", story.credit());
        assertEquals("--IANS soni/dg", story.signOff());
        assertEquals(4, story.paragraphs().size());
        assertTrue(story.paragraphs().getFirst().startsWith("Ratnagiri, Aug 12 (IANS) A group of 212"));
        assertEquals(
                Instant.parse("2026-08-12T05:52:40Z"), story.versionCreated().at());
        assertInstanceOf(WireMessage.Filed.class, WireMessage.of(story));
    }

    @Test
    void windows_1252_has_letters_where_latin_1_has_none() {
        WireCopy story = Reading.only("ians-two-paragraph-windows-1252.eml", Reading.IANS);

        assertTrue(story.paragraphs().getFirst().endsWith("“the end of the crème caramel”."));
        assertEquals(2, story.paragraphs().size());
    }

    @Test
    void a_message_that_calls_itself_latin_1_is_windows_1252_in_truth() {
        byte[] bytes = mail("text/plain; charset=iso-8859-1", "8bit", "Pune, Aug 12 (IANS) A “step”.")
                .getBytes(Characters.WESTERN);

        assertEquals(
                "Pune, Aug 12 (IANS) A “step”.",
                WireReader.read(bytes, "", Reading.IANS).getFirst().paragraphs().getFirst());
    }

    @Test
    void base64_quoted_printable_and_html_are_read() {
        String words = "Pune, Aug 12 (IANS) A café – open.";
        String base64 = Base64.getMimeEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));

        for (String mail : List.of(
                mail("text/plain; charset=utf-8", "base64", base64),
                mail(
                        "text/plain; charset=utf-8",
                        "quoted-printable",
                        "Pune, Aug 12 (IANS) A caf=C3=A9 =E2=80=93 =\nopen."),
                mail("text/html; charset=utf-8", "8bit", "<html><body><p>" + words + "</p></body></html>"))) {
            assertEquals(
                    List.of(words), Reading.text(mail, Reading.IANS).getFirst().paragraphs());
        }
    }

    @Test
    void a_second_lead_is_an_update_whose_note_is_for_the_desk() {
        WireCopy lead = Reading.text(mail("Onion yards shut (Second Lead)", """
                                Onion yards shut (Second Lead)
                                (Eds: Updates with minister's statement)

                                Nashik, Aug 12 (IANS) Yards reopened.

                                --IANS
                                soni/dg/vd
                                """), Reading.IANS)
                .getFirst();

        assertEquals("Onion yards shut", lead.headline());
        assertEquals("Second Lead", lead.takeKey());
        assertEquals("(Eds: Updates with minister's statement)", lead.edNote());
        assertEquals(List.of("Nashik, Aug 12 (IANS) Yards reopened."), lead.paragraphs());
        assertInstanceOf(WireMessage.Updated.class, WireMessage.of(lead));
    }

    @Test
    void a_sign_off_in_the_last_paragraph_is_taken_off_and_nothing_else() {
        WireCopy story = Reading.text(mail("RBI-GOLD LOAN", """
                                RBI panel to review gold loan norms

                                   Mumbai, Aug 12 (PTI) A panel will review norms.

                                   "There is no stress," the official said. PTI NIT KJ
                                KJ
                                """), Reading.PTI).getFirst();

        assertEquals("RBI-GOLD LOAN", story.slugline());
        assertEquals("RBI panel to review gold loan norms", story.headline());
        assertEquals("PTI NIT KJ KJ", story.signOff());
        assertEquals(
                "\"There is no stress,\" the official said.", story.paragraphs().getLast());
    }

    @Test
    void an_embargo_in_a_sentence_is_read_where_it_is_certain_and_holds_where_it_is_not() {
        String sure =
                "EDS: EMBARGOED. NOT FOR PUBLICATION BEFORE 1730 HOURS IST ON AUG 13\n\nGrowth seen at 6.9\n\nDelhi, Aug 12 (PTI) Up.";
        String unsure = "EDS: EMBARGOED UNTIL THE PRESS CONFERENCE\n\nGrowth seen at 6.9\n\nDelhi, Aug 12 (PTI) Up.";

        assertEquals(
                Instant.parse("2026-08-13T12:00:00Z"),
                Reading.text(mail("GDP-FORECAST", sure), Reading.PTI)
                        .getFirst()
                        .embargo()
                        .at());
        WireTime held = Reading.text(mail("GDP-FORECAST", unsure), Reading.PTI)
                .getFirst()
                .embargo();
        assertTrue(held.isGiven());
        assertEquals(null, held.at());
    }

    @Test
    void a_dateline_on_a_line_of_its_own_is_no_paragraph() {
        WireCopy story = Reading.text(
                        mail(
                                "India-environment-tiger",
                                "Bhopal, Aug 12, 2026 (AFP) -\n\nTwo tigers were moved.\n\nstr/abh/pdw\n"),
                        Reading.AFP)
                .getFirst();

        assertEquals("Bhopal, Aug 12, 2026 (AFP) -", story.dateline());
        assertEquals(List.of("Two tigers were moved."), story.paragraphs());
        assertEquals("", story.headline());
        assertEquals("India-environment-tiger", story.slugline());
    }

    @Test
    void brackets_in_a_place_are_not_the_agency() {
        WireCopy story = Reading.text(
                        mail("Fishermen return", "Chennai (Tamil Nadu) [India], August 12 (ANI): Boats left. (ANI)"),
                        Reading.ANI)
                .getFirst();

        assertEquals("Chennai (Tamil Nadu) [India], August 12 (ANI):", story.dateline());
        assertEquals("Chennai", story.location());
        assertEquals("(ANI)", story.signOff());
    }

    @Test
    void two_stories_in_one_mail_are_two_items() {
        List<WireCopy> stories = Reading.text(
                mail(
                        "SPORT WRAP",
                        "1) First\n\nNagpur, Aug 12 (IANS) One.\n\n--IANS\nkk/\n==========\n2) Second\n\nPune, Aug 12 (IANS) Two.\n\n--IANS\nkk/bsk\n"),
                Reading.IANS);

        assertEquals(
                List.of("First", "Second"),
                stories.stream().map(WireCopy::headline).toList());
        assertEquals(
                List.of("m1@x.example", "m1@x.example#2"),
                stories.stream().map(WireCopy::guid).toList());
    }

    @Test
    void a_correction_and_a_schedule_are_for_editors_and_no_story() {
        WireCopy correction = Reading.only("ians-correction.eml", Reading.IANS);
        WireCopy schedule = Reading.text(
                        mail("IANS NATIONAL SCHEDULE", "EDITORS: NOT FOR PUBLICATION\n\n1. Lok Sabha"), Reading.IANS)
                .getFirst();

        assertInstanceOf(WireMessage.Advisory.class, WireMessage.of(correction));
        assertEquals("Ratnagiri mango growers pool crop for first direct sale abroad", correction.refersTo());
        assertInstanceOf(WireMessage.Advisory.class, WireMessage.of(schedule));
        assertEquals(List.of(), schedule.blocks());
    }

    @Test
    void a_withdrawal_names_the_story_it_kills() {
        WireCopy order = Reading.text(
                        mail(
                                "ADVISORY-Utility story withdrawn",
                                "ADVISORY-Utility story withdrawn\n\nIt is withdrawn.\n\nSTORY_NUMBER: L4N3XYZ01\n"),
                        Reading.IANS)
                .getFirst();

        assertInstanceOf(WireMessage.Killed.class, WireMessage.of(order));
        assertEquals("L4N3XYZ01", order.refersTo());
        assertEquals(List.of(), order.blocks());
    }

    @Test
    void bare_text_needs_the_agencys_dateline() {
        assertEquals(
                "Rain in Pune",
                Reading.text("Rain in Pune\n\nPune, Aug 12 (IANS) It rained.\n\n--IANS\nkk/", Reading.IANS)
                        .getFirst()
                        .headline());
        assertThrows(UnreadableWire.class, () -> Reading.text("It rained in Pune.", Reading.IANS));
    }

    @Test
    void hindi_is_read_in_encoded_words_that_cut_a_character_and_in_the_text() {
        WireCopy story = Reading.only("text/mail-hindi.eml", Reading.INS);

        assertEquals("मलपे में नई फेरी चली", story.headline());
        assertEquals("hi", story.language());
        assertEquals("मलपे, 24 नवंबर (आईएनएस)", story.dateline());
        assertEquals("मलपे", story.location());
        assertEquals("आईएनएस", story.credit());
        assertEquals("--आईएनएस", story.signOff());
        assertEquals(2, story.paragraphs().size());
    }

    @Test
    void a_mail_in_hostile_html_alone_gives_its_words_and_nothing_else() {
        WireCopy story = Reading.only("text/mail-html-only.eml", Reading.INS);

        assertEquals("Ferry leaves harbour", story.headline());
        assertEquals(
                List.of(
                        "Malpe, Nov 24 (INS) The coast’s largest ferry left.",
                        "It cost £2 – much.",
                        "The captain waved."),
                story.paragraphs());
        assertEquals("--INS soni/dg", story.signOff());
        String html = String.join("", story.blocks());
        for (String left : List.of("script", "alert", "onclick", "hidden", "track.example")) {
            assertFalse(html.contains(left), html);
        }
    }

    @Test
    void a_forwarded_mail_is_read_where_nothing_stands_before_it() {
        WireCopy story = Reading.only("text/mail-forwarded.eml", Reading.INS);

        assertEquals("fwd.1@ins.example", story.guid());
        assertEquals(List.of("Malpe, Nov 24 (INS) The coast’s largest ferry left."), story.paragraphs());
        assertEquals("Ferry leaves harbour", story.headline());
    }

    @Test
    void paid_matter_keeps_its_disclaimer_and_says_what_it_is() {
        WireCopy release = Reading.only("text/mail-press-release.eml", Reading.INS);

        assertEquals("INS/PNN", release.credit());
        assertEquals(List.of(PressRelease.SIGNAL), release.signals());
        assertTrue(release.paragraphs().getLast().startsWith("(ADVERTORIAL DISCLAIMER"));
    }

    @Test
    void a_correction_is_a_story_where_it_has_one_and_a_notice_where_it_asks_for_changes() {
        String subject = "CORRECTION: Ferry leaves harbour at last";
        WireCopy story = Reading.text(mail(subject, subject + "\n\nPune, Aug 12 (IANS) It left at ten."), Reading.IANS)
                .getFirst();
        WireCopy notice = Reading.text(
                        mail(subject, subject + "\n\nPune, Aug 12 (IANS) Please read para 2 as sent now."),
                        Reading.IANS)
                .getFirst();

        assertInstanceOf(WireMessage.Corrected.class, WireMessage.of(story));
        assertEquals("Ferry leaves harbour at last", story.headline());
        assertInstanceOf(WireMessage.Advisory.class, WireMessage.of(notice));
        assertEquals("Ferry leaves harbour at last", notice.refersTo());
    }

    @Test
    void a_schedule_is_for_the_desk() {
        WireCopy schedule = Reading.only("text/mail-schedule.eml", Reading.INS);

        assertEquals("INS EVENING SCHEDULE - Nov 24", schedule.headline());
        assertEquals(PubStatus.WITHHELD, schedule.status());
        assertEquals(List.of(), schedule.blocks());
        assertInstanceOf(WireMessage.Advisory.class, WireMessage.of(schedule));
    }

    @Test
    void a_wrong_charset_does_not_stop_a_mail() {
        String words = "Pune, Aug 12 (IANS) A café – open.";
        for (String charset : List.of("us-ascii", "x-unknown", "utf-8")) {
            byte[] utf8 = mail("text/plain; charset=" + charset, "8bit", words).getBytes(StandardCharsets.UTF_8);
            assertEquals(
                    List.of(words),
                    WireReader.read(utf8, "", Reading.IANS).getFirst().paragraphs(),
                    charset);
        }
        byte[] western = mail("text/plain; charset=utf-8", "8bit", words).getBytes(Characters.WESTERN);
        byte[] unsaid = mail("text/plain", "8bit", words).getBytes(StandardCharsets.UTF_8);
        assertEquals(
                List.of(words),
                WireReader.read(western, "", Reading.IANS).getFirst().paragraphs());
        assertEquals(
                List.of(words),
                WireReader.read(unsaid, "", Reading.IANS).getFirst().paragraphs());
    }

    @Test
    void html_says_its_charset_where_the_mail_does_not() {
        String html =
                "<html><head><meta charset=\"windows-1251\"></head><body><p>Pune, Aug 12 (IANS) Да.</p></body></html>";
        byte[] unsaid = mail("text/html", "8bit", html).getBytes(java.nio.charset.Charset.forName("windows-1251"));
        byte[] said = mail("text/html; charset=utf-8", "8bit", html).getBytes(StandardCharsets.UTF_8);

        for (byte[] mail : List.of(unsaid, said)) {
            assertEquals(
                    List.of("Pune, Aug 12 (IANS) Да."),
                    WireReader.read(mail, "", Reading.IANS).getFirst().paragraphs());
        }
    }

    @Test
    void bylines_and_bullets_above_the_dateline_are_neither_headline_nor_lost() {
        String text =
                "Ferry leaves the harbour of Malpe at last after\na long wait\n* Captain waves\n\nBy Asha Rao\n\nPune, Aug 12 (IANS) It left.";
        WireCopy copy = Reading.text(
                        mail("Ferry leaves the harbour of Malpe at last after a long wait", text), Reading.IANS)
                .getFirst();

        assertEquals("Ferry leaves the harbour of Malpe at last after a long wait", copy.headline());
        assertEquals("By Asha Rao", copy.byline());
        assertEquals(List.of("* Captain waves", "Pune, Aug 12 (IANS) It left."), copy.paragraphs());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=?iso-8859-1?Q?Caf=E9_opens?=                | Café opens",
                "=?UTF-8?b?Q2Fmw6k=?= opens                   | Café opens",
                "=?utf-8?q?Caf=C3?= =?utf-8?q?=A9_opens?=     | Café opens",
                "Café opens                                   | Café opens",
                "=?x-none?Q?Caf=E9?=                          | Café",
                "=?utf-8?B?Q?= left =?broken                  | left =?broken",
                "100 =?% sure                                 | 100 =?% sure",
            })
    void headers_are_decoded(String raw, String words) {
        assertEquals(words, EncodedWords.decode(raw.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KILL: Ferry leaves harbour at last                  | Text                                    | KILL       | Ferry leaves harbour at last",
                "URGENT: KILL Ferry leaves harbour at last           | The story \"Ferry leaves harbour\" is wrong. | KILL  | Ferry leaves harbour",
                "MANDATORY KILL                                      | Please kill story DEL42, it is wrong.   | KILL       | DEL42",
                "Note                                                | Please kill DEL42 RBI-GOLD LOAN.        | KILL       | DEL42",
                "Note                                                | Please kill the story 'India's ferry leaves', it is wrong. | KILL | India's ferry leaves",
                "Advisory                                            | Please kill the story Ferry, W2607. A kill is mandatory. | KILL | W2607",
                "STORY WITHDRAWN                                     | STORY_NUMBER: L4N3XYZ01                 | KILL       | L4N3XYZ01",
                "Note                                                | The item headlined Ferry leaves harbour is withdrawn. | KILL | Ferry leaves harbour",
                "HOLD: Ferry leaves harbour at last                  | Text                                    | HOLD       | Ferry leaves harbour at last",
                "CORRECTION: Ferry leaves harbour at last            | CORRECTION                              | CORRECTION | Ferry leaves harbour at last",
                "INS NATIONAL SCHEDULE                               | 1. Ferry                                | ADVISORY   | ''",
                "10 KILLED IN FERRY ACCIDENT                         | Text                                    | ''         | ''",
                "UP-ACCIDENT-KILLED                                  | Text                                    | ''         | ''",
                "KILL BILL STAR VISITS COAST                         | Text                                    | ''         | ''",
                "Court holds ferry company liable                    | The company said its report is withdrawn. | ''       | ''",
            })
    void messages_to_editors_are_told_from_stories(String subject, String text, String notice, String target) {
        WireCopy copy = Reading.text(mail(subject, text), Reading.IANS).getFirst();

        assertEquals(
                notice,
                Notice.in(List.of(subject, text), text).map(Notice::name).orElse(""));
        assertEquals(notice.isEmpty() ? "text" : "notice", copy.type());
        assertEquals(target, copy.refersTo());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ferry leaves (Second Lead)        | Ferry leaves | Second Lead",
                "Ferry leaves (2nd Ld)             | Ferry leaves | 2nd Ld",
                "Ferry leaves (Ld)                 | Ferry leaves | Ld",
                "Ferry leaves (Intro Lead)         | Ferry leaves | Intro Lead",
                "Ferry leaves (Corrected copy)     | Ferry leaves | Corrected copy",
                "UPDATE 2-Ferry leaves             | Ferry leaves | UPDATE 2",
                "CORRECTED-Ferry leaves            | Ferry leaves | CORRECTED",
                "Ferry leaves (lead paint)         | Ferry leaves (lead paint) | ''",
            })
    void a_headline_gives_up_the_word_for_its_take(String subject, String headline, String take) {
        WireCopy copy = Reading.text(mail(subject, "Pune, Aug 12 (IANS) It left."), Reading.IANS)
                .getFirst();

        assertEquals(headline, copy.headline());
        assertEquals(take, copy.takeKey());
        boolean correction = WireMessage.of(copy) instanceof WireMessage.Corrected;
        assertEquals(take.toLowerCase(java.util.Locale.ROOT).startsWith("correct"), correction);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EMBARGOED UNTIL 0001 GMT TUESDAY NOV 24",
                "(EMBARGOED UNTIL 0001 GMT TUESDAY NOV 24)",
                "EDS: NOT FOR PUBLICATION BEFORE 0001 HOURS GMT ON NOV 24",
                "Embargo: 24 Nov 2026 00.01 GMT",
                "HOLD FOR RELEASE until 12:01 a.m. GMT Nov 24"
            })
    void a_line_that_holds_is_a_note_and_an_embargo(String line) {
        String text = "Ferry leaves harbour\n" + line + "\n\nPune, Nov 23 (IANS) It leaves.\n\n" + line + "\n";
        WireCopy copy = Reading.text(
                        mail("Ferry leaves harbour", text)
                                .replace("12 Aug", "23 Nov")
                                .replace("Wed,", "Mon,"),
                        Reading.IANS)
                .getFirst();

        assertEquals(Instant.parse("2026-11-24T00:01:00Z"), copy.embargo().at());
        assertEquals(List.of("Pune, Nov 23 (IANS) It leaves."), copy.paragraphs());
        assertEquals("Ferry leaves harbour", copy.headline());
        assertTrue(copy.edNote().contains(line));
    }

    @Test
    void an_embargo_on_trade_is_news() {
        WireCopy copy = Reading.text(
                        mail("Embargo on oil lifted", "Embargo on oil lifted\n\nPune, Aug 12 (IANS) It ended."),
                        Reading.IANS)
                .getFirst();

        assertEquals("Embargo on oil lifted", copy.headline());
        assertFalse(copy.embargo().isGiven());
    }

    @Test
    void notes_to_editors_are_no_paragraphs_wherever_they_stand() {
        WireCopy copy = Reading.text(
                        mail(
                                "Ferry leaves",
                                "Ferry leaves\n(Adds captain's quote)\n\nPune, Aug 12 (IANS) It left.\n\n(Eds: More at 9 p.m.)\n\n(Reporting by Asha Rao; Editing by Leela Pai)"),
                        Reading.IANS)
                .getFirst();

        assertEquals(
                List.of("Pune, Aug 12 (IANS) It left.", "(Reporting by Asha Rao; Editing by Leela Pai)"),
                copy.paragraphs());
        assertEquals("(Adds captain's quote) | (Eds: More at 9 p.m.)", copy.edNote());
    }

    @Test
    void a_mail_of_nobody_keeps_its_id_and_its_last_line_as_they_stand() {
        WireCopy copy = Reading.text(mail("Hello", "It left.\n\n--IANS\nkk/"), Dialect.OF_NOBODY)
                .getFirst();

        assertEquals("<m1@x.example>", copy.guid());
        assertEquals(List.of("It left.", "--IANS kk/"), copy.paragraphs());
    }

    private static String mail(String subject, String text) {
        return "Message-ID: <m1@x.example>\nDate: Wed, 12 Aug 2026 14:05:10 +0530\nSubject: " + subject
                + "\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
                + text;
    }

    private static String mail(String type, String encoding, String text) {
        return "Message-ID: <m1@x.example>\nDate: Wed, 12 Aug 2026 14:05:10 +0530\nSubject: A cafe opens\nMIME-Version: 1.0\nContent-Type: "
                + type + "\nContent-Transfer-Encoding: " + encoding + "\n\n" + text;
    }
}
