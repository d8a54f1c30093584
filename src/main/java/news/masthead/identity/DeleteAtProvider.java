package news.masthead.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import news.masthead.jobs.Job;

/**
 * Deletes an erased person at Keycloak too, where our client may: it needs a service account with the role {@code manage-users}. Where it has none the
 * person stays on the list of those whom staff delete.
 *
 * @see <a href="https://www.keycloak.org/docs-api/latest/rest-api/index.html">Keycloak Admin REST API, DELETE /admin/realms/{realm}/users/{id}</a>
 */
@ApplicationScoped
class DeleteAtProvider implements Job {

    @Inject
    IdentityProvider provider;

    @Inject
    EntityManager entities;

    @Inject
    ObjectMapper json;

    @Override
    public String name() {
        return "delete-at-identity-provider";
    }

    @Override
    public void run(String account) {
        List<String> subject = QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(
                                "select subject from erased_person where account = :account", String.class)
                        .setParameter("account", Long.valueOf(account))
                        .getResultList());
        subject.forEach(one -> delete(account, one));
    }

    private void delete(String account, String subject) {
        try {
            HttpResponse<String> token = provider.post("/token", Map.of("grant_type", "client_credentials"));
            int status = token.statusCode() == 200
                    ? provider.delete(
                            "/users/" + subject,
                            json.readTree(token.body()).path("access_token").asText())
                    : token.statusCode();
            switch (status) {
                case 204, 404 -> note("delete from erased_person where account = :account", account);
                case 400, 401, 403 ->
                    note(
                            "update erased_person set problem = 'The identity provider does not let the site delete people'"
                                    + " where account = :account",
                            account);
                default -> throw new IllegalStateException("The identity provider answered a deletion with " + status);
            }
        } catch (IOException silent) {
            throw new UncheckedIOException(silent);
        }
    }

    private void note(String sql, String account) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(sql)
                        .setParameter("account", Long.valueOf(account))
                        .executeUpdate());
    }
}
