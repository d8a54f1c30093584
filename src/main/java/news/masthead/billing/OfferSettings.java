package news.masthead.billing;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** What the publisher says on the plans page beside the price table. */
@ConfigMapping(prefix = "masthead.offer")
interface OfferSettings {

    /** Code of the plan that is put forward; none where all stand alike. */
    Optional<String> best();

    /** What every plan includes. Only what a subscriber really gets today. */
    List<Benefit> benefits();

    interface Benefit {
        String name();

        String words();
    }
}
