package news.masthead.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields of a JSON object that a tool sent. What is wrong with any of them is noted, and all of it said at once. */
final class JsonFields {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode object;
    private final ToolMessages messages;
    private final Map<String, String> faults = new HashMap<>();

    private JsonFields(JsonNode object, ToolMessages messages) {
        this.object = object;
        this.messages = messages;
    }

    /**
     * @param known the fields there may be; any other is a fault, so that nobody believes in one that does nothing
     * @throws jakarta.ws.rs.WebApplicationException 400 for what is no JSON object
     */
    static JsonFields of(byte[] body, Set<String> known, ToolMessages messages) {
        JsonFields fields = new JsonFields(object(body, messages), messages);
        fields.object
                .fieldNames()
                .forEachRemaining(name -> fields.require(known.contains(name), name, messages.unknownField()));
        return fields;
    }

    /** Empty where there is none. */
    String text(String name) {
        JsonNode value = object.path(name);
        if (isAbsent(value)) {
            return "";
        }
        require(value.isTextual(), name, messages.notText());
        require(isPrintable(value.asText()), name, messages.unprintable());
        return value.asText();
    }

    Optional<Integer> number(String name) {
        JsonNode value = object.path(name);
        if (isAbsent(value)) {
            return Optional.empty();
        }
        require(value.canConvertToInt() && value.isIntegralNumber(), name, messages.notNumber());
        return Optional.of(value.asInt());
    }

    List<String> texts(String name) {
        JsonNode value = object.path(name);
        List<String> texts = new ArrayList<>();
        value.forEach(one -> {
            require(one.isTextual() && isPrintable(one.asText()), name, messages.notTexts());
            texts.add(one.asText());
        });
        require(isAbsent(value) || value.isArray(), name, messages.notTexts());
        return texts;
    }

    /** The first thing that is found wrong with a field is what is said of it. */
    void require(boolean met, String name, String sentence) {
        if (!met) {
            faults.putIfAbsent(name, sentence);
        }
    }

    /** What is wrong, by the name of the field. */
    Map<String, String> faults() {
        return faults;
    }

    private static JsonNode object(byte[] body, ToolMessages messages) {
        try {
            JsonNode read = MAPPER.readTree(body);
            if (read.isObject()) {
                return read;
            }
            throw Problem.of(Status.BAD_REQUEST, messages.noJson("it is something else."))
                    .refusal();
        } catch (JsonProcessingException garbled) {
            throw Problem.of(Status.BAD_REQUEST, messages.noJson(garbled.getOriginalMessage()))
                    .refusal();
        } catch (IOException garbled) {
            throw Problem.of(Status.BAD_REQUEST, messages.noJson(garbled.getMessage()))
                    .refusal();
        }
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    /** A database keeps no NUL, and half of a surrogate pair is no character. */
    private static boolean isPrintable(String text) {
        return text.codePoints()
                .noneMatch(one ->
                        one < ' ' && !Character.isWhitespace(one) || Character.getType(one) == Character.SURROGATE);
    }
}
