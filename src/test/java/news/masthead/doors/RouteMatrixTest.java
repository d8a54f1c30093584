package news.masthead.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.ext.web.Route;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.masthead.SiteTest;
import news.masthead.doors.RawHttp.Answer;
import news.masthead.given.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every route that the running site answers on, before everybody who may come: {@link Doors} says who gets in. */
@SiteTest
class RouteMatrixTest {

    /** What the router does before and beside the resources; none of it shows anything of the paper. */
    private static final Set<String> HANDLERS_OF_THE_SITE = Set.of(
            // Headers, and how large a request may be
            "/* io.quarkus.vertx.http.runtime.options.HttpServerCommonHandlers",
            "* io.quarkus.vertx.http.runtime.options.HttpServerCommonHandlers",
            "* io.quarkus.vertx.http.runtime.VertxHttpRecorder",
            // Who asks
            "* io.quarkus.vertx.http.runtime.security.HttpSecurityRecorder",
            "* io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder",
            // Both answer nothing unless they are configured: the rows of Doors.BESIDE ask them
            "* io.quarkus.oidc.runtime.BackChannelLogoutHandler",
            "* io.quarkus.oidc.runtime.ResourceMetadataHandler",
            // Health, metrics and the JSON door's description, in local mode
            "/* news.masthead.ops.OperatorDoor",
            // The style sheets
            "* io.quarkus.vertx.http.runtime.StaticResourcesRecorder",
            // The resources
            "/ org.jboss.resteasy.reactive.server.vertx.ResteasyReactiveVertxHandler",
            "/* org.jboss.resteasy.reactive.server.vertx.ResteasyReactiveVertxHandler",
            // Notes what the tests of shared caches asked
            "* news.masthead.caches.Origin",
            // What went wrong
            "* io.quarkus.resteasy.reactive.server.runtime.observability.ObservabilityIntegrationRecorder",
            "* io.quarkus.vertx.http.runtime.QuarkusErrorHandler");

