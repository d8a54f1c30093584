package news.masthead.web;

import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * What the proxy before the site may keep for others, told by nginx's own header, which goes no further than the proxy
 * (https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_cache_valid). An answer that does not say so of itself is kept by nobody.
 */
public class SharedCaches {

    private static final String EXPIRES = "X-Accel-Expires";
    private static final String NEVER = "0";
    private static final String SAME_FOR_EVERYBODY = "this second";

    @Inject
    Clock clock;

    /**
     * Says of an answer that whoever is not logged in gets these bytes, whatever else the request holds. It may be kept until the second in which
     * it was made ends, so that a kill is never late by more than one.
     */
    public static Response.ResponseBuilder sameForEverybody(Response.ResponseBuilder answer) {
        return answer.header(EXPIRES, SAME_FOR_EVERYBODY);
    }

    /** Before all other headers: nginx up to 1.22 would take a {@code Cache-Control: private} that comes first for the last word. */
    @ServerResponseFilter
    void tell(ContainerResponseContext answer, HttpServerResponse out) {
        boolean same = answer.getHeaders().remove(EXPIRES) != null;
        boolean cookie = answer.getHeaders().containsKey(HttpHeaders.SET_COOKIE);
        out.putHeader(EXPIRES, same && !cookie ? "@" + clock.instant().getEpochSecond() : NEVER);
    }
}
