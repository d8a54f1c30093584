package news.masthead.local;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import news.masthead.Backing;

/** Which stand-ins this process runs on: none of them outside local mode, where its pages do not exist. */
@Singleton
class StandInsInUse {
    private final LocalSettings settings;

    @Inject
    StandInsInUse(LocalSettings settings) {
        this.settings = settings;
    }

    List<Backing> running() {
        var words = settings.running().orElse(Set.of());
        return Arrays.stream(Backing.values())
                .filter(backing -> words.contains(backing.word()))
                .toList();
    }

    /**
     * @return the data directory
     * @throws NotFoundException where {@code backing} is real
     */
    Path require(Backing backing) {
        if (!running().contains(backing)) {
            throw new NotFoundException();
        }
        return settings.data().orElseThrow();
    }
}
