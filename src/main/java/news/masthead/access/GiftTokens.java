package news.masthead.access;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import news.masthead.identity.SiteKeys;

/**
 * Writes a {@link GiftLink} as the token of an address, and reads it again: base64url of its bytes and of 192 bits of our HMAC-SHA256 over them.
 * 72 bytes are 96 characters without a bit to spare, so that no two tokens say the same.
 */
@Startup
@Singleton
class GiftTokens {

    private static final int CODE_BYTES = 24;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{96}");

    private final SecretKeySpec key;

    GiftTokens(SiteKeys keys) {
        key = new SecretKeySpec(keys.key("gift-link"), "HmacSHA256");
    }

    String write(GiftLink link) {
        byte[] said = link.bytes();
        byte[] whole = ByteBuffer.allocate(GiftLink.BYTES + CODE_BYTES)
                .put(said)
                .put(code(said))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** What a token says; none where we did not sign it. */
    Optional<GiftLink> read(String token) {
        return bytes(token).filter(this::isOurs).map(bytes -> GiftLink.of(ByteBuffer.wrap(bytes)));
    }

    /** The story a token speaks of, whether or not we signed it; none where it is no token at all. */
    OptionalLong claimedStory(String token) {
        return bytes(token).stream()
                .mapToLong(bytes -> ByteBuffer.wrap(bytes).getLong())
                .findFirst();
    }

    /** The mark that a giver leaves in a link. */
    byte[] giver(byte[] readerKey, byte[] id) {
        return Arrays.copyOf(code(readerKey, id), GiftLink.GIVER_BYTES);
    }

    private boolean isOurs(byte[] bytes) {
        byte[] said = Arrays.copyOf(bytes, GiftLink.BYTES);
        return MessageDigest.isEqual(code(said), Arrays.copyOfRange(bytes, GiftLink.BYTES, bytes.length));
    }

    private static Optional<byte[]> bytes(String token) {
        return TOKEN.matcher(token).matches()
                ? Optional.of(Base64.getUrlDecoder().decode(token))
                : Optional.empty();
    }

    private byte[] code(byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            Arrays.stream(parts).forEach(mac::update);
            return Arrays.copyOf(mac.doFinal(), CODE_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
