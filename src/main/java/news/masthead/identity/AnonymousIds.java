package news.masthead.identity;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The anonymous reader's cookie: 128 random bits and our signature, {@code id.signature}, both base64url. Nothing else is in it. */
@Startup
@Singleton
class AnonymousIds {

    private static final int ID_BYTES = 16;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final int LENGTH = 22 + 1 + 43;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    AnonymousIds(SiteKeys keys) {
        key = new SecretKeySpec(keys.key("anonymous-id"), "HmacSHA256");
    }

    Reader.Anonymous fresh() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return new Reader.Anonymous(ENCODER.encodeToString(id), false);
    }

    String cookieOf(Reader.Anonymous reader) {
        return reader.id() + "." + signature(reader.id());
    }

    /** The reader a cookie names; none where we did not sign it. */
    Optional<Reader.Anonymous> read(String cookie) {
        if (cookie == null || cookie.length() != LENGTH || cookie.charAt(22) != '.') {
            return Optional.empty();
        }
        String id = cookie.substring(0, 22);
        byte[] claimed = cookie.substring(23).getBytes(StandardCharsets.ISO_8859_1);
        byte[] ours = signature(id).getBytes(StandardCharsets.ISO_8859_1);
        return MessageDigest.isEqual(ours, claimed) ? Optional.of(new Reader.Anonymous(id, true)) : Optional.empty();
    }

    private String signature(String id) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return ENCODER.encodeToString(mac.doFinal(id.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
