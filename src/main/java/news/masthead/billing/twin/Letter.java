package news.masthead.billing.twin;

import com.stripe.net.Webhook;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;

/** A webhook as it is sent: the event and its signature, made by the SDK's own function. https://docs.stripe.com/webhooks#verify-manually */
record Letter(String payload, String signature) {

    /** @param secrets more than one while the endpoint's is being rolled; each makes a {@code v1} */
    static Letter signed(String payload, long at, String... secrets) {
        StringBuilder header = new StringBuilder("t=").append(at);
        for (String secret : secrets) {
            header.append(',').append(scheme(payload, at, secret));
        }
        return new Letter(payload, header.toString());
    }

    HttpRequest to(URI endpoint, Duration patience) {
        return HttpRequest.newBuilder(endpoint)
                .timeout(patience)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)")
                .header("Stripe-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(payload, StandardCharsets.UTF_8))
                .build();
    }

    private static String scheme(String payload, long at, String secret) {
        try {
            String header = Webhook.Signature.generateSignatureHeader(payload, secret, at);
            return header.substring(header.indexOf("v1="));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("This JDK cannot sign webhooks", e);
        }
    }
}
