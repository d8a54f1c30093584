package news.masthead.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;

/** Facts as they are kept: everything but the instant, which has columns of its own. */
final class FactsJson {

    private static final String AT = "at";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            // What a part that is no longer known, or not yet, would have meant for the decision nobody can say
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private FactsJson() {}

    static String write(Facts facts) {
        ObjectNode tree = JSON.valueToTree(facts);
        tree.remove(AT);
        return tree.toString();
    }

    /** @throws Unreadable where another version of the program kept something else */
    static Facts read(String json, Instant at) {
        try {
            ObjectNode tree = (ObjectNode) JSON.readTree(json);
            tree.put(AT, at.toString());
            return JSON.treeToValue(tree, Facts.class);
        } catch (JsonProcessingException other) {
            throw new Unreadable(other);
        }
    }

    static final class Unreadable extends RuntimeException {
        Unreadable(Throwable cause) {
            super("The facts were kept by another version of the program", cause);
        }
    }
}
