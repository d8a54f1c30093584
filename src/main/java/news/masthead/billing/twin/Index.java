package news.masthead.billing.twin;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which objects of a kind have which text in one field. Objects are changed in place, so it may be behind by what the current change has
 * done: {@link Ledger} looks at what was touched itself, and tells the index when the change is over.
 */
final class Index {

    private final JsonPointer field;
    private final Map<String, Set<String>> idsByValue = new HashMap<>();
    private final Map<String, String> valueById = new HashMap<>();

    /** @param field a name, or a path as of RFC 6901 for one that lies deeper: {@code /payment/payment_intent} */
    Index(String field) {
        this.field = pointer(field);
    }

    /** Identifiers that had this value when last told. */
    Set<String> with(String value) {
        return idsByValue.getOrDefault(value, Set.of());
    }

    boolean holds(ObjectNode object, String value) {
        return Objects.equals(value, valueOf(object));
    }

    void tell(ObjectNode object) {
        String id = Json.id(object);
        String value = valueOf(object);
        if (valueById.containsKey(id)) {
            String before = valueById.get(id);
            if (Objects.equals(before, value)) {
                return;
            }
            idsByValue.get(before).remove(id);
        }
        valueById.put(id, value);
        idsByValue.computeIfAbsent(value, fresh -> new LinkedHashSet<>()).add(id);
    }

    private String valueOf(ObjectNode object) {
        return object.at(field).textValue();
    }

    private static JsonPointer pointer(String field) {
        return JsonPointer.compile(field.startsWith("/") ? field : "/" + field);
    }
}
