package news.masthead.wire.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads fixtures as the agencies' profiles would. */
final class Reading {

    static final Dialect MERIDIAN =
            new Dialect(List.of("Meridian Wire"), ZoneId.of("Asia/Kolkata"), "en-IN", Optional.empty());
    static final Dialect IANS = signing("IANS", "--\\s*IANS(\\s+[a-z/]{2,20})?");
    static final Dialect PTI = signing("PTI", "PTI( [A-Z]{2,4}){1,4}(\\s+[A-Z]{2,4})?");
    static final Dialect ANI = signing("ANI", "\\(ANI\\)");
    static final Dialect AFP = signing("AFP", "[a-z]{2,4}(/[a-z]{1,4})+");
    static final Dialect CPA = signing("cpa", "Europe/Berlin", "", "cpa( [a-z0-9]{2,5}){1,6}");
    static final Dialect AP = new Dialect(List.of("AP"), ZoneId.of("America/New_York"), "en", Optional.empty());
    static final Dialect AAP = signing("AAP", "Australia/Sydney", "en", "AAP( [A-Z]{2,4}){1,2}( [a-z]{2,4}){1,2}");
    static final Dialect KYODO = signing("Kyodo", "Asia/Tokyo", "en", "==\\s*Kyodo");
    static final Dialect INS = new Dialect(
            List.of("INS", "आईएनएस"),
            ZoneId.of("Asia/Kolkata"),
            "en-IN",
            Optional.of(Pattern.compile("--\\s*(?:INS|आईएनएस)(\\s+[a-z/]{2,20})?")));

    private Reading() {}

    static List<WireCopy> fixture(String name, Dialect dialect) {
        return WireReader.read(bytes(name), "", dialect);
    }

    static WireCopy only(String name, Dialect dialect) {
        return fixture(name, dialect).getFirst();
    }

    static List<WireCopy> text(String text, Dialect dialect) {
        return WireReader.read(text.getBytes(StandardCharsets.UTF_8), "", dialect);
    }

    static byte[] bytes(String name) {
        try (InputStream in = Reading.class.getResourceAsStream("/wire/" + name)) {
            return in.readAllBytes();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Dialect signing(String name, String signOff) {
        return signing(name, "Asia/Kolkata", "en", signOff);
    }

    private static Dialect signing(String name, String zone, String language, String signOff) {
        return new Dialect(List.of(name), ZoneId.of(zone), language, Optional.of(Pattern.compile(signOff)));
    }
}
