package news.masthead.billing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a subscription gives its reader and has brought us, worked out of Stripe's raw answers by the rule of the paper alone. Shares no code
 * with what it judges.
 *
 * @param access {@code from until}, or none
 * @param paise paid less given back
 */
record Owed(Optional<String> access, long paise) {

    private static final Duration GRACE = Duration.ofDays(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Term(Instant start, Instant end, boolean givenBack) {}

    static Owed at(URI stripe, String subscription) {
        JsonNode held = get(stripe, "/v1/subscriptions/" + subscription);
        long paise = 0;
        List<Term> terms = new ArrayList<>();
        for (JsonNode invoice : get(
                        stripe,
                        "/v1/invoices?status=paid&limit=100&expand[]=data.payments&subscription=" + subscription)
                .path("data")) {
            String payment =
                    invoice.at("/payments/data/0/payment/payment_intent").asText();
            long givenBack = 0;
            for (JsonNode refund : get(stripe, "/v1/refunds?limit=100&payment_intent=" + payment)
                    .path("data")) {
                givenBack += refund.path("amount").asLong();
            }
            long paid = invoice.path("amount_paid").asLong();
            paise += paid - givenBack;
            JsonNode period = invoice.at("/lines/data/0/period");
            terms.add(new Term(
                    Instant.ofEpochSecond(period.path("start").asLong()),
                    Instant.ofEpochSecond(period.path("end").asLong()),
                    givenBack == paid));
        }
        return new Owed(access(held, terms), paise);
    }

    private static Optional<String> access(JsonNode held, List<Term> terms) {
        Optional<Instant> from = terms.stream()
                .filter(term -> !term.givenBack())
                .map(Term::start)
                .min(Comparator.naturalOrder());
        Optional<Instant> through =
                terms.stream().filter(term -> !term.givenBack()).map(Term::end).max(Comparator.naturalOrder());
        return through.map(end -> from.orElseThrow() + " " + until(held, terms, end));
    }

    private static Instant until(JsonNode held, List<Term> terms, Instant paidThrough) {
        boolean goesOn =
                List.of("active", "past_due").contains(held.path("status").asText())
                        && held.path("cancel_at").isNull();
        boolean lostTheLast = terms.stream().anyMatch(term -> term.end().isAfter(paidThrough));
        Instant end = goesOn && !lostTheLast ? paidThrough.plus(GRACE) : paidThrough;
        Instant ended = Instant.ofEpochSecond(held.path("ended_at").asLong(Long.MAX_VALUE >> 20));
        return ended.isBefore(end) ? ended : end;
    }

    private static JsonNode get(URI stripe, String path) {
        try {
            return JSON.readTree(RestAssured.given()
                    .urlEncodingEnabled(false)
                    .header("Authorization", "Bearer sk_test_backdrop")
                    .get(stripe + path)
                    .asString());
        } catch (IOException problem) {
            throw new AssertionError(problem);
        }
    }
}
