package news.masthead.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Refuses whoever does not bring the editors' token, before a byte of the body is read. */
@Provider
@ApplicationScoped
@ToolsOnly
class ToolToken implements ContainerRequestFilter {

    private static final String SCHEME = "Bearer ";

    @Inject
    EditorApiSettings settings;

    @Inject
    ToolMessages messages;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!proves(settings.token(), request.getHeaderString(HttpHeaders.AUTHORIZATION))) {
            request.abortWith(Problem.of(Status.UNAUTHORIZED, messages.unproved())
                    .answering()
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .build());
        }
    }

    /** Takes the same time whatever is wrong with the token. */
    static boolean proves(Optional<String> expected, String authorization) {
        String header = authorization == null ? "" : authorization;
        boolean bearer = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        byte[] given = bytes(bearer ? header.substring(SCHEME.length()).strip() : "");
        return expected.filter(token -> !token.isBlank())
                .filter(token -> MessageDigest.isEqual(bytes(token.strip()), given))
                .isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
