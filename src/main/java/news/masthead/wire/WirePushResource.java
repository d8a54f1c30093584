package news.masthead.wire;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import news.masthead.values.Signature;
import org.jboss.logging.Logger;

/**
 * {@code POST /wire/{source}} with the file as the body, and the agency's token as bearer or its signature in {@code X-Masthead-Signature}
 * ({@link Signature}): 202 with a {@link Receipt} when it was taken, 422 when it cannot be read and lies in quarantine, 404 for an unknown
 * agency, 401 without proof, 413 for more than 5 MB, 503 when it cannot be kept now and must be sent again. Only 202 and 422 mean that the
 * bytes were kept for certain.
 */
@Path("/wire/{source}")
class WirePushResource {

    private static final Logger LOG = Logger.getLogger(WirePushResource.class);
    private static final int SECONDS_TO_RETRY = 10;

    @Inject
    Agencies agencies;

    @Inject
    PushProof proof;

    @Inject
    WireDesk desk;

    @Inject
    Transports transports;

    @POST
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Response push(
            @PathParam("source") String source,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam("X-Masthead-Signature") String signature,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            InputStream body)
            throws IOException {
        try {
            return answer(source, authorization, signature, type, body);
        } catch (WebApplicationException said) {
            throw said;
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "A push of %s was not taken; it was told to send it again", source);
            return unavailable();
        }
    }

    private Response answer(String source, String authorization, String signature, String type, InputStream body)
            throws IOException {
        if (agencies.find(source).isEmpty()) {
            return refused(Response.Status.NOT_FOUND, "There is no such agency here.");
        }
        Optional<String> stranger = proof.obstacle(source, authorization, signature);
        if (stranger.isPresent()) {
            return unproved(source, stranger.get());
        }
        byte[] bytes = body.readNBytes(Delivery.LARGEST + 1);
        if (bytes.length > Delivery.LARGEST) {
            return refused(Response.Status.REQUEST_ENTITY_TOO_LARGE, "The file is larger than 5 MB.");
        }
        Optional<String> forgery = proof.obstacle(source, bytes, signature);
        if (forgery.isPresent()) {
            return unproved(source, forgery.get());
        }
        Receipt receipt = desk.accept(source, new Delivery(bytes, charset(type), "push", ""));
        transports.worked(line(source));
        return Response.status(receipt.wasRead() ? 202 : 422).entity(receipt).build();
    }

    private Response unproved(String source, String sentence) {
        transports.failed(line(source), "A push was refused: " + sentence);
        return refused(Response.Status.UNAUTHORIZED, sentence);
    }

    private static Transports.Line line(String source) {
        return new Transports.Line(Transports.Kind.PUSH, source, "");
    }

    /** What keeps us from it passes, and nothing but the agency can bring the file again. */
    private static Response unavailable() {
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_RETRY)
                .entity(new Refusal("The file cannot be taken now. Send it again."))
                .build();
    }

    /** A type that cannot be read says nothing of the bytes, and is no reason to refuse them. */
    private static String charset(String type) {
        try {
            MediaType given = type == null ? MediaType.WILDCARD_TYPE : MediaType.valueOf(type);
            return given.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "");
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    private static Response refused(Response.Status status, String sentence) {
        return Response.status(status).entity(new Refusal(sentence)).build();
    }

    record Refusal(String reason) {}
}
