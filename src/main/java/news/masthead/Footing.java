package news.masthead;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * On what the site stands: real services, stand-ins, or nothing it may start on.
 *
 * <p>With no service configured it is local mode. As soon as one is, a missing one is a problem unless
 * {@code masthead.local} lists it, so that a reader never meets a stand-in by accident.
 *
 * @param standIns what a stand-in has to replace
 * @param problems why the site must not start, all of them, in plain words
 */
record Footing(Set<Backing> standIns, List<String> problems) {
    private static final String LISTED = "masthead.local";
    private static final String ADDRESS = "masthead.url";

    /** @param localRoom whether this build holds the stand-ins */
    static Footing of(Settings settings, boolean localRoom) {
        var problems = new ArrayList<String>();
        var listed = listed(settings, problems);
        var missing = EnumSet.allOf(Backing.class);
        missing.removeIf(backing -> settings.configured(backing.setting()));

        if (localRoom && settings.isPlain() && listed.isEmpty() && missing.size() == Backing.values().length) {
            return new Footing(missing, List.of());
        }
        refuseToChoose(listed, missing, problems);
        if (!listed.isEmpty() && !localRoom) {
            problems.add(LISTED + " asks for stand-ins, and this build (-Pproduction) holds none.");
        }
        var unset = unset(settings, listed);
        if (!unset.isEmpty()) {
            problems.add(explain(unset, localRoom));
        }
        return new Footing(listed, List.copyOf(problems));
    }

    /** The profile to run under: {@code local} when everything is a stand-in, else what the operator chose. */
    Optional<String> profile() {
        return standIns.size() == Backing.values().length ? Optional.of("local") : Optional.empty();
    }

    private static Set<Backing> listed(Settings settings, List<String> problems) {
        var listed = EnumSet.noneOf(Backing.class);
        for (var word : settings.value(LISTED).orElse("").split(",")) {
            var named = Backing.named(word.strip().toLowerCase(Locale.ROOT));
            named.ifPresent(listed::add);
            if (named.isEmpty() && !word.isBlank()) {
                problems.add(LISTED + " lists '" + word.strip() + "'; it knows " + Backing.words() + ".");
            }
        }
        return listed;
    }

    private static void refuseToChoose(Set<Backing> listed, Set<Backing> missing, List<String> problems) {
        for (var backing : listed) {
            if (!missing.contains(backing)) {
                problems.add(LISTED + " lists " + backing.word() + ", but " + backing.setting()
                        + " names a real one; keep one of the two.");
            }
        }
    }

    private static Set<String> unset(Settings settings, Set<Backing> listed) {
        var unset = new LinkedHashSet<String>();
        Arrays.stream(Backing.values())
                .filter(backing -> !listed.contains(backing))
                .flatMap(backing -> backing.settings().stream())
                .filter(setting -> !settings.given(setting))
                .forEach(unset::add);
        if (!settings.given(ADDRESS) && listed.size() < Backing.values().length) {
            unset.add(ADDRESS);
        }
        return unset;
    }

    private static String explain(Set<String> unset, boolean localRoom) {
        var named = new StringBuilder("These settings are missing:");
        unset.forEach(setting -> named.append("\n      ")
                .append(setting)
                .append("  (")
                .append(Settings.environmentName(setting))
                .append(')'));
        named.append("\n    ");
        return localRoom
                ? named.append("With no service configured at all it starts in local mode; " + LISTED + " names those ("
                                + Backing.words() + ") that a stand-in may replace.")
                        .toString()
                : named.append("This build (-Pproduction) holds no stand-ins.").toString();
    }
}
