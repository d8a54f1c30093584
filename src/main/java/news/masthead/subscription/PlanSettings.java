package news.masthead.subscription;

import io.smallrye.config.ConfigMapping;
import java.util.List;

/** The price table as it is configured. */
@ConfigMapping(prefix = "masthead")
interface PlanSettings {

    List<Row> plans();

    interface Row {
        String code();

        String name();

        int months();

        /** Price of a whole term. */
        long rupees();
    }
}
