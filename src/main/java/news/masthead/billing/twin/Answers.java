package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Remembers for a day what each idempotency key was answered, refusals included, so that a repeated request does nothing twice.
 * https://docs.stripe.com/api/idempotent_requests
 */
final class Answers {

    /** @param isReplay whether it was given before */
    record Answer(int status, ObjectNode body, boolean isReplay) {}

    private static final long DAY = Duration.ofDays(1).toSeconds();

    private final Ledger ledger;
    private final Hours hours;

    Answers(Ledger ledger, Hours hours) {
        this.ledger = ledger;
        this.hours = hours;
    }

    /** @param key empty for a request without one, which is simply answered */
    Answer once(Optional<String> key, Call call, Supplier<ObjectNode> work) {
        if (key.isEmpty()) {
            return answer(work);
        }
        Optional<Answer> earlier = earlier(key.get(), call);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Answer answer = answer(work);
        keep(key.get(), call, answer);
        return answer;
    }

    private void keep(String key, Call call, Answer answer) {
        ObjectNode kept =
                Json.object().put("at", hours.now()).put("path", call.path()).put("status", answer.status());
        kept.set("params", call.params());
        kept.set("body", answer.body());
        ledger.answered(key, kept);
    }

    private void forgetTheOld() {
        Iterator<ObjectNode> oldestFirst = ledger.answers().values().iterator();
        while (oldestFirst.hasNext() && oldestFirst.next().get("at").longValue() < hours.now() - DAY) {
            oldestFirst.remove();
        }
    }

    private Optional<Answer> earlier(String key, Call call) {
        forgetTheOld();
        if (!(ledger.answers().get(key) instanceof ObjectNode kept)) {
            return Optional.empty();
        }
        if (!Json.is(kept, "path", call.path())) {
            throw StripeError.keyReused(key, "endpoint");
        }
        if (!kept.get("params").equals(call.params())) {
            throw StripeError.keyReused(key, "parameters");
        }
        return Optional.of(new Answer(kept.get("status").intValue(), (ObjectNode) kept.get("body"), true));
    }

    private static Answer answer(Supplier<ObjectNode> work) {
        try {
            return new Answer(200, work.get(), false);
        } catch (StripeError refusal) {
            return new Answer(refusal.status(), refusal.body(), false);
        }
    }
}
