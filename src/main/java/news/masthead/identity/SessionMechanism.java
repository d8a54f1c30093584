package news.masthead.identity;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import news.masthead.web.Links;

/** Lets {@code @RolesAllowed} see the roles of our own session. Who has none is sent to log in, and back. */
@ApplicationScoped
class SessionMechanism implements HttpAuthenticationMechanism {

    @Inject
    Sessions sessions;

    @Inject
    Cookies cookies;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        Cookie cookie = context.request().getCookie(cookies.session());
        if (cookie == null) {
            return Uni.createFrom().nullItem();
        }
        return Uni.createFrom()
                .item(() -> sessions.reader(cookie.getValue())
                        .map(SessionMechanism::identity)
                        .orElse(null))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom()
                .item(new ChallengeData(
                        302, "Location", Links.login(context.request().uri())));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    /** Before the code flow, which would answer everybody who is not logged in. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 100;
    }

    private static SecurityIdentity identity(Reader.Registered reader) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(Long.toString(reader.account())))
                .addRoles(reader.roles())
                .build();
    }
}
