package news.masthead.given;

import java.time.Instant;
import java.util.UUID;

/**
 * An agency's item with an identity of its own: NewsML-G2 of Meridian Wire, or an e-mail of Indus News Service.
 *
 * @param embargo empty for none
 * @param wrapping white space after the file, so that other bytes hold the same item
 */
public record GivenItem(
        String source,
        String guid,
        String headline,
        int version,
        String status,
        String embargo,
        String words,
        String wrapping) {

    public static GivenItem anItem() {
        String id = UUID.randomUUID().toString();
        return new GivenItem(
                "meridian",
                "tag:meridianwire.example,2011:" + id,
                "Siding opens " + id,
                1,
                "usable",
                "",
                "The first paragraph.",
                "");
    }

    public static GivenItem aMail(String headline) {
        return new GivenItem(
                "ins", UUID.randomUUID() + "@ins.example", headline, 0, "", "", "The first paragraph.", "");
    }

    /** The same from another agency. */
    public GivenItem from(String agency) {
        return new GivenItem(agency, guid, headline, version, status, embargo, words, wrapping);
    }

    public GivenItem version(int number) {
        return new GivenItem(source, guid, headline, number, status, embargo, words, wrapping);
    }

    public GivenItem called(String other) {
        return new GivenItem(source, guid, other, version, status, embargo, words, wrapping);
    }

    public GivenItem killed() {
        return new GivenItem(source, guid, headline, version, "canceled", embargo, words, wrapping);
    }

    public GivenItem withheld() {
        return new GivenItem(source, guid, headline, version, "withheld", embargo, words, wrapping);
    }

    public GivenItem corrected() {
        return with("<signal qcode=\"sig:correction\"/>");
    }

    private GivenItem with(String element) {
        return new GivenItem(source, guid, headline, version, status, embargo + element, words, wrapping);
    }

    public GivenItem embargoedUntil(Instant until) {
        return new GivenItem(
                source, guid, headline, version, status, "<embargoed>" + until + "</embargoed>", words, wrapping);
    }

    public GivenItem saying(String firstParagraph) {
        return new GivenItem(source, guid, headline, version, status, embargo, firstParagraph, wrapping);
    }

    public GivenItem inOtherWrapping() {
        return new GivenItem(source, guid, headline, version, status, embargo, words, wrapping + "\n");
    }

    /** The item as a file. */
    public String file() {
        return (source.equals("ins") ? mail() : xml()) + wrapping;
    }

    private String xml() {
        return """
                <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="%s" version="%d" standard="NewsML-G2">
                  <itemMeta><itemClass qcode="ninat:text"/><pubStatus qcode="stat:%s"/>%s</itemMeta>
                  <contentMeta>
                    <urgency>3</urgency><slugline>RAIL/SIDING</slugline><headline>%s</headline>
                    <dateline>Nagpur, Aug 12 (Meridian Wire)</dateline><by>By Asmita Dhole</by>
                  </contentMeta>
                  <contentSet><inlineXML><html><body>
                    <p>%s</p><p>The second paragraph.</p><p>The third paragraph.</p>
                  </body></html></inlineXML></contentSet>
                </newsItem>""".formatted(guid, version, status, embargo, headline, words);
    }

    private String mail() {
        return """
                Message-ID: <%s>
                Date: Wed, 12 Aug 2026 14:05:10 +0530
                From: newsdesk@ins.example
                Subject: %s

                %s

                Pune, Aug 12 (INS) %s

                The second paragraph.

                --INS
                soni/dg
                """.formatted(guid, headline, headline, words);
    }
}
