package news.masthead.wire;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The agencies the paper has a contract with, by id: those that are configured, and those the desk added. A profile is the shipped one, over which
 * lies what is configured, over which lies what the desk saved.
 */
@ApplicationScoped
public class Agencies {

    /** Bounds how long another node may go on by an old profile. */
    private static final Duration STALE_AFTER = Duration.ofSeconds(1);

    @Inject
    Contracts contracts;

    @Inject
    ProfileRow.Repository rows;

    @Inject
    Agencies self;

    private final Profiles shipped = Profiles.shipped();

    private final LoadingCache<Agencies, Map<String, Agency>> kept =
            Caffeine.newBuilder().expireAfterWrite(STALE_AFTER).build(Agencies::read);

    /** A profile that cannot be read stops the start, with a sentence that names it. */
    void start(@Observes StartupEvent start) {
        contracts.all().keySet().forEach(this::configured);
    }

    /** In the order of their ids. */
    public Map<String, Agency> all() {
        return kept.get(self);
    }

    public Optional<Agency> find(String id) {
        return Optional.ofNullable(all().get(id));
    }

    @Transactional
    Map<String, Agency> read() {
        Map<String, Agency> all = new TreeMap<>();
        contracts.all().keySet().forEach(id -> all.put(id, configured(id)));
        rows.streamAll().forEach(row -> all.put(row.source, shipped.find(row.source, Profiles.parsed(row.profile))));
        return Collections.unmodifiableMap(all);
    }

    void changed() {
        kept.invalidateAll();
    }

    private Agency configured(String id) {
        return shipped.find(id, ContractProfile.of(contracts.all().get(id)));
    }
}
