package news.masthead.story;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
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
 */
@Embeddable
public record Provenance(
        String source,
        String guid,
        @Column(name = "credit_line") String creditLine,
        String disclaimer,
        @Column(name = "sign_off") String signOff,
        @Column(name = "expires_at") Instant expires) {}
