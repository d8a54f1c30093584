package news.masthead.doors;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestPath;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;

/** The routes that the running site answers on, asked of what does the routing itself. */
@ApplicationScoped
class RunningRoutes {

    private static final Pattern HANDLER = Pattern.compile("[\\[ ]([a-z]+(?:\\.\\w+)+)[\\w$/]*@[0-9a-f]+(?=[,\\]])");

    private Router site;
    private Router operators;

    void keep(@Observes Router router) {
        site = router;
    }

    void keep(@Observes ManagementInterface management) {
        operators = management.router();
    }

    /** Of the resource methods, each as {@code GET /section/{slug}}. */
    Set<String> resources() {
        return ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers().stream()
                .flatMap(RunningRoutes::resources)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What else the router of the readers' port passes requests to, each as {@code /path* the.class.that.Handles}. */
    Set<String> handlersOfTheSite() {
        return handlers(site);
    }

    Set<String> pathsOfTheOperator() {
        return operators.getRoutes().stream().map(RunningRoutes::path).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A handler that nobody listed. */
    Route plant(String path) {
        return site.get(path).handler(request -> request.response().end());
    }

    private static Stream<String> resources(RequestPath<InitialMatch> type) {
        return Arrays.stream(type.value.handlers)
                .filter(ClassRoutingHandler.class::isInstance)
                .map(ClassRoutingHandler.class::cast)
                .flatMap(handler -> handler.getMappers().entrySet().stream())
                .filter(mapper -> mapper.getKey() != null)
                .flatMap(mapper -> mapper.getValue().getTemplates().stream()
                        .map(method -> mapper.getKey() + " " + path(type, method)));
    }

    private static String path(RequestPath<InitialMatch> type, RequestPath<RuntimeResource> method) {
        String whole = "/" + type.template.template + "/" + method.template.template;
        return whole.replaceAll("\\{\\s*(\\w+)\\s*:(?:[^{}]|\\{[^{}]*\\})*\\}", "{$1}")
                .replaceAll("/{2,}", "/")
                .replaceAll("(?<=.)/$", "");
    }

    private static Set<String> handlers(Router router) {
        return router.getRoutes().stream().flatMap(RunningRoutes::named).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String path(Route route) {
        return route.getPath() == null ? "*" : route.getPath() + (route.isExactPath() ? "" : "*");
    }

    /** A route tells what handles it only in words; a class within another, or a lambda, is called by what it stands in. */
    private static Stream<String> named(Route route) {
        String path = path(route);
        return HANDLER.matcher(route.toString())
                .results()
                .map(handler -> path + " " + handler.group(1))
                .distinct();
    }
}
