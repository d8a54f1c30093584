package news.masthead.wire;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** How wire copy reaches this machine, beside the push. */
@ConfigMapping(prefix = "masthead.wire")
interface WireSettings {

    /** A folder with a sub-folder for each agency, named by its id, that is watched for files; none is watched without it. */
    Optional<Path> dropFolder();
}
