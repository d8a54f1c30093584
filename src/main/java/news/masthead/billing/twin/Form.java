package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code line_items[0][price]=p&expand[]=customer} into a tree of objects whose leaves are texts; indexes are kept as field
 * names ("0"), for only the schema knows which object is a list.
 */
final class Form {

    private Form() {}

    static ObjectNode read(String encoded) {
        ObjectNode tree = Json.object();
        for (String pair : encoded.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                put(tree, keysOf(name), name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return tree;
    }

    /** The items of what a schema says is a list. */
    static ArrayNode items(ObjectNode indexed) {
        return Json.array()
                .addAll(indexed.properties().stream()
                        .map(item -> item.getValue())
                        .toList());
    }

    private static void put(ObjectNode tree, List<String> keys, String name, String value) {
        ObjectNode parent = tree;
        for (String key : keys.subList(0, keys.size() - 1)) {
            if (parent.has(key) && !parent.get(key).isObject()) {
                throw StripeError.invalid(name, "Invalid request (check that your form is properly encoded): " + name);
            }
            parent = parent.withObjectProperty(key);
        }
        String last = keys.getLast();
        parent.put(last.isEmpty() ? Integer.toString(parent.size()) : last, value);
    }

    private static List<String> keysOf(String name) {
        int bracket = name.indexOf('[');
        List<String> keys = new ArrayList<>();
        keys.add(bracket < 0 ? name : name.substring(0, bracket));
        while (bracket >= 0) {
            int end = name.indexOf(']', bracket);
            if (end < 0) {
                throw StripeError.invalid(name, "Invalid request (check that your form is properly encoded): " + name);
            }
            keys.add(name.substring(bracket + 1, end));
            bracket = name.indexOf('[', end);
        }
        return keys;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw StripeError.invalid(null, "Invalid request (check that your form is properly encoded).");
        }
    }
}
