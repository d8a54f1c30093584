package news.masthead.identity;

import io.quarkus.oidc.AuthorizationCodeFlow;
import io.quarkus.oidc.IdToken;
import io.quarkus.oidc.OidcSession;
import io.quarkus.oidc.RefreshToken;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import news.masthead.web.Heading;
import news.masthead.web.Layout;
import news.masthead.web.Links;
import news.masthead.web.Viewer;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The way in: through the identity provider's pages, into a session of our own, and back to the page that sent the reader. */
@Path(Links.LOGIN)
@Blocking
@Produces(MediaType.TEXT_HTML)
class LoginResource {

    private static final String BEGIN = Links.LOGIN + "/begin";

    @Inject
    IdentityProviderProbe provider;

    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    Cookies cookies;

    @Inject
    Visit visit;

    @Inject
    Layout layout;

    @Inject
    Event<LoggedIn> logIns;

    @Inject
    SecurityIdentity identity;

    @Inject
    @IdToken
    JsonWebToken idToken;

    @Inject
    RefreshToken refreshToken;

    @Inject
    OidcSession oidcSession;

    @GET
    @PermitAll
    public Response login(@QueryParam("to") String to) {
        return visit.registered().isPresent()
                ? back(to)
                : toProvider(Links.login(Links.backOrFront(to)), BEGIN + "?to=" + encoded(Links.backOrFront(to)));
    }

    /**
     * Logs in once more who is logged in with an address that nobody vouches for: the identity provider asks for it to be confirmed on the way, or
     * says that it has been.
     */
    @GET
    @Path("/confirm")
    @PermitAll
    public Response confirm(@QueryParam("to") String to) {
        return visit.registered().filter(Reader.Registered::verified).isPresent()
                ? back(to)
                : toProvider(
                        Links.confirmEmail(Links.backOrFront(to)), BEGIN + "?to=" + encoded(Links.backOrFront(to)));
    }

    @GET
    @Path("/sign-up")
    @PermitAll
    public Response signUp(@QueryParam("to") String to) {
        String begin = BEGIN + "?prompt=create&to=" + encoded(Links.backOrFront(to));
        return visit.registered().isPresent() ? back(to) : toProvider(Links.signUp(Links.backOrFront(to)), begin);
    }

    /** Reached only with the identity provider's word for who this is; quarkus-oidc sends everybody else there first. */
    @GET
    @Path("/begin")
    @Authenticated
    @AuthorizationCodeFlow
    public Response begin(@QueryParam("to") String to, @HeaderParam(HttpHeaders.USER_AGENT) String device) {
        Account account = accounts.admit(idToken.getSubject(), claim("name"), claim("email"), verified());
        Set<String> roles = new HashSet<>(identity.getRoles());
        roles.add(Role.READER);
        Sessions.Tokens tokens =
                new Sessions.Tokens(idToken.getRawToken(), Optional.ofNullable(refreshToken.getToken()));
        Optional<String> token = sessions.open(account, roles, tokens, device == null ? "" : device);
        oidcSession.logout().await().indefinitely();
        if (token.isEmpty()) {
            return closed();
        }
        visit.leave();
        if (visit.reader() instanceof Reader.Anonymous before && before.met()) {
            logIns.fire(new LoggedIn(before, new Reader.Registered(account.id, roles, verified())));
        }
        return Response.seeOther(URI.create(Links.backOrFront(to)))
                .cookie(cookies.session(token.get()))
                .build();
    }

    private static Response back(String to) {
        return Response.seeOther(URI.create(Links.backOrFront(to))).build();
    }

    private Response toProvider(String again, String begin) {
        if (!provider.answers()) {
            return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                    .header("Refresh", "3")
                    .header(HttpHeaders.RETRY_AFTER, "3")
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .entity(new LoginStartingPage(
                            layout.around(Heading.unlisted("Log in", Links.LOGIN), Viewer.ANONYMOUS), again))
                    .build();
        }
        return Response.seeOther(URI.create(begin)).build();
    }

    private Response closed() {
        return Response.status(Response.Status.FORBIDDEN)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new AccountClosedPage(layout.around(Heading.unlisted("Log in", Links.LOGIN), Viewer.ANONYMOUS)))
                .build();
    }

    private String claim(String name) {
        return Optional.ofNullable(idToken.<String>getClaim(name)).orElse("");
    }

    /** OpenID Connect Core 5.1; what a provider does not say it does not vouch for. */
    private boolean verified() {
        return "true".equals(String.valueOf(idToken.<Object>getClaim("email_verified")));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
