package news.masthead.wire.format;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads JSON (RFC 8259) from strangers, and gives what stands in it whatever type it has: a single value where a list belongs is a list of
 * one, a number where a text belongs is its digits, anything else that does not fit is nothing.
 */
final class Json {

    private static final int DEEPEST = 200;
    private static final int LONGEST_STRING = 6_000_000;
    private static final int LONGEST_NAME = 2_000;
    private static final int LONGEST_NUMBER = 200;

    private static final JsonMapper MAPPER = mapper();

    private Json() {}

    /**
     * Agencies are known to send raw line ends in strings, and a backslash before a curly quote: both are read as what they mean. Several
     * documents on end, as in JSON lines, come as one list.
     *
     * @throws UnreadableWire if it is broken, cut off, or deeper or longer than any wire item
     */
    static JsonNode read(String text) {
        try (MappingIterator<JsonNode> documents =
                MAPPER.readerFor(JsonNode.class).readValues(text)) {
            List<JsonNode> all = documents.readAll();
            return all.size() == 1 ? all.getFirst() : MAPPER.createArrayNode().addAll(all);
        } catch (JsonEOFException cut) {
            throw new UnreadableWire("The JSON is cut off" + where(cut) + ".", cut);
        } catch (StreamConstraintsException vast) {
            throw new UnreadableWire("The JSON is deeper or longer than any wire item" + where(vast) + ".", vast);
        } catch (JsonProcessingException broken) {
            throw new UnreadableWire("The JSON is broken" + where(broken) + ".", broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String where(JsonProcessingException broken) {
        JsonLocation at = broken.getLocation();
        return at == null ? "" : " in line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /** The first of the fields that says anything: its text or number, or the first one in its list. Empty where none does. */
    static String text(JsonNode object, String... names) {
        return Stream.of(names)
                .map(name -> scalar(object.path(name)))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    /** The text or number that a value is, or the first in the list it is. */
    static String scalar(JsonNode value) {
        return value.isArray() ? scalar(value.path(0)) : value.isValueNode() && !value.isNull() ? value.asText() : "";
    }

    /** The {@link #elements} of the first field that is there. */
    static List<JsonNode> list(JsonNode object, String... names) {
        return Stream.of(names)
                .map(object::path)
                .filter(value -> !value.isMissingNode() && !value.isNull())
                .findFirst()
                .map(Json::elements)
                .orElse(List.of());
    }

    /** The texts in such a list. */
    static List<String> texts(JsonNode object, String name) {
        return list(object, name).stream()
                .map(Json::scalar)
                .filter(text -> !text.isBlank())
                .toList();
    }

    /** The object that stands at the end of a path; an empty one where there is none. */
    static JsonNode at(JsonNode object, String... path) {
        JsonNode here = object;
        for (String name : path) {
            here = here.path(name);
        }
        return here.isObject() ? here : MissingNode.getInstance();
    }

    /** The object's fields in their order; none if it is no object. */
    static Stream<Map.Entry<String, JsonNode>> fields(JsonNode object) {
        return object.properties().stream();
    }

    /** What a list holds; a lone value counts as a list of one. */
    static List<JsonNode> elements(JsonNode value) {
        List<JsonNode> elements = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(elements::add);
        } else {
            elements.add(value);
        }
        return elements;
    }

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_STRING)
                        .maxNameLength(LONGEST_NAME)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build());
        return mapper;
    }
}
