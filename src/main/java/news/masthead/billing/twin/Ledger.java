package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
 *
 * <p>Objects are changed in place by whoever got them here within the same {@link #write}; nobody may hold on to one for a later write.
 */
final class Ledger {

    static final String PRIVATE = "_twin";

    private static final ObjectNode NEW = Json.object();

    private final ReentrantLock lock = new ReentrantLock();
    private final StateFile file;
    private final Map<String, ObjectNode> objects = new LinkedHashMap<>();
    private final Map<String, Map<String, ObjectNode>> kinds = new HashMap<>();
    private final Map<String, Integer> ages = new HashMap<>();
    private final Map<String, Map<String, Index>> indexes = new HashMap<>();
    private final Map<String, ObjectNode> answers = new LinkedHashMap<>();
    /** What the current write may have changed, each as it was before. */
    private final Map<String, ObjectNode> touched = new LinkedHashMap<>();

    private ObjectNode newAnswers = Json.object();
    private boolean writing;

    Ledger(StateFile file) {
        this.file = file;
        file.replay(change -> {
            change.path("objects").forEach(object -> put((ObjectNode) object));
            change.path("answers")
                    .properties()
                    .forEach(answer -> answers.put(answer.getKey(), (ObjectNode) answer.getValue()));
        });
        settle();
        file.compact(everything());
    }

    /** Runs alone and keeps what was changed, also when it ends in a refusal: a declined payment is a fact too. */
    <T> T write(Supplier<T> work) {
        lock.lock();
        try {
            writing = true;
            return work.get();
        } finally {
            try {
                if (lock.getHoldCount() == 1) {
                    writing = false;
                    save();
                }
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
        String id = Json.id(object);
        touched.putIfAbsent(id, NEW);
        ages.putIfAbsent(id, ages.size());
        objects.put(id, object);
        kinds.computeIfAbsent(Json.text(object, "object"), kind -> new LinkedHashMap<>())
                .put(id, object);
        return object;
    }

    /** Also finds what was deleted: the stub that Stripe keeps of a customer. */
    Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(objects.get(id)).map(this::touch);
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

    /** All of a kind, oldest first; a copy, so that they may be changed on the way. Where there are many, ask by field. */
    List<ObjectNode> all(String kind) {
        List<ObjectNode> found =
                new ArrayList<>(kinds.getOrDefault(kind, Map.of()).values());
        found.forEach(this::touch);
        return found;
    }

    /**
     * Those that have this text in this field, oldest first, found without looking at the others.
     *
     * @param field a name, or a path as of RFC 6901 for one that lies deeper: {@code /payment/payment_intent}
     * @param value null for those that have none
     */
    Stream<ObjectNode> all(String kind, String field, String value) {
        Map<String, ObjectNode> ofKind = kinds.getOrDefault(kind, Map.of());
        Index index = indexes.computeIfAbsent(kind, fresh -> new HashMap<>())
                .computeIfAbsent(field, fresh -> indexed(fresh, ofKind));
        return Stream.concat(index.with(value).stream(), touched.keySet().stream())
                .distinct()
                .map(ofKind::get)
                .filter(object -> object != null && index.holds(object, value))
                .sorted(Comparator.comparing(object -> ages.get(Json.id(object))))
                .toList()
                .stream()
                .map(this::touch);
    }

    /** The answers given to idempotent requests, by key, oldest first; to be added to by {@link #answered} alone. */
    Map<String, ObjectNode> answers() {
        return answers;
    }

    void answered(String key, ObjectNode answer) {
        answers.put(key, answer);
        newAnswers.set(key, answer);
    }

    private static Index indexed(String field, Map<String, ObjectNode> ofKind) {
        Index index = new Index(field);
        ofKind.values().forEach(index::tell);
        return index;
    }

    /** Only a file needs to know what was before. */
    private ObjectNode touch(ObjectNode object) {
        if (writing) {
            touched.computeIfAbsent(Json.id(object), id -> file.isKept() ? object.deepCopy() : NEW);
        }
        return object;
    }

    private void save() {
        ObjectNode change = Json.object();
        if (file.isKept()) {
            ArrayNode changed = change.putArray("objects");
            touched.forEach((id, before) -> {
                if (!objects.get(id).equals(before)) {
                    changed.add(objects.get(id));
                }
            });
            change.set("answers", newAnswers);
        }
        boolean isEmpty = change.path("objects").isEmpty() && newAnswers.isEmpty();
        settle();
        if (!isEmpty) {
            file.append(change);
        }
    }

    /** The change is over: the indexes hear of it. */
    private void settle() {
        touched.keySet().stream()
                .map(objects::get)
                .forEach(object -> indexes.getOrDefault(Json.text(object, "object"), Map.of())
                        .values()
                        .forEach(index -> index.tell(object)));
        touched.clear();
        newAnswers = Json.object();
    }

    private ObjectNode everything() {
        ObjectNode state = Json.object();
        state.putArray("objects").addAll(objects.values());
        state.putObject("answers").setAll(answers);
        return state;
    }
}
