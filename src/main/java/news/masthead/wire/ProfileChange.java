package news.masthead.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One change of a profile.
 *
 * @param fields what was changed in it; empty where it was only saved again
 */
public record ProfileChange(Instant at, String editor, List<Field> fields) {

    /**
     * One thing that was changed.
     *
     * @param name its path in the profile, for example {@code rights.archiveDays}
     * @param before empty where it said nothing
     */
    public record Field(String name, String before, String after) {}

    /**
     * @param first what stood before the first change
     * @param changes newest first
     */
    static List<ProfileChange> between(Optional<String> first, List<ProfileRow.Change> changes) {
        List<ProfileChange> between = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            ProfileRow.Change change = changes.get(i);
            Optional<String> before =
                    i + 1 < changes.size() ? Optional.of(changes.get(i + 1).profile()) : first;
            between.add(new ProfileChange(
                    change.at(), change.editor(), fields(flat(before.orElse("{}")), flat(change.profile()))));
        }
        return between;
    }

    private static List<Field> fields(Map<String, String> before, Map<String, String> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .map(name -> new Field(name, before.getOrDefault(name, ""), after.getOrDefault(name, "")))
                .filter(field -> !field.before().equals(field.after()))
                .toList();
    }

    private static Map<String, String> flat(String profile) {
        Map<String, String> flat = new TreeMap<>();
        flatten("", Profiles.parsed(profile), flat);
        return flat;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> flat) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> flatten(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), flat));
        } else if (node.isArray()) {
            List<String> values = new ArrayList<>();
            node.forEach(value -> values.add(value.asText()));
            flat.put(path, String.join(", ", values));
        } else {
            flat.put(path, node.isNull() ? "" : node.asText());
        }
    }
}
