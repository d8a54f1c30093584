package news.masthead.site;

import java.net.URLDecoder;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.common.util.URLUtils;

/** What was sent in an address or a form and is no text: whoever sent it has to mend it, not we. */
final class Garbled {

    /** {@code character_not_in_repertoire}: a NUL, which PostgreSQL keeps in no text (its manual, Appendix A). */
    private static final String NO_CHARACTER = "22021";

    /** What takes the percent signs out of forms. */
    private static final Set<String> DECODERS = Set.of(URLUtils.class.getName(), URLDecoder.class.getName());

    private Garbled() {}

    /** Whether {@code fault} came of nothing else. */
    static boolean is(Throwable fault) {
        return isNoEncoding(fault)
                || Stream.iterate(fault, one -> one != null, Throwable::getCause)
                        .filter(SQLException.class::isInstance)
                        .map(SQLException.class::cast)
                        .anyMatch(refused -> NO_CHARACTER.equals(refused.getSQLState()));
    }

    /** A percent sign that two hexadecimal digits do not follow. Quarkus REST lets it out as it would any wrong argument. */
    private static boolean isNoEncoding(Throwable fault) {
        return fault instanceof IllegalArgumentException
                && fault.getStackTrace().length > 0
                && DECODERS.contains(fault.getStackTrace()[0].getClassName());
    }
}
