package news.masthead.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks the identity provider now and then whether the people who make the paper still do, so that a dismissed editor is out. */
@ApplicationScoped
class StaffCheck {

    private static final Duration AT_MOST_AFTER = Duration.ofMinutes(5);

    /** For one that died while it asked, and between two tries at a provider that does not answer. */
    private static final Duration NEXT_TRY = Duration.ofSeconds(10);

    @Inject
    IdentityProvider provider;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    boolean isDue(Sessions.Known session) {
        Instant due = session.checkedAt().plus(AT_MOST_AFTER);
        return !session.reader().roles().equals(Set.of(Role.READER))
                && !clock.instant().isBefore(due);
    }

    /** When a check counts as made that is being made now, so that it is due again in a moment. */
    Instant nextTry() {
        return clock.instant().minus(AT_MOST_AFTER).plus(NEXT_TRY);
    }

    /** Trades the refresh token for new roles (OAuth 2.0, RFC 6749 section 6). */
    Answer ask(Optional<String> refreshToken) {
        if (refreshToken.isEmpty()) {
            return new Answer.Dismissed();
        }
        try {
            HttpResponse<String> answer =
                    provider.post("/token", Map.of("grant_type", "refresh_token", "refresh_token", refreshToken.get()));
            return switch (answer.statusCode()) {
                case 200 -> stillHere(json.readTree(answer.body()));
                case 400, 401 -> new Answer.Dismissed();
                default -> new Answer.Unreachable();
            };
        } catch (IOException unreachable) {
            return new Answer.Unreachable();
        }
    }

    /** The token came straight from the provider's own endpoint, so its signature need not be checked (OpenID Connect Core, 3.1.3.7). */
    private Answer stillHere(JsonNode tokens) throws IOException {
        String[] parts = tokens.path("id_token").asText().split("\\.");
        JsonNode claims = json.readTree(Base64.getUrlDecoder().decode(parts[1]));
        Set<String> roles = new HashSet<>(Set.of(Role.READER));
        claims.path(IdentityProviderSettings.ROLES_CLAIM).forEach(role -> roles.add(role.asText()));
        return new Answer.StillHere(roles, tokens.path("refresh_token").asText());
    }

    sealed interface Answer {

        record StillHere(Set<String> roles, String refreshToken) implements Answer {}

        record Dismissed() implements Answer {}

        /** Nobody answered; those who are in stay in until their session ends. */
        record Unreachable() implements Answer {}
    }
}
