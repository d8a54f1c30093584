package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * What a webhook endpoint meets beside its own events: each is made after a genuine one. The first three are not Stripe's and must be
 * refused; the others are, and must be taken, or Stripe disables the endpoint (https://docs.stripe.com/webhooks#disable).
 */
public enum Stranger {
    /** The event itself, signed by somebody who does not know the secret. */
    WRONG_SECRET(false),
    /** The event itself, signed ten minutes ago: https://docs.stripe.com/webhooks#replay-attacks */
    OLD(false),
    /** The event itself, signed as of tomorrow. */
    FUTURE(false),
    UNKNOWN_TYPE(true),
    /** Of objects that another shop on the same account made. */
    FOREIGN_CUSTOMER(true),
    LIVE_MODE(true),
    /** Written in the API version of a later release train: https://docs.stripe.com/sdks/versioning */
    OTHER_TRAIN(true);

    static final String TRAIN = "2026-09-30.endive";

    private static final long TEN_MINUTES = 600;
    private static final long DAY = 86_400;
    private static final Pattern IDENTIFIER = Pattern.compile("\"(cus|sub|in|pi|cs|ch|re|dp|pm|si|il)_");

    private final boolean isGenuine;

    Stranger(boolean isGenuine) {
        this.isGenuine = isGenuine;
    }

    /** Whether Stripe itself sends such a thing. */
    public boolean isGenuine() {
        return isGenuine;
    }

    /** An answer that one of them was given. */
    public record Met(Stranger stranger, int status) {}

    Letter after(ObjectNode event, String secret, long now) {
        return switch (this) {
            case WRONG_SECRET -> Letter.signed(event.toString(), now, "whsec_" + Ids.letters(24));
            case OLD -> Letter.signed(event.toString(), now - TEN_MINUTES, secret);
            case FUTURE -> Letter.signed(event.toString(), now + DAY, secret);
            case UNKNOWN_TYPE ->
                Letter.signed(another(event).put("type", "a.type.of.tomorrow").toString(), now, secret);
            case FOREIGN_CUSTOMER ->
                Letter.signed(IDENTIFIER.matcher(another(event).toString()).replaceAll("\"$1_Foreign"), now, secret);
            case LIVE_MODE -> Letter.signed(another(event).put("livemode", true).toString(), now, secret);
            case OTHER_TRAIN ->
                Letter.signed(another(event).put("api_version", TRAIN).toString(), now, secret);
        };
    }

    private static ObjectNode another(ObjectNode event) {
        return event.deepCopy().put("id", Ids.next("evt"));
    }
}
