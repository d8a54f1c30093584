package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Everything the twin knows: Stripe's objects in Stripe's own shape, by identifier, in the order they were made. One writer or reader
 * at a time; what a write has done is on disk before anybody hears of it. What only the twin knows of an object lies under
 * {@value #PRIVATE} in it and is never shown.
 */
final class Ledger {

    static final String PRIVATE = "_twin";

    private final ReentrantLock lock = new ReentrantLock();
    private final StateFile file;
    private final Map<String, ObjectNode> objects = new LinkedHashMap<>();
    private final Map<String, Map<String, ObjectNode>> kinds = new LinkedHashMap<>();
    private final ObjectNode answers;

    Ledger(StateFile file) {
        this.file = file;
        ObjectNode state = file.load();
        state.path("objects").forEach(object -> put((ObjectNode) object));
        this.answers = state.withObjectProperty("answers");
    }

    /** Runs alone and keeps what was changed, also when it ends in a refusal: a declined payment is a fact too. */
    <T> T write(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            try {
                save();
            } finally {
                lock.unlock();
            }
        }
    }

    <T> T read(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    ObjectNode put(ObjectNode object) {
        objects.put(Json.id(object), object);
        kinds.computeIfAbsent(Json.text(object, "object"), kind -> new LinkedHashMap<>())
                .put(Json.id(object), object);
        return object;
    }

    /** Also finds what was deleted: the stub that Stripe keeps of a customer. */
    Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(objects.get(id));
    }

    /**
     * @param param the parameter that named the object, for the refusal
     * @throws StripeError {@code resource_missing} if there is none of this kind, or it was deleted
     */
    ObjectNode existing(String kind, String id, String param) {
        return find(id).filter(object -> Json.is(object, "object", kind))
                .filter(object -> !object.path("deleted").asBoolean())
                .orElseThrow(() -> StripeError.noSuch(kind.substring(kind.indexOf('.') + 1), id, param));
    }

    /** All of a kind, oldest first; a copy, so that they may be changed on the way. */
    List<ObjectNode> all(String kind) {
        return new ArrayList<>(kinds.getOrDefault(kind, Map.of()).values());
    }

    Stream<ObjectNode> all(String kind, String field, String value) {
        return all(kind).stream().filter(object -> Json.is(object, field, value));
    }

    /** The answers given to idempotent requests, by key. */
    ObjectNode answers() {
        return answers;
    }

    private void save() {
        ObjectNode state = Json.object();
        ArrayNode kept = state.putArray("objects");
        objects.values().forEach(kept::add);
        state.set("answers", answers);
        file.save(state);
    }
}
