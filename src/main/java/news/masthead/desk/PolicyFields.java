package news.masthead.desk;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.masthead.access.MeterWindow;
import news.masthead.access.Policy;
import news.masthead.access.ReaderClass;

/**
 * What stands in the form of a policy, by the name of the field; that of a row is its kind, its number from 0, and the field. A field that is
 * missing counts as empty, and one that the form does not have is never looked at.
 */
record PolicyFields(Map<String, String> typed) {

    static final String ALLOWANCE = "allowance";
    static final String RULE = "rule";
    static final String RIGHT = "right";
    static final List<String> ALLOWANCE_FIELDS = List.of("section", "anonymous", "registered");
    static final List<String> RULE_FIELDS = List.of("section", "topic", "source", "older", "before", "as");
    static final List<String> RIGHT_FIELDS = List.of("plan", "since");

    private static final int MOST_ROWS = 200;
    private static final int BLANK_ROWS = 2;

    static PolicyFields of(MultivaluedMap<String, String> form) {
        return new PolicyFields(form.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> String.join("\n", field.getValue()))));
    }

    /** As the form shows a policy that somebody wants to go on from. */
    static PolicyFields of(Policy policy) {
        Map<String, String> fields = new HashMap<>();
        switch (policy.window()) {
            case MeterWindow.CalendarMonth month -> fields.put("window", "month");
            case MeterWindow.RollingDays rolling -> {
                fields.put("window", "days");
                fields.put("days", Integer.toString(rolling.days()));
            }
        }
        allowances(policy, fields);
        rules(policy, fields);
        for (int i = 0; i < policy.archive().size(); i++) {
            fields.put(name(RIGHT, i, "plan"), policy.archive().get(i).plan());
            fields.put(name(RIGHT, i, "since"), policy.archive().get(i).since().toString());
        }
        fields.put("safety", policy.safetyTopics().stream().sorted().collect(Collectors.joining("\n")));
        fields.put("verified", Boolean.toString(policy.verifiedEmail()));
        fields.put("when", "now");
        return new PolicyFields(fields);
    }

    private static void allowances(Policy policy, Map<String, String> fields) {
        Map<String, Map<ReaderClass, Integer>> bySection = new TreeMap<>();
        policy.allowances()
                .forEach(allowance -> bySection
                        .computeIfAbsent(allowance.section().orElse(""), section -> new HashMap<>())
                        .putIfAbsent(allowance.reader(), allowance.stories()));
        Map<ReaderClass, Integer> general = bySection.getOrDefault("", Map.of());
        fields.put("anonymous", stories(general, ReaderClass.ANONYMOUS));
        fields.put("registered", stories(general, ReaderClass.REGISTERED));
        bySection.remove("");
        int row = 0;
        for (Map.Entry<String, Map<ReaderClass, Integer>> own : bySection.entrySet()) {
            fields.put(name(ALLOWANCE, row, "section"), own.getKey());
            fields.put(name(ALLOWANCE, row, "anonymous"), stories(own.getValue(), ReaderClass.ANONYMOUS));
            fields.put(name(ALLOWANCE, row, "registered"), stories(own.getValue(), ReaderClass.REGISTERED));
            row++;
        }
    }

    private static void rules(Policy policy, Map<String, String> fields) {
        for (int i = 0; i < policy.access().size(); i++) {
            Policy.AccessRule rule = policy.access().get(i);
            fields.put(name(RULE, i, "section"), rule.section().orElse(""));
            fields.put(name(RULE, i, "topic"), rule.topic().orElse(""));
            fields.put(name(RULE, i, "source"), rule.source().orElse(""));
            fields.put(
                    name(RULE, i, "older"),
                    rule.olderThanDays().map(Object::toString).orElse(""));
            fields.put(
                    name(RULE, i, "before"), rule.before().map(Object::toString).orElse(""));
            fields.put(name(RULE, i, "as"), rule.as().name().toLowerCase(Locale.ROOT));
        }
    }

    private static String stories(Map<ReaderClass, Integer> allowances, ReaderClass reader) {
        Integer stories = allowances.get(reader);
        return stories == null ? "" : stories.toString();
    }

    static String name(String kind, int row, String field) {
        return kind + "-" + row + "-" + field;
    }

    /** Without white space around it; empty where nothing was typed. */
    String text(String field) {
        return raw(field).strip();
    }

    String text(String kind, int row, String field) {
        return text(name(kind, row, field));
    }

    /** As it was typed. */
    String raw(String field) {
        return typed.getOrDefault(field, "");
    }

    /** The lines that say something. */
    List<String> lines(String field) {
        return Arrays.stream(text(field).split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** How many rows of a kind came, the blank ones between them too. */
    int rows(String kind, List<String> fields) {
        return IntStream.range(0, MOST_ROWS)
                        .filter(row -> fields.stream().anyMatch(field -> typed.containsKey(name(kind, row, field))))
                        .max()
                        .orElse(-1)
                + 1;
    }

    boolean isBlank(String kind, int row, List<String> fields) {
        return fields.stream().allMatch(field -> text(kind, row, field).isEmpty());
    }

    /** With blank rows of a kind at the end, without those between. */
    PolicyFields roomFor(String kind, List<String> fields, int blank) {
        List<Integer> said = IntStream.range(0, rows(kind, fields))
                .filter(row -> !isBlank(kind, row, fields))
                .boxed()
                .toList();
        Map<String, String> moved = new HashMap<>(typed);
        moved.keySet().removeIf(name -> name.startsWith(kind + "-"));
        for (int row = 0; row < Math.min(said.size() + blank, MOST_ROWS); row++) {
            for (String field : fields) {
                moved.put(name(kind, row, field), row < said.size() ? raw(name(kind, said.get(row), field)) : "");
            }
        }
        return new PolicyFields(moved);
    }

    /** With a few blank rows of each kind. */
    PolicyFields withBlankRows() {
        return roomFor(ALLOWANCE, ALLOWANCE_FIELDS, BLANK_ROWS)
                .roomFor(RULE, RULE_FIELDS, BLANK_ROWS)
                .roomFor(RIGHT, RIGHT_FIELDS, BLANK_ROWS);
    }

    /** With more blank rows of a kind. */
    PolicyFields withMore(String kind, int rows) {
        return switch (kind) {
            case ALLOWANCE -> roomFor(kind, ALLOWANCE_FIELDS, rows);
            case RULE -> roomFor(kind, RULE_FIELDS, rows);
            case RIGHT -> roomFor(kind, RIGHT_FIELDS, rows);
            default -> throw new IllegalArgumentException("There are no rows of a " + kind);
        };
    }

    /** With the number of the newest version that the editor can have seen. */
    PolicyFields seen(long version) {
        Map<String, String> fields = new HashMap<>(typed);
        fields.put("seen", Long.toString(version));
        return new PolicyFields(fields);
    }

    /** Every version counts as seen where nothing says which was. */
    long versionSeen() {
        return text("seen").matches("\\d{1,9}") ? Long.parseLong(text("seen")) : Long.MAX_VALUE;
    }

    /** With a rule and the one before it changed round. */
    PolicyFields withRuleUp(int row) {
        Map<String, String> moved = new HashMap<>(typed);
        RULE_FIELDS.forEach(field -> {
            moved.put(name(RULE, row, field), raw(name(RULE, row - 1, field)));
            moved.put(name(RULE, row - 1, field), raw(name(RULE, row, field)));
        });
        return new PolicyFields(moved);
    }
}
