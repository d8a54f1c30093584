package news.masthead.wire.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A moment as an agency wrote it.
 *
 * @param words as they stand in the item; empty where it gives none
 * @param at the instant they mean; null where they are empty or mean nothing we can read
 */
public record WireTime(String words, Instant at) {

    public static final WireTime NONE = new WireTime("", null);

    private static final List<DateTimeFormatter> SHAPES = List.of(
            DateTimeFormatter.ISO_OFFSET_DATE_TIME,
            zoned("uuuu-MM-dd'T'HH:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS]"),
            zoned("uuuu-MM-dd HH:mm[:ss][ ]"),
            zoned("uuuuMMdd['T']HHmm[ss]"),
            zoned("dd/MM/uuuu HH:mm[:ss]"),
            zoned("[EEE, ]d MMM uuuu HH:mm[:ss] "),
            zoned("[EEE, ]d MMM uu HH:mm[:ss] "));

    /** {@code zone} is the agency's; it is taken for a time that names none. */
    static WireTime of(String words, ZoneId zone) {
        String text = words.strip();
        if (text.isEmpty()) {
            return NONE;
        }
        return new WireTime(
                text,
                SHAPES.stream()
                        .flatMap(shape -> read(text, shape, zone).stream())
                        .findFirst()
                        .orElse(null));
    }

    /** This, unless the item says nothing here. */
    WireTime or(WireTime other) {
        return isGiven() ? this : other;
    }

    /** Whether the item says anything at all here. */
    public boolean isGiven() {
        return !words.isEmpty();
    }

    private static Optional<Instant> read(String text, DateTimeFormatter shape, ZoneId zone) {
        try {
            TemporalAccessor moment =
                    shape.parseBest(text, OffsetDateTime::from, ZonedDateTime::from, LocalDateTime::from);
            return Optional.of(
                    switch (moment) {
                        case OffsetDateTime offset -> offset.toInstant();
                        case ZonedDateTime zoned -> zoned.toInstant();
                        case LocalDateTime local -> local.atZone(zone).toInstant();
                        default -> throw new DateTimeException("No moment: " + text);
                    });
        } catch (DateTimeException anotherShape) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter zoned(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .appendPattern("[XXX][XX][X][z]")
                .toFormatter(Locale.ENGLISH);
    }
}