    private static final Set<String> PATHS_OF_THE_OPERATOR = Set.of(
            "*",
            "/q/billing/entitlements",
            "/q/billing/replay",
            "/q/health",
            "/q/health/group",
            "/q/health/group/*",
            "/q/health/live",
            "/q/health/ready",
            "/q/health/started",
            "/q/health/well",
            "/q/metrics",
            "/q/metrics/*",
            "/q/openapi",
            "/q/openapi.json",
            "/q/openapi.yaml",
            "/q/openapi.yml",
            // In development and tests alone; the second answers 404
            "/q/health-ui",
            "/q/health-ui*",
            "/q/swagger-ui",
            "/q/swagger-ui*");

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "GE", "get");

    /** Refused, not there, not understood. */
    private static final Set<Integer> NOTHING = Set.of(400, 401, 403, 404, 405, 501);

    @TestHTTPResource
    URI site;

    @Inject
    RunningRoutes routes;

    @Inject
    Scene scene;

    @TestHTTPResource(management = true)
    URI operators;

    private final Map<Who, Optional<String>> sessions = new EnumMap<>(Who.class);

    private RawHttp http;

    @BeforeEach
    void connect() {
        http = new RawHttp(site.getHost(), site.getPort());
    }

    @Test
    void every_running_route_has_a_row_and_every_row_a_route() {
        assertEquals(lines(Doors.routes()), lines(routes.resources()));
    }

    @Test
    void a_route_without_a_row_is_found() {
        for (Door door : Doors.ALL) {
            Set<String> rows = Doors.routes();
            rows.remove(door.route());
            Set<String> running = routes.resources();
            running.removeAll(rows);
            assertEquals(Set.of(door.route()), running);
        }
    }

    @Test
    void every_handler_beside_the_resources_is_known() {
        assertEquals(lines(HANDLERS_OF_THE_SITE), lines(routes.handlersOfTheSite()));
        assertEquals(lines(PATHS_OF_THE_OPERATOR), lines(routes.pathsOfTheOperator()));
    }

    @Test
    void a_handler_that_is_planted_in_the_router_is_found() {
        Route planted = routes.plant("/planted-door");
        try {
            Set<String> unknown = routes.handlersOfTheSite();
            unknown.removeAll(HANDLERS_OF_THE_SITE);
            assertEquals(Set.of("/planted-door news.masthead.doors.RunningRoutes"), unknown);
        } finally {
            planted.remove();
        }
    }

    @ParameterizedTest
    @EnumSource
    void gets_what_the_row_says(Who who) throws IOException {
        Map<String, String> things = scene.set();
        List<String> wrong = new ArrayList<>();
        for (Door door :
                Stream.concat(Doors.ALL.stream(), Doors.BESIDE.stream()).toList()) {
            Answer answer = ask(door.method(), door, things, who);
            if (!isRight(door, who, answer)) {
                wrong.add(door + " at " + door.path() + " gave " + answer.status() + " " + answer.header("Location"));
            }
            boolean words = answer.body().contains(Given.GATED);
            if (words != door.words().contains(who)) {
                wrong.add(door + (words ? " showed" : " did not show") + " gated words");
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    @ParameterizedTest
    @EnumSource
    void gets_nothing_by_a_method_that_has_no_row(Who who) throws IOException {
        Map<String, String> things = scene.set();
        List<String> wrong = new ArrayList<>();
        for (Door door : Doors.ALL.stream().filter(firstOfItsPath()).toList()) {
            for (String method : methodsWithoutARow(door)) {
                Answer answer = ask(method, door, things, who);
                if (!saysNothing(method, answer)) {
                    wrong.add(method + " " + door.template() + " gave " + answer.status());
                }
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    @ParameterizedTest
    @EnumSource
    void gets_by_head_what_get_would_give_and_no_body(Who who) throws IOException {
        Map<String, String> things = scene.set();
        List<String> wrong = new ArrayList<>();
        for (Door door :
                Doors.ALL.stream().filter(one -> one.method().equals("GET")).toList()) {
            Answer answer = ask("HEAD", door, things, who);
            if (!isRight(door, who, answer) || !answer.body().isBlank()) {
                wrong.add("HEAD " + door.template() + " gave " + answer.status() + answer.body());
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void no_page_is_on_the_operators_port() throws IOException {
        RawHttp door = new RawHttp(operators.getHost(), operators.getPort());
        Map<String, String> things = scene.set();
        for (Door page : Doors.ALL) {
            Answer answer = door.ask(page.method(), Scene.at(things, page.path()), "", page.form());
            assertEquals(404, answer.status(), page.route());
        }
    }

    private static boolean saysNothing(String method, Answer answer) {
        boolean allowed = method.equals("OPTIONS") && answer.status() == 200;
        return NOTHING.contains(answer.status()) && !answer.body().contains(Given.GATED)
                || allowed && answer.body().isBlank();
    }

    private Answer ask(String method, Door door, Map<String, String> things, Who who) throws IOException {
        return http.ask(method, Scene.at(things, door.path()), RawHttp.cookie(session(who, door)), form(method, door));
    }

    /** A form may end the session that it is sent in. */
    private Optional<String> session(Who who, Door door) {
        return !door.method().equals("GET") ? scene.session(who) : sessions.computeIfAbsent(who, scene::session);
    }

    private static String form(String method, Door door) {
        return Set.of("POST", "PUT", "PATCH").contains(method) && door.form().isEmpty() ? "x=y" : door.form();
    }

    private static boolean isRight(Door door, Who who, Answer answer) {
        if (door.inside().contains(who)) {
            return door.statuses().contains(answer.status());
        }
        return switch (door.shut()) {
            case OPEN -> false;
            case BY_PROOF -> answer.status() == 401;
            case BY_FORM ->
                answer.status() == 403
                        && answer.header("Refresh")
                                .filter(to -> to.contains("/login?to="))
                                .isPresent();
            case BY_SESSION -> who == Who.ANONYMOUS ? isSentToLogIn(answer) : answer.status() == 403;
        };
    }

    private static boolean isSentToLogIn(Answer answer) {
        return answer.status() == 302
                && answer.header("Location")
                        .filter(to -> to.contains("/login?to="))
                        .isPresent();
    }

    private static Predicate<Door> firstOfItsPath() {
        Set<String> met = new TreeSet<>();
        return door -> met.add(door.template());
    }

    private static List<String> methodsWithoutARow(Door door) {
        Set<String> rows = Doors.ALL.stream()
                .filter(other -> other.template().equals(door.template()))
                .map(Door::method)
                .collect(Collectors.toSet());
        return METHODS.stream()
                .filter(method -> !rows.contains(method))
                .filter(method -> !method.equals("HEAD") || !rows.contains("GET"))
                .toList();
    }

    private static String lines(Set<String> names) {
        return names.stream().sorted().collect(Collectors.joining("\n"));
    }
}
