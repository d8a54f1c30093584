package news.masthead.billing;

import com.stripe.exception.StripeException;
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

    /**
     * Makes something at Stripe. Where Stripe broke over it, it answers the same under that key for a day, so it is asked once more under
     * another one: for what does no harm if it is there twice, because nobody was ever told of the first.
     *
     * @throws StripeFailure where Stripe refuses, or breaks again
     */
    static <T> T creating(String what, ApiRequestParams params, Creation<T> creation) {
        try {
            return StripeFailure.asking(() -> creation.under(of(what, params)));
        } catch (StripeFailure failure) {
            if (failure.isBreak()) {
                return StripeFailure.asking(() -> creation.under(of(what + "-again", params)));
            }
            throw failure;
        }
    }

    interface Creation<T> {
        T under(RequestOptions key) throws StripeException;
    }
}
