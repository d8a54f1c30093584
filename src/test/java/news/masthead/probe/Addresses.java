package news.masthead.probe;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import news.masthead.Routes;

/** The running routes, and what stands in the places of their names when they are asked for. */
final class Addresses {

    /** A name between braces, and the pattern that it must match, which may hold braces of its own. */
    private static final Pattern PLACE = Pattern.compile("\\{\\s*(\\w+)\\s*(?::(?:[^{}]|\\{[^{}]*})*)?}");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("news.masthead");

    private Addresses() {}

    /** Each as {@code GET /section/{slug}}. */
    static Collection<String> routes() {
        return Routes.all(HOUSE);
    }

    static Collection<String> routesForReaders() {
        return Routes.forReaders(HOUSE, "news.masthead");
    }

    /**
     * @param picture id of one that the story shows
     */
    static List<String> of(Collection<String> routes, Canary story, String picture) {
        return routes.stream()
                .map(route -> route.substring(route.indexOf(' ') + 1))
                .map(route -> filled(route, story, picture))
                .distinct()
                .filter(address -> !address.equals(story.path()))
                .toList();
    }

    private static String filled(String route, Canary story, String picture) {
        Map<String, String> known = Map.of(
                "section", story.section(),
                "slug", story.section(),
                "file", story.file(),
                "source", "meridian",
                "hash", "0".repeat(64),
                "number", "1");
        String id = route.startsWith("/picture/") ? picture : story.id();
        return PLACE.matcher(route).replaceAll(place -> known.getOrDefault(place.group(1), id));
    }
}
