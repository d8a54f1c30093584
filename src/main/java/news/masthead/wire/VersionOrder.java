package news.masthead.wire;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import news.masthead.wire.format.WireCopy;

/**
 * Which of two versions of an item is the newer: by their numbers where both count 1, 2, 3; else by when they were made; else by arrival. The
 * numbers of some agencies are no count (Reuters sends 1542761538 after 978556838), so a large one says nothing.
 */
final class VersionOrder {

    private VersionOrder() {}

    /** Whether {@code one} was made before {@code other}, by what they say themselves. */
    static boolean isOlder(WireCopy one, WireCopy other) {
        return compare(one, other) < 0;
    }

    /**
     * The one of several versions that counts, the same whatever order they came in, as far as their order is their own.
     *
     * @param arrivals at least one, in the order of their arrival, which decides between versions that say nothing of their order
     */
    static WireItem newest(List<WireItem> arrivals) {
        List<WireItem> unsurpassed = arrivals.stream()
                .filter(item -> arrivals.stream().noneMatch(other -> isOlder(item.copy, other.copy)))
                .toList();
        return unsurpassed.isEmpty() ? lastMade(arrivals) : unsurpassed.getLast();
    }

    /** Where numbers and times contradict each other round in a circle, the times decide. */
    private static WireItem lastMade(List<WireItem> arrivals) {
        return arrivals.stream()
                .max(Comparator.comparing(item -> made(item).orElse(Instant.MIN)))
                .orElseThrow();
    }

    private static Optional<Instant> made(WireItem item) {
        return Optional.ofNullable(item.copy.versionCreated().at());
    }

    /** 0 where neither numbers nor times tell. */
    private static int compare(WireCopy one, WireCopy other) {
        boolean counted = isCount(one.version()) && isCount(other.version());
        int byNumber =
                counted ? Integer.compare(Integer.parseInt(one.version()), Integer.parseInt(other.version())) : 0;
        Instant made = one.versionCreated().at();
        Instant otherMade = other.versionCreated().at();
        return byNumber != 0 || made == null || otherMade == null ? byNumber : made.compareTo(otherMade);
    }

    private static boolean isCount(String version) {
        return version.matches("\\d{1,5}");
    }
}
