package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** Turns the texts of a form into the types that the contract asks for, and refuses what it does not know, as Stripe does. */
final class Parameters {

    private final Schema schema;

    Parameters(Schema schema) {
        this.schema = schema;
    }

    /**
     * @throws StripeError {@code parameter_unknown}, {@code parameter_missing}, or 400 with the name of the parameter that does not fit
     */
    ObjectNode typed(JsonNode definition, ObjectNode form) {
        return (ObjectNode) typed(schema.resolved(definition), form, "");
    }

    private JsonNode typed(JsonNode unresolved, JsonNode given, String name) {
        JsonNode expected = schema.resolved(unresolved);
        if (expected.has("anyOf")) {
            return typedAsOneOf(expected.get("anyOf"), given, name);
        }
        if (given.isTextual()) {
            return scalar(expected, given.textValue(), name);
        }
        if (Schema.hasType(expected, "array")) {
            return typedItems(expected, (ObjectNode) given, name);
        }
        if (Schema.hasType(expected, "object")) {
            return typedFields(expected, (ObjectNode) given, name);
        }
        throw StripeError.invalid(name, "Invalid value for " + name + ": a hash or list is not expected here");
    }

    private JsonNode typedAsOneOf(JsonNode options, JsonNode given, String name) {
        StripeError refusal = null;
        for (JsonNode option : options) {
            try {
                return typed(option, given, name);
            } catch (StripeError e) {
                // The last refusal is the most telling one: the scalar forms of a parameter ("", a number) come first
                // in the types.
                refusal = refusal == null || given.isObject() ? e : refusal;
            }
        }
        throw refusal;
    }

    private JsonNode typedItems(JsonNode expected, ObjectNode given, String name) {
        ArrayNode items = Json.array();
        int index = 0;
        for (JsonNode item : Form.items(given)) {
            items.add(typed(expected.get("items"), item, name + "[" + index++ + "]"));
        }
        return items;
    }

    private JsonNode typedFields(JsonNode expected, ObjectNode given, String name) {
        JsonNode known = expected.path("properties");
        JsonNode others = expected.path("additionalProperties");
        ObjectNode fields = Json.object();
        given.properties().forEach(field -> {
            String at = name.isEmpty() ? field.getKey() : name + "[" + field.getKey() + "]";
            JsonNode definition = known.has(field.getKey()) ? known.get(field.getKey()) : others;
            if (!definition.isObject()) {
                throw StripeError.unknown(at);
            }
            fields.set(field.getKey(), typed(definition, field.getValue(), at));
        });
        for (JsonNode required : expected.path("required")) {
            if (!given.has(required.textValue())) {
                throw StripeError.missing(
                        name.isEmpty() ? required.textValue() : name + "[" + required.textValue() + "]");
            }
        }
        return fields;
    }

    private static JsonNode number(String text) {
        if (text.matches("-?\\d{1,18}")) {
            return JsonNodeFactory.instance.numberNode(Long.parseLong(text));
        }
        return text.matches("\\d{1,9}\\.\\d{1,12}") ? JsonNodeFactory.instance.numberNode(new BigDecimal(text)) : null;
    }

    private static JsonNode scalar(JsonNode expected, String text, String name) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        JsonNode value = null;
        if (Schema.hasType(expected, "string")) {
            value = json.textNode(text);
        } else if (Schema.hasType(expected, "boolean")) {
            value = text.equals("true") || text.equals("false") ? json.booleanNode(text.equals("true")) : null;
        } else if (Schema.hasType(expected, "number") || Schema.hasType(expected, "integer")) {
            value = number(text);
        } else if (text.isEmpty() && Schema.hasType(expected, "null")) {
            value = json.nullNode();
        }
        if (value == null
                || expected.has("enum")
                        && !Json.stream(expected.get("enum")).toList().contains(value)) {
            throw StripeError.invalid(name, "Invalid " + name + ": '" + text + "'");
        }
        return value;
    }
}
