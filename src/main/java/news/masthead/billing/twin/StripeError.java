package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A refusal in Stripe's form, https://docs.stripe.com/api/errors and https://docs.stripe.com/error-codes */
final class StripeError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final String code;
    private final String param;
    private final String declineCode;

    private StripeError(int status, String type, String code, String param, String message) {
        this(status, type, code, param, message, null);
    }

    private StripeError(int status, String type, String code, String param, String message, String declineCode) {
        super(message, null, false, false);
        this.declineCode = declineCode;
        this.status = status;
        this.type = type;
        this.code = code;
        this.param = param;
    }

    static StripeError invalid(String param, String message) {
        return new StripeError(400, "invalid_request_error", null, param, message);
    }

    static StripeError invalid(String code, String param, String message) {
        return new StripeError(400, "invalid_request_error", code, param, message);
    }

    static StripeError unknown(String param) {
        return invalid("parameter_unknown", param, "Received unknown parameter: " + param);
    }

    static StripeError missing(String param) {
        return invalid("parameter_missing", param, "Missing required param: " + param + ".");
    }

    static StripeError noSuch(String kind, String id, String param) {
        return new StripeError(
                404, "invalid_request_error", "resource_missing", param, "No such " + kind + ": '" + id + "'");
    }

    /** https://docs.stripe.com/error-codes#invoice-upcoming-none */
    static StripeError noInvoiceComing() {
        return new StripeError(
                404, "invalid_request_error", "invoice_upcoming_none", null, "No upcoming invoices for customer");
    }

    /** A hosted page whose time is over. */
    static StripeError over(String sentence) {
        return new StripeError(410, "invalid_request_error", null, null, sentence);
    }

    static StripeError unauthorized() {
        return new StripeError(401, "invalid_request_error", null, null, "Invalid API Key provided");
    }

    /** https://docs.stripe.com/api/idempotent_requests */
    static StripeError keyReused(String key, String what) {
        return new StripeError(
                400,
                "idempotency_error",
                null,
                null,
                "Keys for idempotent requests can only be used with the same " + what
                        + " they were first used with. Try using a key other than '" + key
                        + "' if you meant to execute a different request.");
    }

    /** https://docs.stripe.com/declines/codes */
    static StripeError card(String code, String declineCode, String message) {
        return new StripeError(402, "card_error", code, null, message, declineCode);
    }

    /** Stripe has it and the twin does not: said plainly instead of guessed. */
    static StripeError notModelled(String what) {
        return new StripeError(501, "api_error", null, null, "The Stripe twin does not model " + what + ".");
    }

    /** https://docs.stripe.com/api/errors#errors-type , "a temporary problem with Stripe's servers" */
    static StripeError outage() {
        return new StripeError(500, "api_error", null, null, "An error occurred. It has been reported to us.");
    }

    /** https://docs.stripe.com/error-codes#idempotency-key-in-use */
    static StripeError keyInUse() {
        return new StripeError(
                409,
                "idempotency_error",
                "idempotency_key_in_use",
                null,
                "There is currently another in-progress request using this idempotency key.");
    }

    /** https://docs.stripe.com/rate-limits#object-lock-timeouts */
    static StripeError locked() {
        return new StripeError(
                429,
                "invalid_request_error",
                "lock_timeout",
                null,
                "This object cannot be accessed right now because another API request is accessing it.");
    }

    /** https://docs.stripe.com/rate-limits */
    static StripeError limited() {
        return new StripeError(429, "invalid_request_error", "rate_limit", null, "Request rate limit exceeded.");
    }

    static StripeError broken(RuntimeException cause) {
        return new StripeError(500, "api_error", null, null, "The Stripe twin failed: " + cause);
    }

    int status() {
        return status;
    }

    /** The body of the answer; {@code {"error": {...}}}. */
    ObjectNode body() {
        ObjectNode body = Json.object();
        ObjectNode error = body.putObject("error").put("type", type).put("message", getMessage());
        if (code != null) {
            error.put("code", code).put("doc_url", "https://docs.stripe.com/error-codes/" + code.replace('_', '-'));
        }
        if (declineCode != null) {
            error.put("decline_code", declineCode);
        }
        if (param != null) {
            error.put("param", param);
        }
        return body;
    }
}
