package news.masthead.billing;

import java.util.List;

/**
 * The State that a buyer is in. Who sells online to somebody without a GST registration has to ask for it and to record it with the supply: IGST Act
 * 2017, section 12(2)(b), CGST Rules 2017, rule 46(f), CBIC Circular 242/36/2024-GST. Implemented where taxes are worked out.
 */
public interface PlaceOfSupply {

    /** A State or Union Territory by its GST code, and whether it is the one on record. */
    record Choice(String code, String title, boolean chosen) {}

    /** What an account is asked to choose from; empty where it need not be asked: nothing is taxed, or its invoices go to a registered firm. */
    List<Choice> choices(long account);

    /**
     * Keeps what was chosen; anything else than a State leaves the record as it is.
     *
     * @return whether what has to be on record is there now
     */
    boolean chosen(long account, String code);
}
