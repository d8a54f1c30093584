package news.masthead.billing;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;

/** Says to programs too when there is another try (RFC 9110, section 10.2.3). */
final class TryLater {

    private TryLater() {}

    static Response answer(Response page, Instant from, Instant now) {
        long seconds = Math.max(1, Duration.between(now, from).toSeconds() + 1);
        return Response.fromResponse(page)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }
}
