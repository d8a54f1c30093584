package news.masthead.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import news.masthead.access.Policy.AccessRule;
import news.masthead.access.Policy.Allowance;
import news.masthead.access.Policy.ArchiveRight;
import news.masthead.story.AccessClass;

/**
 * A policy as it lies in the database. It is read strictly: a field, a kind or a number that this release does not know may be a rule that closes
 * something, so whoever does not know it knows nothing of the policy.
 */
final class PolicyJson {

    private static final String MONTH = "month";
    private static final String DAYS = "days";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private PolicyJson() {}

    static String write(Policy policy) {
        ObjectNode json = MAPPER.createObjectNode();
        json.set("window", window(policy.window()));
        list(json, "allowances", policy.allowances(), PolicyJson::write);
        list(json, "access", policy.access(), PolicyJson::write);
        policy.safetyTopics().stream().sorted().forEach(json.putArray("safetyTopics")::add);
        list(json, "archive", policy.archive(), PolicyJson::write);
        json.put("verifiedEmail", policy.verifiedEmail());
        return json.toString();
    }

    /** @throws UnknownRule if anything in it is other than {@link #write} would have written it */
    static Policy read(String json) {
        try {
            RuleObject policy = new RuleObject("policy", MAPPER.readTree(json));
            Policy read = new Policy(
                    window(policy.object("window")),
                    policy.objects("allowances", "allowance", PolicyJson::allowance),
                    policy.objects("access", "access rule", PolicyJson::accessRule),
                    Set.copyOf(policy.texts("safetyTopics")),
                    policy.objects("archive", "archive right", PolicyJson::archiveRight),
                    policy.yes("verifiedEmail"));
            policy.endsHere();
            return read;
        } catch (JsonProcessingException broken) {
            throw new UnknownRule("The policy is no JSON that can be read.", broken);
        } catch (IllegalArgumentException nonsense) {
            throw new UnknownRule(nonsense.getMessage() + ".", nonsense);
        }
    }

    private static ObjectNode window(MeterWindow window) {
        ObjectNode json = MAPPER.createObjectNode();
        return switch (window) {
            case MeterWindow.CalendarMonth month -> json.put("kind", MONTH);
            case MeterWindow.RollingDays rolling -> json.put("kind", DAYS).put("days", rolling.days());
        };
    }

    private static MeterWindow window(RuleObject json) {
        String kind = json.text("kind");
        MeterWindow window = switch (kind) {
            case MONTH -> new MeterWindow.CalendarMonth();
            case DAYS -> new MeterWindow.RollingDays(json.number("days"));
            default -> throw json.wrong("kind", '"' + kind + '"');
        };
        json.endsHere();
        return window;
    }

    private static void write(Allowance allowance, ObjectNode json) {
        json.put("reader", small(allowance.reader()));
        allowance.section().ifPresent(section -> json.put("section", section));
        json.put("stories", allowance.stories());
    }

    private static Allowance allowance(RuleObject json) {
        return new Allowance(
                json.word("reader", ReaderClass.class), json.optionalText("section"), json.number("stories"));
    }

    private static void write(AccessRule rule, ObjectNode json) {
        rule.section().ifPresent(section -> json.put("section", section));
        rule.topic().ifPresent(topic -> json.put("topic", topic));
        rule.source().ifPresent(source -> json.put("source", source));
        rule.olderThanDays().ifPresent(days -> json.put("olderThanDays", days));
        rule.before().ifPresent(day -> json.put("before", day.toString()));
        json.put("as", small(rule.as()));
    }

    private static AccessRule accessRule(RuleObject json) {
        return new AccessRule(
                json.optionalText("section"),
                json.optionalText("topic"),
                json.optionalText("source"),
                json.optionalNumber("olderThanDays"),
                json.optionalDay("before"),
                json.word("as", AccessClass.class));
    }

    private static void write(ArchiveRight right, ObjectNode json) {
        json.put("plan", right.plan()).put("since", right.since().toString());
    }

    private static ArchiveRight archiveRight(RuleObject json) {
        return new ArchiveRight(json.text("plan"), json.day("since"));
    }

    private static <T> void list(ObjectNode json, String name, List<T> all, BiConsumer<T, ObjectNode> writer) {
        ArrayNode list = json.putArray(name);
        all.forEach(one -> writer.accept(one, list.addObject()));
    }

    private static String small(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
