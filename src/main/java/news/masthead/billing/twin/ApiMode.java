package news.masthead.billing.twin;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What comes between the site's requests and their answers. https://docs.stripe.com/error-low-level
 *
 * @param faults the first that falls on a request happens to it
 */
public record ApiMode(List<Fault> faults) {

    /** Each request is answered. */
    public static final ApiMode FAITHFUL = new ApiMode(List.of());

    /** Always. */
    public static final int EVER = Integer.MAX_VALUE;

    public enum Kind {
        /** 500 before anything was done: the same request may succeed. */
        BREAKS,
        /** 500 that is remembered under the request's key: https://docs.stripe.com/api/idempotent_requests "including 500 errors". */
        BREAKS_FOR_THE_KEY,
        /** 409, another request with the same key is under way: https://docs.stripe.com/error-codes#idempotency-key-in-use */
        CONFLICTS,
        /** 429 {@code lock_timeout}: https://docs.stripe.com/rate-limits#object-lock-timeouts */
        IS_LOCKED,
        /** 429 {@code rate_limit}, and nothing said about trying again: https://docs.stripe.com/rate-limits */
        IS_LIMITED,
        /** The same with {@code Stripe-Should-Retry: true}. */
        IS_LIMITED_FOR_A_MOMENT,
        /** No answer, and nothing was done. */
        IS_NOT_HEARD,
        /** It was done, and the answer never came. */
        ANSWER_IS_LOST;

        Optional<String> shouldRetry() {
            return this == IS_LIMITED_FOR_A_MOMENT ? Optional.of("true") : Optional.empty();
        }
    }

    /**
     * @param operation as in the contract, {@code POST /v1/checkout/sessions}; a {@code *} at the end stands for anything: {@code POST *}
     * @param times on how many requests it may fall
     * @param chance that it falls on one, 0 to 1
     */
    public record Fault(Kind kind, String operation, int times, double chance) {

        boolean concerns(String asked) {
            return operation.endsWith("*")
                    ? asked.startsWith(operation.substring(0, operation.length() - 1))
                    : asked.equals(operation);
        }
    }

    public ApiMode {
        faults = List.copyOf(faults);
    }

    /** The next so many of this operation. */
    public ApiMode when(String operation, Kind kind, int times) {
        return with(new Fault(kind, operation, times, 1));
    }

    /** Some of this operation, by chance. */
    public ApiMode sometimes(String operation, Kind kind, double chance) {
        return with(new Fault(kind, operation, EVER, chance));
    }

    private ApiMode with(Fault fault) {
        return new ApiMode(Stream.concat(faults.stream(), Stream.of(fault)).toList());
    }
}
