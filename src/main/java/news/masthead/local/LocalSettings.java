package news.masthead.local;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** What local mode tells the site about itself; all of it is absent where every backing is a real one. */
@ConfigMapping(prefix = "masthead.stand-ins")
interface LocalSettings {

    /** The data directory. */
    Optional<Path> data();

    /** What remembers how far the clock was moved; absent where the database is real, because what it holds happened at real times. */
    Optional<Path> clock();

    /** The words of the backings that a stand-in replaces. */
    Optional<Set<String>> running();

    /** Whether an empty paper is filled with the demo newspaper. */
    @WithDefault("true")
    boolean demo();
}
