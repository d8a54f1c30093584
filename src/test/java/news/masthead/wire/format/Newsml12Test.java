package news.masthead.wire.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class Newsml12Test {

    private static final String STORY = new String(Reading.bytes("newsml-1.2-story.xml"), StandardCharsets.UTF_8);
    private static final String ROLES = new String(Reading.bytes("newsml-1.2-roles.xml"), StandardCharsets.UTF_8);

    @Test
    void a_story_comes_out_whole_and_its_photo_says_nothing_about_it() {
        WireCopy story = Reading.only("newsml-1.2-story.xml", Reading.AFP);

        assertEquals("urn:newsml:ins.example:20260812:DELTA-44:2", story.guid());
        assertEquals("urn:newsml:ins.example:20260812:DELTA-44", story.identity());
        assertEquals("2", story.version());
        assertEquals("text", story.type());
        assertEquals("Ferry at Kendrapara gets a night lamp", story.headline());
        assertEquals("India-ferry", story.slugline());
        assertEquals("Bijoy Sahu", story.byline());
        assertEquals("", story.credit());
        assertEquals("Kendrapara, Aug 12 (INS) -", story.dateline());
        assertEquals("Kendrapara", story.location());
        assertEquals("en", story.language());
        assertEquals("3", story.urgency());
        assertEquals(Instant.parse("2026-08-12T08:15:00Z"), story.firstCreated().at());
        assertEquals(
                Instant.parse("2026-08-12T08:40:00Z"), story.versionCreated().at());
        assertEquals("(c) 2026 INS | NO ARCHIVAL USE", story.rights());
        assertEquals("The lamp is lit at seven. | (with picture)", story.edNote());
        assertEquals(
                List.of(new WireCopy.Subject("subj:04015000", "transport"), new WireCopy.Subject("", "LOCAL")),
                story.subjects());
        assertEquals(
                List.of(
                        "<p>The ferry at Kendrapara has a lamp, and <strong>runs</strong> until ten at night.</p>",
                        "<p>Its owner sold two goats for it.</p>"),
                story.story());
        assertInstanceOf(WireMessage.Updated.class, WireMessage.of(story));
    }

    @Test
    void the_body_is_the_longest_in_that_role_and_may_be_markup_written_as_text() {
        WireCopy story = Reading.only("newsml-1.2-roles.xml", Reading.MERIDIAN);

        assertEquals("Sluis bij Kochi dicht", story.headline());
        assertEquals(List.of("De sluis is een week dicht. De boten wachten."), story.paragraphs());
        assertEquals("KOCHI", story.location());
        assertEquals("5", story.urgency());
    }

    @Test
    void a_name_that_names_only_the_provider_is_told_apart_by_the_item_id() {
        assertEquals("urn:newsml:cpa.example:98055", read(ROLES).guid());
        assertEquals("urn:newsml:cpa.example:98055", read(ROLES).identity());
        assertEquals(
                "urn:newsml:cpa.example:98055",
                read(ROLES.replaceFirst("<PublicIdentifier>.*", "")).identity());
        assertEquals(
                "", read(ROLES.replace("<NewsItemId>98055<", "<NewsItemId>0<")).guid());
        assertEquals(
                "",
                read(ROLES.replace("<NewsItemId>98055</NewsItemId>", "<NewsItemId/>"))
                        .guid());
    }

    @Test
    void without_a_body_the_lead_is_the_story_and_without_a_lead_the_title() {
        String lead = ROLES.replaceAll("(?s)<DataContent>De sluis.*?</DataContent>", "<DataContent/>");
        String title = lead.replaceAll("<DataContent>Een lead.*?</DataContent>", "<DataContent/>");

        assertEquals("Een lead", read(lead).paragraphs().getFirst().substring(0, 8));
        assertEquals("Sluis bij Kochi", read(title).paragraphs().getFirst().substring(0, 15));
    }

    @Test
    void a_missing_headline_is_found_in_the_body_or_in_its_role() {
        String without = STORY.replaceFirst("<HeadLine>Ferry[^<]*</HeadLine>", "<HeadLine/>");
        String inBody = without.replace(
                "<nitf><body>", "<nitf><body><body.head><hedline><hl1>A lamp</hl1></hedline></body.head>");
        String inRole = ROLES.replaceAll("<HeadLine>.*?</HeadLine>", "");

        assertEquals("", read(without).headline());
        assertEquals("A lamp", read(inBody).headline());
        assertEquals("Sluis bij Kochi", read(inRole).headline().substring(0, 15));
    }

    @Test
    void an_embargo_ends_when_the_status_will_change() {
        WireCopy story = read(STORY.replace(
                "<Status FormalName=\"Usable\"/>",
                "<Status FormalName=\"Embargoed\"/><StatusWillChange><FutureStatus FormalName=\"Usable\"/>"
                        + "<DateAndTime>20260813T060000+0530</DateAndTime></StatusWillChange>"));

        assertEquals(PubStatus.EMBARGOED, story.status());
        assertEquals(Instant.parse("2026-08-13T00:30:00Z"), story.embargo().at());
    }

    @Test
    void a_cancelled_item_and_an_instruction_to_delete_are_orders_to_kill() {
        WireCopy canceled = read(STORY.replace("FormalName=\"Usable\"", "FormalName=\"Canceled\""));
        WireCopy deleted = read(STORY.replace("<Urgency", "<Instruction FormalName=\"Delete\"/><Urgency"));

        assertInstanceOf(WireMessage.Killed.class, WireMessage.of(canceled));
        assertInstanceOf(WireMessage.Killed.class, WireMessage.of(deleted));
    }

    @Test
    void a_rectification_is_a_correction() {
        WireCopy corrected = read(STORY.replace("<Urgency", "<Instruction FormalName=\"Rectify\"/><Urgency"));

        assertInstanceOf(WireMessage.Corrected.class, WireMessage.of(corrected));
    }

    @Test
    void an_item_of_a_photo_and_its_caption_is_a_picture() {
        WireCopy photo = read(STORY.replaceFirst("(?s)<ContentItem>\\s*<Comment.*?</ContentItem>", ""));

        assertEquals("picture", photo.type());
        assertInstanceOf(WireMessage.Advisory.class, WireMessage.of(photo));
    }

    @Test
    void each_news_item_of_a_file_is_a_copy() {
        String second = STORY.substring(STORY.indexOf("<NewsItem "), STORY.indexOf("</NewsML>"))
                .replace("DELTA-44", "DELTA-45");
        List<WireCopy> copies = Reading.text(STORY.replace("</NewsML>", second + "</NewsML>"), Reading.AFP);

        assertEquals(
                List.of("urn:newsml:ins.example:20260812:DELTA-44", "urn:newsml:ins.example:20260812:DELTA-45"),
                copies.stream().map(WireCopy::identity).toList());
    }

    @Test
    void html_in_a_cdata_section_is_read_as_html() {
        WireCopy story = read(STORY.replaceFirst(
                "(?s)<nitf>.*?</nitf>", "<![CDATA[<P>One<br/>lamp.</P>\n<UL><LI>Two</LI></UL><P> </P>]]>"));

        assertEquals(List.of("<p>One<br />lamp.</p>", "<ul><li>Two</li></ul>"), story.blocks());
    }

    @Test
    void nothing_is_needed_but_one_item() {
        WireCopy empty = read("<NewsML><NewsItem/></NewsML>");

        assertEquals("", empty.guid() + empty.version() + empty.headline());
        assertFalse(empty.hasWords());
        assertThrows(UnreadableWire.class, () -> read("<NewsML/>"));
    }

    private static WireCopy read(String file) {
        return Reading.text(file, Reading.MERIDIAN).getFirst();
    }
}
