package news.masthead.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RealmTest {
    private static final Path PRODUCTION = Path.of("docker/keycloak-realm.json");

    private final JsonNode production = read(text());
    private final JsonNode local = read(new Realm("secret", 2525, URI.create("http://localhost:8080")).local(text()));

    RealmTest() throws IOException {}

    @Test
    void production_asks_staff_for_a_second_factor_and_local_mode_does_not() {
        assertEquals("log-in", production.path("browserFlow").asText());
        assertTrue(production.toString().contains("conditional-user-role"));
        assertFalse(local.has("browserFlow"));
        assertFalse(local.has("authenticationFlows"));
    }

    @Test
    void production_holds_no_accounts_and_no_address_or_secret_of_its_own() {
        assertFalse(production.has("users"));
        assertFalse(production.toString().contains("localhost"));
        assertEquals(
                "${MASTHEAD_OIDC_SECRET}", client(production).path("secret").asText());
        assertEquals(
                "[\"${MASTHEAD_URL}/*\"]",
                client(production).path("redirectUris").toString());
    }

    @Test
    void local_mode_leaves_no_placeholder_open() {
        assertFalse(local.toString().contains("${"), local.toString());
    }

    @Test
    void both_demand_pkce_and_guard_against_guessing() {
        for (var realm : new JsonNode[] {production, local}) {
            assertEquals(
                    "S256",
                    client(realm).at("/attributes/pkce.code.challenge.method").asText());
            assertTrue(realm.path("bruteForceProtected").asBoolean());
            assertEquals(300, realm.path("accessTokenLifespan").asInt());
        }
    }

    @Test
    void both_have_a_new_address_confirmed_by_a_letter_and_the_local_accounts_need_none() {
        for (var realm : new JsonNode[] {production, local}) {
            assertTrue(realm.path("verifyEmail").asBoolean());
            assertFalse(realm.at("/smtpServer/host").asText().isEmpty());
            assertEquals(
                    "86400",
                    realm.at("/attributes/actionTokenGeneratedByUserLifespan.verify-email")
                            .asText());
        }
        assertEquals("2525", local.at("/smtpServer/port").asText());
        for (LocalAccount account : LocalAccount.values()) {
            assertTrue(local.path("users")
                    .path(account.ordinal())
                    .path("emailVerified")
                    .asBoolean());
        }
    }

    @Test
    void the_local_accounts_have_fixed_ids_and_their_roles() {
        var chief = local.path("users").get(LocalAccount.CHIEF.ordinal());

        assertEquals(LocalAccount.CHIEF.id(), chief.path("id").asText());
        assertEquals(
                "[\"reader\",\"editor\",\"chief\"]", chief.path("realmRoles").toString());
    }

    private static JsonNode client(JsonNode realm) {
        return realm.path("clients").get(0);
    }

    private static String text() throws IOException {
        return Files.readString(PRODUCTION);
    }

    private static JsonNode read(String json) throws IOException {
        return new ObjectMapper().readTree(json);
    }
}
