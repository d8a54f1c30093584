package news.masthead.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** One object of a policy's JSON. Every field has to be asked for: one that nobody asks for is a rule that nobody would keep to. */
final class RuleObject {

    private static final int MOST_IN_A_LIST = 500;

    private final String where;
    private final JsonNode object;
    private final Set<String> asked = new HashSet<>();

    RuleObject(String where, JsonNode object) {
        if (!object.isObject()) {
            throw new UnknownRule("The " + where + " is no object.");
        }
        this.where = where;
        this.object = object;
    }

    /** To be called last. */
    void endsHere() {
        object.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                throw new UnknownRule("The " + where + " says \"" + name + "\", which this release does not know.");
            }
        });
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> missing(name));
    }

    Optional<String> optionalText(String name) {
        return optional(name).map(value -> {
            if (!value.isTextual() || value.textValue().isBlank()) {
                throw wrong(name, value);
            }
            return value.textValue();
        });
    }

    int number(String name) {
        return optionalNumber(name).orElseThrow(() -> missing(name));
    }

    Optional<Integer> optionalNumber(String name) {
        return optional(name).map(value -> {
            if (!value.isIntegralNumber() || !value.canConvertToInt()) {
                throw wrong(name, value);
            }
            return value.intValue();
        });
    }

    LocalDate day(String name) {
        return optionalDay(name).orElseThrow(() -> missing(name));
    }

    /** ISO 8601, as {@code 2026-12-01}. */
    Optional<LocalDate> optionalDay(String name) {
        return optionalText(name).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException noDay) {
                throw wrong(name, object.get(name));
            }
        });
    }

    boolean yes(String name) {
        JsonNode value = optional(name).orElseThrow(() -> missing(name));
        if (!value.isBoolean()) {
            throw wrong(name, value);
        }
        return value.booleanValue();
    }

    /** One of the words of an enum, in small letters. */
    <E extends Enum<E>> E word(String name, Class<E> words) {
        String text = text(name);
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(name, object.get(name)));
    }

    RuleObject object(String name) {
        return new RuleObject(name, optional(name).orElseThrow(() -> missing(name)));
    }

    /** @param one what an object of the list is called */
    <T> List<T> objects(String name, String one, Function<RuleObject, T> reader) {
        return list(name, value -> {
            RuleObject each = new RuleObject(one, value);
            T read = reader.apply(each);
            each.endsHere();
            return read;
        });
    }

    List<String> texts(String name) {
        return list(name, value -> {
            if (!value.isTextual() || value.textValue().isBlank()) {
                throw wrong(name, value);
            }
            return value.textValue();
        });
    }

    UnknownRule wrong(String name, Object value) {
        return new UnknownRule(
                "The " + where + " says \"" + name + "\": " + value + ", which this release does not know.");
    }

    private <T> List<T> list(String name, Function<JsonNode, T> reader) {
        JsonNode list = optional(name).orElseThrow(() -> missing(name));
        if (!list.isArray() || list.size() > MOST_IN_A_LIST) {
            throw new UnknownRule("The " + where + "'s \"" + name + "\" is no list of at most " + MOST_IN_A_LIST + ".");
        }
        return StreamSupport.stream(list.spliterator(), false).map(reader).toList();
    }

    private Optional<JsonNode> optional(String name) {
        asked.add(name);
        return Optional.ofNullable(object.get(name));
    }

    private UnknownRule missing(String name) {
        return new UnknownRule("The " + where + " does not say \"" + name + "\".");
    }
}
