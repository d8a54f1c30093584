package news.masthead.billing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether readers may pause. */
@ConfigMapping(prefix = "masthead.pause")
interface PauseSettings {

    /** The most months; 0 offers no pause. */
    @WithDefault("3")
    int longest();
}
