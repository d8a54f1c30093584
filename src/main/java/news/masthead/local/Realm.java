package news.masthead.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;

/**
 * The production realm, changed where local mode has to differ: addresses, mail, accounts, no second factor for staff, and a client that deletes the
 * people who delete their account.
 *
 * @param clientSecret what the site shows Keycloak
 * @param smtpPort of the local mailbox
 * @param site where the log-in pages find the way back to
 */
record Realm(String clientSecret, int smtpPort, URI site) {
    static final String CLIENT = "masthead";

    /** Any port, because QUARKUS_HTTP_PORT may change after the realm was imported. */
    private static final List<String> LOOPBACK = List.of("http://localhost:*", "http://127.0.0.1:*");

    private static final List<String> FLOWS =
            List.of("browserFlow", "resetCredentialsFlow", "authenticationFlows", "authenticatorConfig");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param production docker/keycloak-realm.json */
    String local(String production) throws JsonProcessingException {
        var realm = (ObjectNode) JSON.readTree(production);
        withoutSecondFactor(realm);
        mailToMailbox(realm.putObject("smtpServer"));
        for (var client : realm.withArray("clients")) {
            if (client.path("clientId").asText().equals(CLIENT)) {
                onLoopback((ObjectNode) client);
            }
        }
        var users = realm.putArray("users");
        for (var account : LocalAccount.values()) {
            describe(account, users.addObject());
        }
        mayDelete(users.addObject());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(realm);
    }

    /** Without flows of its own a realm gets Keycloak's: a second factor for those who have set one up. */
    private static void withoutSecondFactor(ObjectNode realm) {
        realm.remove(FLOWS);
    }

    private void mailToMailbox(ObjectNode smtp) {
        smtp.put("host", "127.0.0.1").put("port", Integer.toString(smtpPort)).put("from", "login@masthead.example");
    }

    private void onLoopback(ObjectNode client) {
        client.put("secret", clientSecret);
        client.put("serviceAccountsEnabled", true);
        client.put("rootUrl", site.toString());
        LOOPBACK.forEach(client.putArray("redirectUris")::add);
        client.withObject("/attributes").put("post.logout.redirect.uris", String.join("##", LOOPBACK));
    }

    private static void mayDelete(ObjectNode serviceAccount) {
        serviceAccount
                .put("username", "service-account-" + CLIENT)
                .put("serviceAccountClientId", CLIENT)
                .put("enabled", true);
        serviceAccount.withObject("/clientRoles").putArray("realm-management").add("manage-users");
    }

    private static void describe(LocalAccount account, ObjectNode user) {
        user.put("id", account.id())
                .put("username", account.email())
                .put("email", account.email())
                .put("emailVerified", true)
                .put("enabled", true)
                .put("firstName", account.firstName())
                .put("lastName", account.lastName());
        user.putArray("credentials").addObject().put("type", "password").put("value", account.password());
        ArrayNode roles = user.putArray("realmRoles");
        account.roles().forEach(roles::add);
    }
}
