package news.masthead.wire;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * {@code POST /wire/{source}} with the file as the body and the agency's token as bearer: 202 with a {@link Receipt} when it was taken, 422 when
 * it cannot be read and lies in quarantine, 404 for an unknown agency, 401 without the token, 413 for more than 5 MB. Only 202 and 422 mean that
 * the bytes were kept.
 */
@Path("/wire/{source}")
class WirePushResource {

    @Inject
    Agencies agencies;

    @Inject
    Contracts contracts;

    @Inject
    WireDesk desk;

    @POST
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Response push(
            @PathParam("source") String source,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            InputStream body)
            throws IOException {
        if (agencies.find(source).isEmpty()) {
            return refused(Response.Status.NOT_FOUND, "There is no such agency here.");
        }
        if (!proves(authorization, source)) {
            return refused(Response.Status.UNAUTHORIZED, "The bearer token is missing or wrong.");
        }
        byte[] bytes = body.readNBytes(Delivery.LARGEST + 1);
        if (bytes.length > Delivery.LARGEST) {
            return refused(Response.Status.REQUEST_ENTITY_TOO_LARGE, "The file is larger than 5 MB.");
        }
        Receipt receipt = desk.accept(source, new Delivery(bytes, charset(type), "push", ""));
        return Response.status(receipt.wasRead() ? 202 : 422).entity(receipt).build();
    }

    /** Takes the same time whatever is wrong with the token. */
    private boolean proves(String authorization, String source) {
        byte[] given = Optional.ofNullable(authorization).orElse("").getBytes(StandardCharsets.UTF_8);
        return contracts
                .of(source)
                .flatMap(Contracts.Contract::token)
                .filter(token -> !token.isBlank())
                .map(token -> ("Bearer " + token).getBytes(StandardCharsets.UTF_8))
                .filter(expected -> MessageDigest.isEqual(expected, given))
                .isPresent();
    }

    private static String charset(MediaType type) {
        return type == null ? "" : type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "");
    }

    private static Response refused(Response.Status status, String sentence) {
        return Response.status(status).entity(new Refusal(sentence)).build();
    }

    record Refusal(String reason) {}
}
