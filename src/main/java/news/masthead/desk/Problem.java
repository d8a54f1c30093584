package news.masthead.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a tool was refused, as RFC 9457 has it. Nothing was changed then. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = Problem.NAME, description = "Why the request was refused (RFC 9457). Nothing was changed.")
record Problem(
        @Schema(description = "The status in words.") String title,
        int status,

        @Schema(description = "What was wrong, in sentences.")
        String detail,

        @Schema(description = "The fields at fault, if any is.")
        List<Fault> errors) {

    static final String NAME = "Problem";
    static final String MEDIA_TYPE = "application/problem+json";

    private static final int UNPROCESSABLE = 422;

    /** What is wrong with a field. */
    @Schema(name = "ProblemField")
    record Fault(String field, String detail) {}

    static Problem of(Status status, String detail) {
        return new Problem(status.getReasonPhrase(), status.getStatusCode(), detail, List.of());
    }

    /** What is wrong, by the name of the field. */
    static Problem of(Map<String, String> faults) {
        List<Fault> errors = new TreeMap<>(faults)
                .entrySet().stream()
                        .map(fault -> new Fault(fault.getKey(), fault.getValue()))
                        .toList();
        String all =
                errors.stream().map(fault -> fault.field + ": " + fault.detail).collect(Collectors.joining(" "));
        return new Problem("Unprocessable Content", UNPROCESSABLE, all, errors);
    }

    /** Of a request that is read, and cannot be done as it is. */
    static Problem unfit(String detail) {
        return new Problem("Unprocessable Content", UNPROCESSABLE, detail, List.of());
    }

    Response.ResponseBuilder answering() {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(this);
    }

    Response answer() {
        return answering().build();
    }

    /** To be thrown where the request cannot be gone on with. */
    WebApplicationException refusal() {
        return new WebApplicationException(answer());
    }
}
