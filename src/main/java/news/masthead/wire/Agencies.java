package news.masthead.wire;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.masthead.wire.format.Dialect;

/** The agencies whose copy the paper has a contract for, by the id that stands in addresses, folders and provenance. */
@ConfigMapping(prefix = "masthead.agencies")
public interface Agencies {

    @WithParentName
    Map<String, Agency> all();

    default Optional<Agency> find(String id) {
        return Optional.ofNullable(all().get(id));
    }

    /** One agency's profile: its habits, and what its contract demands. */
    interface Agency {

        /** As readers know it, for example {@code Indus News Service}. */
        String name();

        /** What it proves itself with when it pushes ({@code Authorization: Bearer ...}); without one it cannot push. */
        Optional<String> token();

        /** Of the times in its files that name none. */
        @WithDefault("UTC")
        ZoneId zone();

        /** BCP 47 tag of the items that name none. */
        @WithDefault("en")
        String language();

        /** What it calls itself in a dateline's brackets, beside its id and its credit line. */
        Optional<List<String>> datelineNames();

        /** Stands under the headline of every story made of its copy. */
        String creditLine();

        /** Stands at the foot; {@code {publication}} in it is the paper's name. */
        Optional<String> disclaimer();

        /** Regular expression for the desk's initials at the very end of its texts. */
        Optional<Pattern> signOff();

        /** Slug of the section that the desk is offered first. */
        Optional<String> section();

        /** Slugs of sections by a subject code ({@code medtop:20000344}) or a word of the slugline. */
        Map<String, String> sections();

        /** How to read its files. */
        default Dialect dialect(String id) {
            Stream<String> own = Stream.of(id, creditLine());
            Stream<String> more = datelineNames().orElse(List.of()).stream();
            return new Dialect(Stream.concat(own, more).distinct().toList(), zone(), language(), signOff());
        }
    }
}
