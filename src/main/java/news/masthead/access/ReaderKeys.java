package news.masthead.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
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

    /** Of the month that the window begins in. */
    byte[] of(Reader reader, Window window) {
        return of(reader, secrets.monthOf(window.start()));
    }

    byte[] of(Reader reader, YearMonth month) {
        return of(name(reader), month);
    }

    /** Empty where the month's secret was destroyed. */
    Optional<byte[]> ifKept(Reader reader, Window month) {
        return secrets.secretOf(secrets.monthOf(month.start())).map(secret -> key(name(reader), secret));
    }

    /** Empty where the month's secret was destroyed, and where nobody has needed one yet. */
    Optional<byte[]> ifMade(Reader reader, Window month) {
        return secrets.ifMade(secrets.monthOf(month.start())).map(secret -> key(name(reader), secret));
    }

    /** What stands for a reader in all months, and nowhere but in memory. */
    static String name(Reader reader) {
        return switch (reader) {
            case Reader.Anonymous anonymous -> "anonymous " + anonymous.id();
            case Reader.Registered registered -> "account " + registered.account();
        };
    }

    /**
     * 128 bits; the same reader has another key in another month.
     *
     * @throws IllegalStateException where the month's secret was destroyed
     */
    byte[] of(String name, YearMonth month) {
        return secrets.secretOf(month)
                .map(secret -> key(name, secret))
                .orElseThrow(() -> new IllegalStateException("Who read what in " + month + " is forgotten"));
    }

    private static byte[] key(String name, byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)), BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
