package news.masthead.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import news.masthead.values.Signature;

/** Whether a push is the agency's own: by its bearer token, or by a signature over the raw body. */
@ApplicationScoped
class PushProof {

    /** Agencies sign by real time, so that is what their signatures are measured by, wherever the site's own clock was moved to. */
    private final Clock realTime = Clock.systemUTC();

    @Inject
    Contracts contracts;

    /**
     * Why a push is refused before its body is read, in a sentence; none if it is not, or if only its body can tell. Takes the same time
     * whatever is wrong with the token.
     *
     * @param authorization null where the header is missing
     */
    Optional<String> obstacle(String source, String authorization, String signature) {
        if (signature != null) {
            return secrets(source).isEmpty()
                    ? Optional.of("There is no secret here to check the signature of this agency with.")
                    : Optional.empty();
        }
        byte[] given = Optional.ofNullable(authorization).orElse("").getBytes(StandardCharsets.UTF_8);
        boolean proves = contracts
                .of(source)
                .flatMap(Contracts.Contract::token)
                .filter(token -> !token.isBlank())
                .map(token -> ("Bearer " + token).getBytes(StandardCharsets.UTF_8))
                .filter(expected -> MessageDigest.isEqual(expected, given))
                .isPresent();
        return proves ? Optional.empty() : Optional.of("The bearer token is missing or wrong.");
    }

    /**
     * Why a body is not what the agency signed, in a sentence; none where it is, or where the token has proved it. A push that was caught on its
     * way and sent again within the five minutes a signature lasts does no harm: the same bytes change nothing.
     */
    Optional<String> obstacle(String source, byte[] body, String signature) {
        if (signature == null) {
            return Optional.empty();
        }
        Signature.Verdict verdict = Signature.judge(body, signature, secrets(source), realTime.instant());
        return switch (verdict) {
            case GENUINE -> Optional.empty();
            case MALFORMED, FORGED, STALE -> Optional.of(verdict.words);
        };
    }

    private List<String> secrets(String source) {
        return contracts.of(source).flatMap(Contracts.Contract::secret).orElse(List.of()).stream()
                .filter(secret -> !secret.isBlank())
                .toList();
    }
}
