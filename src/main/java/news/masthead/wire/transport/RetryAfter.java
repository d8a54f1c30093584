package news.masthead.wire.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;

/** The {@code Retry-After} header field: seconds, or a date (https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3). */
final class RetryAfter {

    /** Nobody can make us stay away for longer. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private RetryAfter() {}

    /**
     * @param field null where it is missing
     * @param now the time the server goes by, which is the real one
     * @return from zero to a day; none where it cannot be read
     */
    static Optional<Duration> read(String field, Instant now) {
        String value = field == null ? "" : field.strip();
        if (value.matches("\\d+")) {
            return Optional.of(value.length() > 6 ? LONGEST : bounded(Duration.ofSeconds(Long.parseLong(value))));
        }
        return Optional.ofNullable(DateUtils.parseStandardDate(value))
                .map(date -> bounded(Duration.between(now, date)));
    }

    private static Duration bounded(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
