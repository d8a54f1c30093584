package news.masthead.story;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * Where wire copy came from, and what its agency demands beside it.
 *
 * @param source id of the agency
 * @param guid the agency's permanent identity of the item
 * @param creditLine stands under the headline
 * @param disclaimer stands at the foot; empty where the agency demands none
 * @param signOff the agency desk's initials, for example {@code soni/dg}; empty where there are none
 * @param expires when the agency wants its words gone; null for never
 * @param paid whether somebody paid the source to spread it, as a press release
 */
@Embeddable
public record Provenance(
        String source,
        String guid,
        @Column(name = "credit_line") String creditLine,
        String disclaimer,
        @Column(name = "sign_off") String signOff,
        @Column(name = "expires_at") Instant expires,
        @Enumerated(EnumType.STRING) Handling handling,
        boolean paid) {

    /** The same credit for a story that was first made of another item. */
    public Provenance ofItem(String itsSource, String itsGuid) {
        return new Provenance(itsSource, itsGuid, creditLine, disclaimer, signOff, expires, handling, paid);
    }

    /** The same credit, and no word any more of who wrote it alone. */
    public Provenance edited() {
        return new Provenance(source, guid, creditLine, "", "", expires, Handling.EDITED, paid);
    }
}
