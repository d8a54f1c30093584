package news.masthead.access;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All policy versions that one look at the database found. At an instant the one holds that began last; of two that began together, the later made. */
final class PolicyHistory {

    /** Before the first look: nobody is let in by guess. */
    static final PolicyHistory NONE = new PolicyHistory(List.of());

    private static final InForce NOTHING = new InForce(-1, Optional.empty());

    private final Map<Long, PolicyVersion> versions;
    private final NavigableMap<Instant, PolicyVersion> changes = new TreeMap<>();

    PolicyHistory(List<PolicyVersion> versions) {
        this.versions = versions.stream().collect(Collectors.toMap(PolicyVersion::version, Function.identity()));
        versions.stream()
                .filter(version -> version.withdrawal().isEmpty())
                .sorted(Comparator.comparingLong(PolicyVersion::version))
                .forEach(version -> changes.put(version.activeFrom(), version));
    }

    InForce at(Instant instant) {
        return versionAt(instant).map(PolicyVersion::inForce).orElse(NOTHING);
    }

    Optional<PolicyVersion> versionAt(Instant instant) {
        return Optional.ofNullable(changes.floorEntry(instant)).map(Map.Entry::getValue);
    }

    /** The policy of a version, whenever it holds or held; a closed gate where there is none such. */
    InForce under(long number) {
        return version(number).map(PolicyVersion::inForce).orElse(new InForce(number, Optional.empty()));
    }

    Optional<PolicyVersion> version(long number) {
        return Optional.ofNullable(versions.get(number));
    }

    /** The last made first. */
    List<PolicyVersion> all() {
        return versions.values().stream()
                .sorted(Comparator.comparingLong(PolicyVersion::version).reversed())
                .toList();
    }

    /** Those that hold, or will hold, as a closed gate. */
    List<PolicyVersion> closedFrom(Instant now) {
        return changes.tailMap(changes.floorKey(now) == null ? now : changes.floorKey(now), true).values().stream()
                .filter(version -> version.rules().isEmpty())
                .toList();
    }
}
