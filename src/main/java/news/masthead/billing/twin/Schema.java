package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks a value against the eight keywords of JSON Schema that the contract uses: {@code $ref}, {@code anyOf}, {@code type},
 * {@code enum}, {@code properties}, {@code required}, {@code additionalProperties} and {@code items}.
 */
final class Schema {

    private static final String DEFINITIONS = "#/$defs/";

    private final JsonNode definitions;

    Schema(JsonNode definitions) {
        this.definitions = definitions;
    }

    /** The definition behind a {@code $ref}, or the schema itself. */
    JsonNode resolved(JsonNode schema) {
        JsonNode ref = schema.get("$ref");
        return ref == null ? schema : definitions.get(ref.textValue().substring(DEFINITIONS.length()));
    }

    /** One line a fault, each with the path of the field; empty if the value fits. */
    List<String> violations(JsonNode schema, JsonNode value) {
        List<String> faults = new ArrayList<>();
        check(schema, value, "$", faults);
        return faults;
    }

    boolean fits(JsonNode schema, JsonNode value) {
        return violations(schema, value).isEmpty();
    }

    JsonNode blank(JsonNode unresolved) {
        JsonNode schema = resolved(unresolved);
        if (allowsNull(schema)) {
            return JsonNodeFactory.instance.nullNode();
        }
        if (schema.has("anyOf")) {
            return blank(schema.get("anyOf").get(0));
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        return switch (schema.path("type").asText()) {
            case "object" -> blankObject(schema);
            case "array" -> JsonNodeFactory.instance.arrayNode();
            case "boolean" -> JsonNodeFactory.instance.booleanNode(false);
            case "number", "integer" -> JsonNodeFactory.instance.numberNode(0);
            default -> JsonNodeFactory.instance.textNode("");
        };
    }

    private ObjectNode blankObject(JsonNode schema) {
        ObjectNode blank = JsonNodeFactory.instance.objectNode();
        schema.path("required")
                .forEach(name -> blank.set(
                        name.textValue(), blank(schema.get("properties").get(name.textValue()))));
        return blank;
    }

    private static boolean allowsNull(JsonNode schema) {
        for (JsonNode option : schema.path("anyOf")) {
            if (allowsNull(option)) {
                return true;
            }
        }
        return hasType(schema, "null");
    }

    static boolean hasType(JsonNode schema, String type) {
        JsonNode types = schema.path("type");
        if (types.isTextual()) {
            return types.textValue().equals(type);
        }
        for (JsonNode each : types) {
            if (each.textValue().equals(type)) {
                return true;
            }
        }
        return false;
    }

    private void check(JsonNode unresolved, JsonNode value, String path, List<String> faults) {
        JsonNode schema = resolved(unresolved);
        if (schema.has("anyOf")) {
            checkAny(schema.get("anyOf"), value, path, faults);
            return;
        }
        if (schema.has("type") && !hasType(schema, typeOf(value))) {
            faults.add(path + " is " + typeOf(value) + ", not " + schema.get("type"));
        } else if (schema.has("enum") && !contains(schema.get("enum"), value)) {
            faults.add(path + " is " + value + ", not one of " + schema.get("enum"));
        } else if (value.isObject()) {
            checkFields(schema, value, path, faults);
        } else if (value.isArray() && schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                check(schema.get("items"), value.get(i), path + "[" + i + "]", faults);
            }
        }
    }

    private void checkFields(JsonNode schema, JsonNode value, String path, List<String> faults) {
        for (JsonNode name : schema.path("required")) {
            if (!value.has(name.textValue())) {
                faults.add(path + "." + name.textValue() + " is missing");
            }
        }
        JsonNode known = schema.path("properties");
        JsonNode others = schema.path("additionalProperties");
        value.properties().forEach(field -> {
            String at = path + "." + field.getKey();
            if (known.has(field.getKey())) {
                check(known.get(field.getKey()), field.getValue(), at, faults);
            } else if (others.isObject()) {
                check(others, field.getValue(), at, faults);
            } else if (others.isBoolean() && !others.booleanValue()) {
                faults.add(at + " is not in the contract");
            }
        });
    }

    /** Reports the faults of the option that comes nearest, so that a message names the field and not the union. */
    private void checkAny(JsonNode options, JsonNode value, String path, List<String> faults) {
        List<String> nearest = null;
        for (JsonNode option : options) {
            if (isOther(option, value)) {
                continue;
            }
            List<String> found = new ArrayList<>();
            check(option, value, path, found);
            if (found.isEmpty()) {
                return;
            }
            if (nearest == null || found.size() < nearest.size()) {
                nearest = found;
            }
        }
        faults.addAll(nearest == null ? List.of(path + " is no option of its union") : nearest);
    }

    /** True if a field with one possible value ({@code object}, {@code type}, {@code deleted}) tells that the value is another option. */
    private boolean isOther(JsonNode option, JsonNode value) {
        if (!value.isObject()) {
            return false;
        }
        JsonNode schema = resolved(option);
        for (JsonNode name : schema.path("required")) {
            JsonNode only =
                    resolved(schema.get("properties").get(name.textValue())).path("enum");
            if (only.size() == 1 && !only.get(0).equals(value.get(name.textValue()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (JsonNode each : values) {
            if (each.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT, POJO -> "object";
            case ARRAY -> "array";
            case STRING, BINARY -> "string";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case NULL, MISSING -> "null";
        };
    }
}
