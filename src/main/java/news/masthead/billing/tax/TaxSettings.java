package news.masthead.billing.tax;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the publisher's tax papers say. */
@ConfigMapping(prefix = "masthead.tax")
interface TaxSettings {

    /** Whoever sells, as registered for GST. Without one no tax paper is issued: who is not registered must not. */
    Optional<Seller> seller();

    /** The rates, each from its day on. */
    List<Rate> rates();

    @WithDefault("INV/{year}/{number}")
    String invoiceNumber();

    @WithDefault("CN/{year}/{number}")
    String creditNoteNumber();

    /** The publisher as registered. Its state is that of the GSTIN. */
    interface Seller {
        String name();

        String address();

        String gstin();
    }

    /** What is sold and how it is taxed, from midnight of a day in the publisher's zone. */
    interface Rate {
        LocalDate from();

        /** Hundredths of a per cent, of CGST and SGST together: 1800 for 18 %. */
        int basisPoints();

        /** HSN or SAC: https://cbic-gst.gov.in/gst-goods-services-rates.html. */
        String code();

        String description();
    }
}
