package news.masthead.billing;

import com.stripe.net.ApiRequestParams;
import com.stripe.net.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Makes a request that is sent twice count once: https://docs.stripe.com/api/idempotent_requests. Stripe refuses a key that comes back with
 * other parameters, so these are part of it.
 */
final class IdempotencyKey {

    private IdempotencyKey() {}

    /** @param what names the request; with {@code params} it makes the key */
    static RequestOptions of(String what, ApiRequestParams params) {
        byte[] content = params.toMap().toString().getBytes(StandardCharsets.UTF_8);
        return RequestOptions.builder()
                .setIdempotencyKey(what + "-" + UUID.nameUUIDFromBytes(content))
                .build();
    }
}
