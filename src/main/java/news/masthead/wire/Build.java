package news.masthead.wire;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The build of the program that runs, which is also the version of every parser in it. */
@Singleton
class Build {

    private final String name;

    Build(@ConfigProperty(name = "quarkus.application.version") String version) {
        this.name = version;
    }

    /** For example {@code 0.1.0}. */
    String name() {
        return name;
    }
}
