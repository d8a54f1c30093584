package news.masthead.ops;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.stream.Collectors;
import news.masthead.billing.LedgerReplay;
import news.masthead.subscription.Entitlements;
import news.masthead.web.Links;

/** What {@code billing verify} and {@code billing replay} ask of a running node, on the operator's door. */
@ApplicationScoped
class BillingDoor {

    private static final String TEXT = "text/plain; charset=utf-8";

    @Inject
    Entitlements entitlements;

    @Inject
    LedgerReplay replay;

    void open(@Observes ManagementInterface management) {
        management.router().get(Links.OPERATOR_ENTITLEMENTS).blockingHandler(this::remembered, false);
        management.router().post(Links.OPERATOR_REPLAY).blockingHandler(this::replay, false);
    }

    /** A line for each span that this node believes in: account, start, end. */
    private void remembered(RoutingContext request) {
        String asked = request.request().getParam("accounts", "");
        if (!asked.matches("(\\d{1,18}(,\\d{1,18})*)?")) {
            request.response().setStatusCode(400).end();
            return;
        }
        String lines = Arrays.stream(asked.split(","))
                .filter(account -> !account.isEmpty())
                .map(Long::valueOf)
                .flatMap(account -> entitlements.remembered(account).stream().map(span -> account + " " + span + "\n"))
                .collect(Collectors.joining());
        request.response().putHeader("Content-Type", TEXT).end(lines);
    }

    /** A line for each subscription that changes, and one that sums up. A page in a browser, which sends its origin, is none of an operator's. */
    private void replay(RoutingContext request) {
        HttpServerResponse response = request.response();
        if (request.request().getHeader("Origin") != null) {
            response.setStatusCode(403).end();
            return;
        }
        response.putHeader("Content-Type", TEXT).setChunked(true);
        boolean dryRun = Boolean.parseBoolean(request.request().getParam("dry-run"));
        LedgerReplay.Outcome outcome = replay.run(dryRun, line -> response.write(line + "\n"));
        response.end("%d replayed, %d %s, %d failed\n"
                .formatted(
                        outcome.replayed(), outcome.changed(), dryRun ? "would change" : "changed", outcome.failed()));
    }
}
