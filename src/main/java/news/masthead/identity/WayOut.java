package news.masthead.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;
import news.masthead.web.Heading;
import news.masthead.web.Layout;
import news.masthead.web.Links;
import news.masthead.web.Site;
import news.masthead.web.Viewer;

/** Takes a browser out: our session ends at once, then the identity provider's (OpenID Connect RP-Initiated Logout 1.0). */
@ApplicationScoped
class WayOut {

    @Inject
    Sessions sessions;

    @Inject
    Cookies cookies;

    @Inject
    Layout layout;

    @Inject
    Site site;

    @Inject
    IdentityProviderSettings provider;

    /**
     * @param token of the session that ends; null where the browser brought none
     */
    Response leave(String token) {
        return (token == null ? Optional.<String>empty() : sessions.close(token))
                .filter(idToken -> !idToken.isEmpty())
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
