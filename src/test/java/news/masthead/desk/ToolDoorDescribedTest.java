package news.masthead.desk;

import static io.restassured.RestAssured.when;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import news.masthead.SiteTest;
import org.junit.jupiter.api.Test;

/** The JSON door is described on the operator's port, and the same in {@code docs/openapi.yaml}. */
@SiteTest
class ToolDoorDescribedTest {

    @TestHTTPResource(management = true)
    URI managementPort;

    @Test
    void with_every_verb_answer_and_field() {
        JsonPath door = when().get(managementPort.resolve("/q/openapi?format=json"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertEquals(
                Set.of("/api/stories", "/api/stories/{id}"),
                door.getMap("paths").keySet());
        assertEquals(Set.of("201", "400", "401", "413", "422"), answers(door, "'/api/stories'.post"));
        assertEquals(
                Set.of("200", "400", "401", "404", "409", "412", "413", "422"),
                answers(door, "'/api/stories/{id}'.put"));
        assertEquals(Set.of("204", "400", "401", "404", "413", "422"), answers(door, "'/api/stories/{id}'.delete"));
        assertEquals(
                ToolStory.class.getRecordComponents().length,
                door.getMap("components.schemas.Story.properties").size());
        assertEquals("bearer", door.getString("components.securitySchemes.token.scheme"));
    }

    @Test
    void as_the_document_says() throws IOException {
        String served = when().get(managementPort.resolve("/q/openapi")).asString();
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/openapi.yaml"), served);
        assertEquals(
                Files.readString(Path.of("docs/openapi.yaml")),
                served,
                "docs/openapi.yaml is out of date; copy target/openapi.yaml over it");
    }

    @Test
    void and_no_page_to_try_it_from_is_served() {
        when().get("/q/swagger-ui").then().statusCode(404);
        when().get(managementPort.resolve("/q/swagger-ui")).then().statusCode(404);
    }

    private static Set<String> answers(JsonPath door, String operation) {
        Map<String, Object> responses = door.getMap("paths." + operation + ".responses");
        return responses.keySet();
    }
}
