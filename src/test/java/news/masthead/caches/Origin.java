package news.masthead.caches;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands at the site's door and notes what is asked for, while a test wants to know. */
@ApplicationScoped
class Origin {

    /** Before everything that answers. */
    private static final int FIRST = -1_000;

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile boolean listening;

    /** A request as the site got it. */
    record Asked(String line, Map<String, String> headers) {}

    void stand(@Observes Router router) {
        router.route().order(FIRST).handler(this::note);
    }

    /** What is asked for while {@code visits} are made. */
    List<Asked> during(Runnable visits) {
        asked.clear();
        listening = true;
        try {
            visits.run();
        } finally {
            listening = false;
        }
        return List.copyOf(asked);
    }

    private void note(RoutingContext context) {
        if (listening) {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            context.request().headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
            asked.add(new Asked(
                    context.request().method() + " " + context.request().uri(), headers));
        }
        context.next();
    }
}
