package news.masthead.ops;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.regex.Pattern;

/**
 * Health, metrics and the description of the JSON door live on the management port, which no proxy of readers knows: an address filter on the site's port would take every
 * request that a proxy on the same machine passes on for the operator's. Local mode, where reader and operator are one person, opens them on
 * the site's port as well.
 */
@ApplicationScoped
class OperatorDoor {

    private static final Pattern PATHS = Pattern.compile("/q/(health|metrics|openapi|billing)(/.*)?");

    /** Before the pages, which answer every path. */
    private static final int FIRST = -1;

    @Inject
    OperatorSettings settings;

    private Router operators;

    void keep(@Observes ManagementInterface management) {
        operators = management.router();
    }

    void openTo(@Observes Router readers) {
        if (settings.onSitePort()) {
            readers.route("/*").order(FIRST).handler(this::passOn);
        }
    }

    private void passOn(RoutingContext request) {
        if (PATHS.matcher(request.normalizedPath()).matches()) {
            operators.handleContext(request);
        } else {
            request.next();
        }
    }
}
