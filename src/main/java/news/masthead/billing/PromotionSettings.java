package news.masthead.billing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The publication's offers: codes that make a plan cheaper. */
@ConfigMapping(prefix = "masthead.promotion")
interface PromotionSettings {

    List<Row> offers();

    /** An offer is never changed: other terms are another code. */
    interface Row {

        /** What readers type: A-Z and 0-9; they may type it in small letters. */
        String code();

        /** What it takes off, in per cent of each term's price. */
        OptionalInt percent();

        /** What it takes off, in rupees of each term's price. */
        OptionalLong rupees();

        /** Codes of the plans that it holds for; without any, for all. */
        Optional<List<String>> plans();

        /** How many terms it makes cheaper; 0 for all. */
        @WithDefault("1")
        int terms();

        /** Whether it is for those alone who never had a subscription. */
        @WithDefault("false")
        boolean firstTimeOnly();

        /** Its first day, in the publisher's zone. */
        Optional<LocalDate> from();

        /** Its last day. */
        Optional<LocalDate> until();

        /** How many readers may use it. */
        OptionalInt most();
    }
}
