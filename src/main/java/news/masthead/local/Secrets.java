package news.masthead.local;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Secrets that the stand-ins and the site share, made once for a data directory. */
final class Secrets {
    private static final int BYTES = 24;

    private final Remembered kept;
    private final SecureRandom random = new SecureRandom();

    Secrets(Remembered kept) {
        this.kept = kept;
    }

    String get(String name) {
        return kept.get(name).orElseGet(() -> {
            var bytes = new byte[BYTES];
            random.nextBytes(bytes);
            var secret = HexFormat.of().formatHex(bytes);
            kept.put(name, secret);
            return secret;
        });
    }
}
