package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * What Stripe's own published types say of each operation: its parameters, its answer, its events. The resource
 * {@code stripe-contract/contract.json.gz} is derived from them (see the NOTICE beside it).
 */
final class Contract {

    /** One operation, {@code POST /v1/customers/{id}}, as the contract has it. */
    record Operation(String name, JsonNode params, JsonNode response) {}

    private static final String RESOURCE = "/stripe-contract/contract.json.gz";

    private final JsonNode root;
    private final Schema schema;
    private final List<Route> routes = new ArrayList<>();
    private final Map<String, JsonNode> eventsByType = new HashMap<>();

    private record Route(String verb, String[] segments, Operation operation) {

        boolean matches(String wantedVerb, String[] path) {
            if (!verb.equals(wantedVerb) || path.length != segments.length) {
                return false;
            }
            for (int i = 0; i < path.length; i++) {
                if (!segments[i].startsWith("{") && !segments[i].equals(path[i])) {
                    return false;
                }
            }
            return true;
        }
    }

    private Contract(JsonNode root) {
        this.root = root;
        this.schema = new Schema(root.get("$defs"));
        root.get("ops").properties().forEach(op -> routes.add(route(op.getKey(), op.getValue())));
        // "create_preview" is no identifier of an invoice: what is named is asked before what stands for anything.
        routes.sort(
                Comparator.comparing(route -> String.join("/", route.segments()).contains("{")));
        JsonNode events = root.at("/ops/GET ~1v1~1events~1{id}/response/anyOf");
        events.forEach(event -> eventsByType.put(eventType(event), event));
    }

    static Contract load() {
        try (InputStream in = new GZIPInputStream(Contract.class.getResourceAsStream(RESOURCE))) {
            return new Contract(Json.MAPPER.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The dated version of the API, such as {@code 2026-07-29.dahlia}. */
    String apiVersion() {
        return root.get("apiVersion").textValue();
    }

    Schema schema() {
        return schema;
    }

    /** The operation that a request line addresses; empty if the contract has none. */
    Optional<Operation> operation(String verb, String path) {
        String[] segments = path.split("/");
        return routes.stream()
                .filter(route -> route.matches(verb, segments))
                .map(Route::operation)
                .findFirst();
    }

    /** An object of a definition with every required field, each at its emptiest: null, false, 0, "", an empty list. */
    ObjectNode blank(String definition) {
        return (ObjectNode) schema.blank(root.at("/$defs").get(definition));
    }

    /** What is wrong with an answer; empty if it is as Stripe's types say. */
    List<String> violations(Operation operation, JsonNode answer) {
        return schema.violations(operation.response(), answer);
    }

    /** What is wrong with an event, its object included. */
    List<String> violations(ObjectNode event) {
        JsonNode expected = eventsByType.get(event.path("type").asText());
        return expected == null
                ? List.of("no event of the contract has the type " + event.path("type"))
                : schema.violations(expected, event);
    }

    private Route route(String name, JsonNode op) {
        String[] verbAndPath = name.split(" ");
        return new Route(
                verbAndPath[0], verbAndPath[1].split("/"), new Operation(name, op.get("params"), op.get("response")));
    }

    private String eventType(JsonNode event) {
        return schema.resolved(event).at("/properties/type/enum/0").textValue();
    }
}
