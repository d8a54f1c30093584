package news.masthead.wire.format;

import java.util.Locale;

/**
 * What an agency allows with its item (IPTC NewsCodes, scheme {@code stat}). An item without one is usable, as the standards say.
 *
 * @see <a href="https://cv.iptc.org/newscodes/pubstatusg2/">pubstatusg2</a>
 */
public enum PubStatus {
    USABLE,
    /** Not before the moment that the item gives; until further notice where it gives none (NITF, NewsML 1.2). */
    EMBARGOED,
    /** Recalled until further notice. */
    WITHHELD,
    /** Recalled for good. */
    CANCELED,
    /** Some other word, which nobody may take for a permission. */
    UNKNOWN;

    /**
     * @param code with or without its scheme, as {@code stat:usable}, or as an address that ends in it; empty for none given
     */
    static PubStatus of(String code) {
        String word = code.strip().replaceFirst("^.*[:/](?=.)", "");
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "", "usable" -> USABLE;
            case "embargoed" -> EMBARGOED;
            case "withheld" -> WITHHELD;
            case "canceled", "cancelled" -> CANCELED;
            default -> UNKNOWN;
        };
    }
}
