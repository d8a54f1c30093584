package news.masthead.billing;

import com.stripe.exception.StripeException;
import com.stripe.model.HasId;
import com.stripe.model.StripeCollection;
import java.util.ArrayList;
import java.util.List;

/** Stripe refused, or did not answer. */
class StripeFailure extends RuntimeException {

    private final transient StripeException answer;

    private StripeFailure(StripeException answer) {
        super(answer.getMessage(), answer);
        this.answer = answer;
    }

    /** Makes a call to Stripe. */
    static <T> T asking(Call<T> call) {
        try {
            return call.make();
        } catch (StripeException refused) {
            throw new StripeFailure(refused);
        }
    }

    /** Reads a list to its end, page after page. */
    static <T extends HasId> List<T> all(Call<StripeCollection<T>> first) {
        List<T> all = new ArrayList<>();
        try {
            first.make().autoPagingIterable().forEach(all::add);
        } catch (StripeException refused) {
            throw new StripeFailure(refused);
        } catch (RuntimeException problem) {
            throw problem.getCause() instanceof StripeException refused ? new StripeFailure(refused) : problem;
        }
        return all;
    }

    /** Whether Stripe does not know the object that was asked for: https://docs.stripe.com/error-codes#resource-missing. */
    boolean isMissing() {
        return "resource_missing".equals(answer.getCode());
    }

    /** Whether asking the same again would be refused again: https://docs.stripe.com/error-low-level. */
    boolean isFinal() {
        Integer status = answer.getStatusCode();
        return status != null && status >= 400 && status < 500 && status != 409 && status != 429;
    }

    /** Whether Stripe wants to be asked less often: https://docs.stripe.com/rate-limits. */
    boolean isRateLimit() {
        return Integer.valueOf(429).equals(answer.getStatusCode());
    }

    /** Whether something at Stripe's broke: https://docs.stripe.com/error-low-level#server-errors */
    boolean isBreak() {
        Integer status = answer.getStatusCode();
        return status != null && status >= 500;
    }

    interface Call<T> {
        T make() throws StripeException;
    }
}
