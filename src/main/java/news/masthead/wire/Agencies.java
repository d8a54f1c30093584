package news.masthead.wire;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import news.masthead.story.Licences;

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
    Licences licences;

    @Inject
    Clock clock;

    @Inject
    Event<AgencyChanged> events;

    @Inject
    Agencies self;

    private final Profiles shipped = Profiles.shipped();

    private final LoadingCache<Agencies, Map<String, Agency>> kept =
            Caffeine.newBuilder().expireAfterWrite(STALE_AFTER).build(Agencies::read);

    /** A profile that cannot be read stops the start, with a sentence that names it; what the contracts grant holds from the start. */
    void start(@Observes StartupEvent start) {
        contracts.all().keySet().forEach(this::configured);
        all().values().forEach(agency -> licences.grant(agency.id(), agency.rights()));
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

    /** Which version of a profile stands on the desk; 0 for one that the desk never saved. */
    @Transactional
    public int version(String id) {
        return rows.findByIdOptional(id).map(row -> row.version).orElse(0);
    }

    /** The profile of an agency whose habits we know, contract or not, as it would be without the desk's changes. */
    public Optional<Agency> asShipped(String id) {
        return contracts.of(id).isPresent() ? Optional.of(configured(id)) : shipped.find(id);
    }

    /** The agencies whose habits we know and that the paper has no contract with, by id. */
    public List<String> withoutContract() {
        return shipped.ids().stream()
                .filter(id -> !all().containsKey(id))
                .sorted()
                .toList();
    }

    /**
     * Keeps a profile; it holds here from now on, on other nodes a second later. One of an agency that has none makes it one of the paper's.
     *
     * @param versionSeen the version the editor had in front of them
     * @throws OutdatedProfile if that is not the last one; nothing is kept then
     */
    @Transactional
    public void save(Agency agency, int versionSeen, String editor) {
        rows.keep(agency, versionSeen, clock.instant(), editor);
        licences.grant(agency.id(), agency.rights());
        events.fire(new AgencyChanged(agency));
    }

    /** The changes the desk made to a profile, newest first. */
    @Transactional
    public List<ProfileChange> changes(String id) {
        return ProfileChange.between(asShipped(id).map(Profiles::json), rows.changes(id));
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) AgencyChanged change) {
        kept.invalidateAll();
    }

    private Agency configured(String id) {
        return shipped.find(id, ContractProfile.of(contracts.all().get(id)));
    }
}
