package news.masthead.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import news.masthead.identity.Reader;
import news.masthead.values.Window;

/** The pseudonyms under which meters are kept: an HMAC of the reader under the month's secret, which outlives the month by one. */
@ApplicationScoped
class ReaderKeys {

    private static final int BYTES = 16;

    @Inject
    MonthSecrets secrets;

    /** 128 bits; the same reader has another key in another month. */
    byte[] of(Reader reader, Window window) {
        String who = switch (reader) {
            case Reader.Anonymous anonymous -> "anonymous " + anonymous.id();
            case Reader.Registered registered -> "account " + registered.account();
        };
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secrets.secretOf(window.start()), "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(who.getBytes(StandardCharsets.UTF_8)), BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
