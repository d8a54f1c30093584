package news.masthead.billing;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.StripeObject;
import com.stripe.net.ApiMode;
import com.stripe.net.ApiRequest;
import com.stripe.net.ApiResource.RequestMethod;
import com.stripe.net.BaseAddress;
import com.stripe.net.RequestOptions;
import com.stripe.net.StripeResponseGetter;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The network, and only that, played back: what Stripe answered to each question at each moment of a life. {@link #at} says which moment it is,
 * {@link #interrupt} lets something happen while a question is on its way.
 */
final class Tape implements StripeResponseGetter {

    private final StripeResponseGetter live;
    private final List<Map<String, Object>> moments = new ArrayList<>();
    private Map<String, Object> recording;
    private int now;
    private int answersUntilInterruption;
    private Runnable interruption;
    private boolean lookHasBegun;

    /** @param live to record from */
    Tape(StripeClient live) {
        this.live = networkOf(live);
    }

    StripeClient client() {
        return new StripeClient(this);
    }

    /** Keeps the answers to all that {@code questions} asks, as those of the next moment. */
    void record(Runnable questions) {
        recording = new HashMap<>();
        questions.run();
        moments.add(recording);
        recording = null;
    }

    void at(int moment) {
        now = moment;
    }

    int now() {
        return now;
    }

    /** Lets something happen during the next look at a subscription: before its answer number {@code answers}, counted from 0. */
    void interrupt(int answers, Runnable happening) {
        answersUntilInterruption = answers;
        interruption = happening;
    }

    /** The SDK lets only heirs of its client ask. */
    private static StripeResponseGetter networkOf(StripeClient client) {
        try {
            Method getter = StripeClient.class.getDeclaredMethod("getResponseGetter");
            getter.setAccessible(true);
            return (StripeResponseGetter) getter.invoke(client);
        } catch (ReflectiveOperationException changed) {
            throw new AssertionError(changed);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends StripeObject> T request(ApiRequest request, Type type) throws StripeException {
        String question = request.getMethod() + " " + request.getPath() + " " + request.getParams();
        if (recording != null) {
            return record(question, request, type);
        }
        beInterrupted(request.getPath());
        Object answer = moments.get(now).get(question);
        if (answer instanceof StripeException refusal) {
            throw refusal;
        }
        if (answer == null) {
            throw new AssertionError("Nobody asked this at moment " + now + ": " + question);
        }
        return (T) answer;
    }

    private void beInterrupted(String path) {
        boolean isLooking = path.startsWith("/v1/subscriptions/") || lookHasBegun;
        if (interruption != null && isLooking) {
            lookHasBegun = true;
            if (answersUntilInterruption-- == 0) {
                Runnable happening = interruption;
                interruption = null;
                lookHasBegun = false;
                happening.run();
            }
        }
    }

    private <T extends StripeObject> T record(String question, ApiRequest request, Type type) throws StripeException {
        try {
            T answer = live.request(request, type);
            recording.put(question, answer);
            return answer;
        } catch (InvalidRequestException refusal) {
            recording.put(question, refusal);
            throw refusal;
        }
    }

    @Override
    public <T extends StripeObject> T request(
            BaseAddress address,
            RequestMethod method,
            String path,
            Map<String, Object> params,
            Type type,
            RequestOptions options,
            ApiMode mode)
            throws StripeException {
        return request(new ApiRequest(address, method, path, params, options), type);
    }

    @Override
    public InputStream requestStream(
            BaseAddress address,
            RequestMethod method,
            String path,
            Map<String, Object> params,
            RequestOptions options,
            ApiMode mode) {
        throw new UnsupportedOperationException("Nothing is streamed here");
    }
}
