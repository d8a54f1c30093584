package news.masthead.identity;

import io.smallrye.config.ConfigMapping;

/** Where people log in: the same properties that quarkus-oidc reads. */
@ConfigMapping(prefix = "quarkus.oidc")
interface IdentityProviderSettings {

    /** The claim of the id token that lists a person's roles; docker/keycloak-realm.json maps them into it. */
    String ROLES_CLAIM = "groups";

    /** Address of the realm, without a slash at its end. */
    String authServerUrl();

    String clientId();

    Credentials credentials();

    interface Credentials {
        String secret();
    }
}
