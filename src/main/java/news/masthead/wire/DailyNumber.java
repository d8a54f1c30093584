package news.masthead.wire;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.masthead.wire.format.WireCopy;

/**
 * What stands for the guid in formats that have none, IPTC 7901 and ANPA 1312: the number by which the agency's editors call the item, with its
 * day in UTC, as {@code dpa 0188@2026-08-12}. Numbers begin again, so one without its day may name any story of a year.
 */
final class DailyNumber {

    private static final Pattern NUMBER = Pattern.compile("\\p{L}{1,6} ?\\d{3,6}");

    private DailyNumber() {}

    static Optional<String> of(WireCopy copy) {
        return copy.number().isEmpty() ? Optional.empty() : day(copy).map(day -> copy.number() + "@" + day);
    }

    /** The items that a notice may be about, the likeliest first: of its own day, or of the day before. Empty where it names none by number. */
    static List<String> meantBy(WireCopy notice) {
        if (notice.number().isEmpty() || !NUMBER.matcher(notice.refersTo()).matches()) {
            return List.of();
        }
        return day(notice).stream()
                .flatMap(day -> Stream.of(day, day.minusDays(1)))
                .map(day -> notice.refersTo() + "@" + day)
                .toList();
    }

    private static Optional<LocalDate> day(WireCopy copy) {
        return Optional.ofNullable(copy.versionCreated().at())
                .map(at -> at.atZone(ZoneOffset.UTC).toLocalDate());
    }
}
