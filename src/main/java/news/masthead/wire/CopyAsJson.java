package news.masthead.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;
import news.masthead.wire.format.WireCopy;
import org.hibernate.annotations.Immutable;

/** Canonical copy as it is stored. Copy never changes, so nobody has to compare it with what was read. */
@Immutable
class CopyAsJson implements AttributeConverter<WireCopy, String> {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Override
    public String convertToDatabaseColumn(WireCopy copy) {
        try {
            return copy == null ? null : JSON.writeValueAsString(copy);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public WireCopy convertToEntityAttribute(String stored) {
        try {
            return stored == null ? null : JSON.readValue(stored, WireCopy.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A stored wire item cannot be read any more", broken);
        }
    }
}
