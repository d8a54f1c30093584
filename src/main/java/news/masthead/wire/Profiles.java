package news.masthead.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.masthead.wire.format.Dialect;
import news.masthead.wire.format.WireReader;

/**
 * The agencies whose habits we know, as JSON beside the code ({@code /agencies}), one file an agency. A profile is laid over another field by
 * field, so it may say only what is different; lists are replaced whole.
 */
public final class Profiles {

    private static final String FOLDER = "/agencies/";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Map<String, ObjectNode> known = new LinkedHashMap<>();
    private final ObjectNode unsaid;

    /** Made when it is first asked for; two that ask at once make the same one. */
    private volatile Recognition recognition;

    private Profiles() {
        unsaid = object(resource("unsaid.json"));
        resource("agencies.json").path("agencies").forEach(id -> known.put(id.asText(), shipped(id.asText())));
    }

    /** The profiles that come with the product. */
    public static Profiles shipped() {
        return new Profiles();
    }

    /**
     * These, with those of a file laid over them: a JSON object of profiles by id.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if a profile in it is no profile, with a sentence that says why
     */
    public Profiles with(Path file) throws IOException {
        Profiles both = new Profiles();
        both.known.putAll(known);
        try {
            object(JSON.readTree(Files.readString(file)))
                    .properties()
                    .forEach(profile -> both.known.put(
                            profile.getKey(), laid(known.get(profile.getKey()), object(profile.getValue()))));
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException(file + " holds no JSON: " + noJson.getOriginalMessage(), noJson);
        }
        both.ids().forEach(both::find);
        return both;
    }

    /**
     * How to read a file of which nobody says whose it is: as the agency does that its sender, dateline, trailer, header or credit names. What is
     * nobody's is read by the forms that all agencies share.
     */
    public Dialect dialectOf(byte[] file) {
        String text = WireReader.text(file, "");
        return recognition()
                .of(text)
                .map(Agency::dialect)
                .map(known -> Recognition.isMarkedUp(text) ? known.inLanguage("") : known)
                .orElse(Dialect.OF_NOBODY);
    }

    /** Why a mail is not to be taken for its agency's, in a sentence, as far as its file shows; none for anything else. */
    public Optional<String> doubtOf(byte[] file) {
        return recognition().doubtOf(WireReader.text(file, ""));
    }

    private Recognition recognition() {
        if (recognition == null) {
            recognition = new Recognition(
                    ids().stream().sorted().flatMap(id -> find(id).stream()).toList());
        }
        return recognition;
    }

    public Set<String> ids() {
        return Set.copyOf(known.keySet());
    }

    public Optional<Agency> find(String id) {
        return Optional.ofNullable(known.get(id)).map(profile -> agency(id, profile));
    }

    /**
     * The agency of that id, known or not, with other fields laid over it.
     *
     * @throws IllegalArgumentException if that makes no agency, with a sentence that says why
     */
    Agency find(String id, ObjectNode over) {
        return agency(id, laid(known.get(id), over));
    }

    /** A profile as it is stored; what reads it again is {@link #find(String, ObjectNode)}. */
    static String json(Agency agency) {
        try {
            return JSON.writeValueAsString(agency);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static ObjectNode empty() {
        return JSON.createObjectNode();
    }

    static ObjectNode parsed(String json) {
        try {
            return object(JSON.readTree(json));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("A profile is no JSON: " + broken.getOriginalMessage(), broken);
        }
    }

    private Agency agency(String id, ObjectNode profile) {
        try {
            return JSON.treeToValue(laid(unsaid, profile).put("id", id), Agency.class);
        } catch (JsonProcessingException unfit) {
            throw new IllegalArgumentException(
                    "The profile of " + id + " is wrong: " + unfit.getOriginalMessage(), unfit);
        }
    }

    private static ObjectNode shipped(String id) {
        return object(resource(id + ".json"));
    }

    private static ObjectNode laid(ObjectNode under, ObjectNode over) {
        ObjectNode both = under == null ? empty() : under.deepCopy();
        over.properties().forEach(field -> both.set(field.getKey(), laid(both.get(field.getKey()), field.getValue())));
        return both;
    }

    /** What routes one agency's stories does so whole. */
    private static JsonNode laid(JsonNode under, JsonNode over) {
        return under instanceof ObjectNode below && over instanceof ObjectNode above
                ? laid(below, above)
                : over.deepCopy();
    }

    private static ObjectNode object(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("A profile is a JSON object, this is none: " + node);
    }

    private static JsonNode resource(String name) {
        try (InputStream in = Profiles.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("There is no shipped file " + FOLDER + name);
            }
            return JSON.readTree(in);
        } catch (IOException broken) {
            throw new UncheckedIOException("The shipped file " + FOLDER + name + " cannot be read", broken);
        }
    }
}
