package news.masthead.values;

import io.smallrye.config.ConfigMapping;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The newspaper this site belongs to, as its publisher configured it. */
@ConfigMapping(prefix = "masthead.publication")
public interface Publication {

    /** As it stands in the nameplate, for example {@code The Masthead Times}. */
    String name();

    String tagline();

    /** The zone of every date shown and of the meter's month, for example {@code Asia/Kolkata}. */
    ZoneId zone();

    /** BCP 47 tag of the language the paper is written in. */
    String language();

    /** ISO 3166 code of the country it appears in, which agencies' territories are judged by. */
    Optional<String> country();

    /** In the order of the navigation. */
    List<Section> sections();

    /** A section of the paper. */
    interface Section {
        String slug();

        String name();
    }

    default Optional<Section> section(String slug) {
        return sections().stream()
                .filter(section -> section.slug().equals(slug))
                .findFirst();
    }
}
