package news.masthead.ops;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.net.URI;
import news.masthead.SiteTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SiteTest
class OperatorDoorTest {

    @TestHTTPResource(management = true)
    URI managementPort;

    @Inject
    Vertx vertx;

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/q/health/ready"})
    void health_is_up_on_both_ports_in_local_mode(String path) {
        when().get(path).then().statusCode(200).body("status", equalTo("UP"));
        when().get(managementPort.resolve(path)).then().statusCode(200).body("status", equalTo("UP"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/started"})
    void a_start_is_told_apart_from_being_ready(String path) {
        when().get(path).then().contentType("application/json").body("status", oneOf("UP", "DOWN"));
    }

    @Test
    void readiness_asks_the_database() {
        when().get("/q/health/ready").then().body("checks.name", hasItem(startsWith("Database")));
    }

    @Test
    void readiness_says_that_log_in_is_silent_and_stays_up() {
        when().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'log-in' }.data.answers", equalTo(false));
    }

    @Test
    void metrics_count_what_was_asked_for() {
        when().get("/");
        when().get("/q/metrics").then().statusCode(200).body(containsString("http_server_requests_seconds_count"));
        when().get(managementPort.resolve("/q/metrics"))
                .then()
                .statusCode(200)
                .body(containsString("agroal_active_count"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q", "/q/", "/q/healthy", "/q/health%2f..%2f..%2fetc", "/q/metrics/../info"})
    void only_health_and_metrics_pass_through_the_sites_port(String path) {
        when().get(path).then().statusCode(404);
    }

    @Test
    void a_site_in_production_opens_nothing_on_its_own_port() {
        var door = new OperatorDoor();
        door.settings = () -> false;
        Router readers = Router.router(vertx);
        door.openTo(readers);
        assertTrue(readers.getRoutes().isEmpty());
    }
}
