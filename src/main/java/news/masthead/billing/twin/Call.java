package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A request that has passed the contract.
 *
 * @param path the path of the address, with the version: {@code /v1/customers/cus_1}
 * @param id the identifier in the path, or null
 * @param params its parameters, typed as the contract says
 */
record Call(String path, String id, ObjectNode params) {

    private static final Set<String> OF_EVERY_LIST = Set.of("expand", "limit", "starting_after", "ending_before");

    boolean has(String name) {
        return params.has(name);
    }

    /** Null if it was not given; empty if it was given to unset the field. */
    String text(String name) {
        return Json.text(params, name);
    }

    String required(String name) {
        if (!has(name) || text(name) == null || text(name).isEmpty()) {
            throw StripeError.missing(name);
        }
        return text(name);
    }

    OptionalLong number(String name) {
        JsonNode value = params.path(name);
        return value.isNumber() ? OptionalLong.of(value.longValue()) : OptionalLong.empty();
    }

    boolean flag(String name) {
        return params.path(name).asBoolean();
    }

    List<String> expand() {
        return Json.stream(params.path("expand")).map(JsonNode::textValue).toList();
    }

    /** Writes the given ones of these parameters into an object; an empty text unsets the field. */
    void copy(ObjectNode object, String... names) {
        for (String name : names) {
            if (has(name)) {
                boolean unset = params.get(name).isTextual() && text(name).isEmpty();
                object.set(name, unset ? params.nullNode() : params.get(name).deepCopy());
            }
        }
    }

    /**
     * Merges {@code metadata} key by key; an empty value removes its key and an empty {@code metadata} all of them.
     * https://docs.stripe.com/api/metadata
     */
    void mergeMetadata(ObjectNode object) {
        JsonNode given = params.path("metadata");
        if (given.isTextual() || given.isNull()) {
            object.putObject("metadata");
        }
        given.properties().forEach(entry -> {
            String value = entry.getValue().asText();
            if (value.isEmpty() || entry.getValue().isNull()) {
                object.withObjectProperty("metadata").remove(entry.getKey());
            } else {
                object.withObjectProperty("metadata").put(entry.getKey(), value);
            }
        });
    }

    /**
     * Refuses a parameter that Stripe knows and the twin would ignore: a silent difference is worse than a 501.
     *
     * @param honoured dotted names; each covers what is below it
     */
    void honours(Set<String> honoured) {
        refuseOthers(params, "", honoured);
    }

    private static void refuseOthers(JsonNode node, String name, Set<String> honoured) {
        if (honoured.contains(name) || OF_EVERY_LIST.contains(name)) {
            return;
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> refuseOthers(
                            field.getValue(), name.isEmpty() ? field.getKey() : name + "." + field.getKey(), honoured));
        } else if (node.isArray()) {
            node.forEach(item -> refuseOthers(item, name, honoured));
        } else {
            throw StripeError.notModelled("the parameter " + name);
        }
    }
}
