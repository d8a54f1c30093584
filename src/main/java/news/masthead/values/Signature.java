package news.masthead.values;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands in a header that signs a body, {@code t=<seconds>,v1=<HMAC-SHA256 of "t.body">}: Stripe's scheme
 * (https://docs.stripe.com/webhooks#verify-manually), which agencies that push use as well. Read here and not by Stripe's SDK, whose own check
 * throws whatever a garbled header makes it trip over, and takes a time in the future.
 *
 * @param signedAt as it was signed, in seconds
 * @param codes the {@code v1} signatures, in hexadecimal
 */
public record Signature(String signedAt, List<String> codes) {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** What is thought of a header. */
    public enum Verdict {
        GENUINE("Signature accepted."),
        MALFORMED("The signature header is missing or cannot be read."),
        FORGED("The signature does not fit this body."),
        STALE("The signature is too old, or from the future.");

        public final String words;

        Verdict(String words) {
            this.words = words;
        }
    }

    /**
     * Whether {@code body} was signed with one of {@code secrets} within five minutes of {@code now}. Never throws.
     *
     * @param header null where it is missing
     * @param now real time, by which the sender signed, whatever a clock of ours that tests and local mode move may show
     */
    public static Verdict judge(byte[] body, String header, List<String> secrets, Instant now) {
        Signature signature = read(header);
        if (!signature.signedAt.matches("\\d{1,11}") || signature.codes.isEmpty()) {
            return Verdict.MALFORMED;
        }
        if (secrets.stream().noneMatch(secret -> signature.fits(body, secret))) {
            return Verdict.FORGED;
        }
        Instant signedAt = Instant.ofEpochSecond(Long.parseLong(signature.signedAt));
        return Duration.between(signedAt, now).abs().compareTo(TOLERANCE) > 0 ? Verdict.STALE : Verdict.GENUINE;
    }

    private static Signature read(String header) {
        String signedAt = "";
        List<String> codes = new ArrayList<>();
        for (String part : (header == null ? "" : header).split(",")) {
            String[] pair = part.split("=", 2);
            if (pair.length == 2 && pair[0].equals("t")) {
                signedAt = pair[1];
            } else if (pair.length == 2 && pair[0].equals("v1")) {
                codes.add(pair[1]);
            }
        }
        return new Signature(signedAt, List.copyOf(codes));
    }

    private boolean fits(byte[] body, String secret) {
        byte[] expected = HexFormat.of().formatHex(code(body, secret)).getBytes(StandardCharsets.US_ASCII);
        return codes.stream()
                .map(code -> code.getBytes(StandardCharsets.UTF_8))
                .anyMatch(code -> MessageDigest.isEqual(expected, code));
    }

    private byte[] code(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((signedAt + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
