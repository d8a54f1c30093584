package news.masthead.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a state change that another site's page asks a reader's browser for. Browsers say where a request comes from in
 * {@code Sec-Fetch-Site} (Fetch Metadata) or {@code Origin}; machines that push wire copy or webhooks send neither. Together with
 * {@code SameSite} cookies this stands in for form tokens, which a page that is rendered once for everybody cannot hold.
 */
class CrossSiteGuard {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    Site site;

    @ServerRequestFilter(preMatching = true)
    Optional<Response> refuse(ContainerRequestContext request) {
        if (SAFE.contains(request.getMethod()) || comesFromHere(request)) {
            return Optional.empty();
        }
        return Optional.of(Response.status(Response.Status.FORBIDDEN)
                .type("text/plain;charset=utf-8")
                .entity("This form was sent from another site, so nothing was changed.\n")
                .build());
    }

    private boolean comesFromHere(ContainerRequestContext request) {
        String fetchSite = request.getHeaderString("Sec-Fetch-Site");
        if (fetchSite != null) {
            return fetchSite.equals("same-origin") || fetchSite.equals("none");
        }
        String origin = request.getHeaderString("Origin");
        return origin == null || origin.equals(site.url().toString());
    }
}
