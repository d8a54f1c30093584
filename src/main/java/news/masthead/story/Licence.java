package news.masthead.story;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a contract lets the paper do with the words of one source. What is not granted is not ours: only the web is granted by a bare contract.
 *
 * @param web may its stories stand on the site at all
 * @param archiveDays how many days from first publication a story's words may be read; none for ever
 * @param epaper may they stand in the e-paper
 * @param newsletter may they go out by mail
 * @param feeds may they go into feeds
 * @param ai may machines learn from them
 * @param territory ISO 3166 codes of the countries they may be shown in; empty for all
 * @param until the first day, in the paper's zone, on which no word of it may be shown any more; none for an open contract
 * @param index may search engines list its stories
 */
public record Licence(
        boolean web,
        Optional<Integer> archiveDays,
        boolean epaper,
        boolean newsletter,
        boolean feeds,
        boolean ai,
        Set<String> territory,
        Optional<LocalDate> until,
        boolean index) {

    public Licence {
        archiveDays = archiveDays == null ? Optional.empty() : archiveDays;
        territory = territory == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(territory));
        until = until == null ? Optional.empty() : until;
        if (archiveDays.filter(days -> days < 0).isPresent()) {
            throw new IllegalArgumentException("A story cannot stay for " + archiveDays.get() + " days.");
        }
    }

    /** Of the paper's own words. */
    public static final Licence OWN =
            new Licence(true, Optional.empty(), true, true, true, true, Set.of(), Optional.empty(), true);

    /** Of words that nobody granted us anything of. */
    static final Licence NONE =
            new Licence(false, Optional.empty(), false, false, false, false, Set.of(), Optional.empty(), false);

    /** Whether the words may be shown in a country. */
    public boolean covers(String country) {
        return territory.isEmpty() || territory.contains(country);
    }
}
