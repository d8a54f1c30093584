package news.masthead.identity;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;
import news.masthead.web.Heading;
import news.masthead.web.Layout;
import news.masthead.web.Links;
import news.masthead.web.Site;
import news.masthead.web.Viewer;

/** The way out: our session ends at once, then the identity provider's (OpenID Connect RP-Initiated Logout 1.0). */
@Path(Links.LOGOUT)
@Blocking
class LogoutResource {

    @Inject
    Sessions sessions;

    @Inject
    Cookies cookies;

    @Inject
    Visit visit;

    @Inject
    Layout layout;

    @Inject
    Site site;

    @Inject
    IdentityProviderSettings provider;

    @GET
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance ask() {
        Viewer viewer = visit.registered().isPresent() ? Viewer.REGISTERED : Viewer.ANONYMOUS;
        return new LogoutPage(layout.around(Heading.unlisted("Log out", Links.LOGOUT), viewer), Links.LOGOUT);
    }

    @POST
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    public Response logOut(@Context HttpHeaders headers) {
        Cookie session = headers.getCookies().get(cookies.session());
        Optional<String> idToken = session == null ? Optional.empty() : sessions.close(session.getValue());
        return idToken.filter(token -> !token.isEmpty())
                .map(this::throughTheProvider)
                .orElseGet(() -> Response.seeOther(front()))
                .cookie(cookies.noSession())
                .header("Clear-Site-Data", "\"cache\"")
                .build();
    }

    /** Browsers hold the redirects of a form to the page's {@code form-action}; a refresh is a navigation of its own. */
    private Response.ResponseBuilder throughTheProvider(String idToken) {
        return Response.ok(
                        new LoggedOutPage(layout.around(Heading.unlisted("Log out", Links.LOGOUT), Viewer.ANONYMOUS)))
                .header("Refresh", "0; url=" + providersLogout(idToken));
    }

    private URI providersLogout(String idToken) {
        return UriBuilder.fromUri(provider.authServerUrl() + "/protocol/openid-connect/logout")
                .queryParam("id_token_hint", idToken)
                .queryParam("client_id", provider.clientId())
                .queryParam("post_logout_redirect_uri", front())
                .build();
    }

    private URI front() {
        return Links.absolute(site, Links.FRONT);
    }
}
