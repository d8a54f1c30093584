package news.masthead.wire;

import java.math.BigInteger;
import java.time.Instant;
import news.masthead.wire.format.WireCopy;

/** Which of two versions of an item is the newer: by their numbers, else by when they were made, else by arrival. */
final class VersionOrder {

    private VersionOrder() {}

    /** Whether {@code arriving} was made before {@code known}. */
    static boolean isOlder(WireCopy arriving, WireCopy known) {
        if (isNumber(arriving.version()) && isNumber(known.version())) {
            return new BigInteger(arriving.version()).compareTo(new BigInteger(known.version())) < 0;
        }
        Instant made = arriving.versionCreated().at();
        Instant knownMade = known.versionCreated().at();
        return made != null && knownMade != null && made.isBefore(knownMade);
    }

    private static boolean isNumber(String version) {
        return version.matches("\\d{1,20}");
    }
}
