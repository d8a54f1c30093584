package news.masthead.site;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import news.masthead.web.Links;
import news.masthead.web.SharedCaches;

/** What machines are asked to leave alone (RFC 9309). A request, no lock: whoever ignores it meets the same gate as everybody. */
@Path(Links.ROBOTS)
class RobotsResource {

    private static final String A_DAY = "public, max-age=86400";

    /** Where nobody finds a story: what belongs to one reader, to staff, or to programs. */
    private static final List<String> NO_STORIES = List.of(
            Links.DESK,
            Links.ACCOUNT,
            Links.SUBSCRIBE,
            Links.LOGIN,
            Links.LOGOUT,
            "/api/",
            "/billing/",
            Links.GIFT,
            "/ops",
            "/wire/");

    @Inject
    RobotsSettings settings;

    @GET
    @PermitAll
    @Produces("text/plain;charset=utf-8")
    public Response show() {
        String rules = refused() + "User-agent: *\n" + lines("Disallow: ", NO_STORIES);
        return SharedCaches.sameForEverybody(Response.ok(rules).header(HttpHeaders.CACHE_CONTROL, A_DAY))
                .build();
    }

    private String refused() {
        List<String> machines = settings.refused().orElse(List.of());
        return machines.isEmpty() ? "" : lines("User-agent: ", machines) + "Disallow: /\n\n";
    }

    private static String lines(String rule, List<String> values) {
        return values.stream().map(value -> rule + value + "\n").collect(Collectors.joining());
    }
}
