package news.masthead.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where the decision log keeps what must outlive the process. */
@ConfigMapping(prefix = "masthead.decisions")
interface DecisionSettings {

    /** A folder on a disk that outlives the process; processes may share it. */
    @WithDefault("data/decisions")
    Path tally();
}
