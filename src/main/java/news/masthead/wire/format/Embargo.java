package news.masthead.wire.format;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An embargo that stands in a sentence. What we cannot read for certain holds the item until the agency says more. */
final class Embargo {

    private static final Pattern BEFORE = Pattern.compile(
            "\\bBEFORE (\\d{2})(\\d{2}) ?(?:HOURS|HRS)? ?(IST|GMT|UTC) ON ([A-Z]{3})[A-Z]* (\\d{1,2})\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, ZoneId> ZONES =
            Map.of("IST", ZoneId.of("+05:30"), "GMT", ZoneId.of("Z"), "UTC", ZoneId.of("Z"));
    private static final DateTimeFormatter DAY = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("MMM d")
            .toFormatter(Locale.ENGLISH);
    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private Embargo() {}

    /** None where the sentence speaks of no embargo. */
    static Optional<WireTime> in(String sentence, WireTime sent, Dialect dialect) {
        if (!sentence.toUpperCase(Locale.ROOT).contains("EMBARGO")) {
            return Optional.empty();
        }
        Matcher before = BEFORE.matcher(sentence);
        return Optional.of(
                before.find() && sent.at() != null ? at(before, sent.at(), dialect) : new WireTime(sentence, null));
    }

    /** The first such day at or after the day it was sent. */
    private static WireTime at(Matcher before, Instant sent, Dialect dialect) {
        ZoneId zone = ZONES.getOrDefault(before.group(3).toUpperCase(Locale.ROOT), dialect.zone());
        MonthDay day = MonthDay.from(DAY.parse(before.group(4) + " " + before.group(5)));
        int year = sent.atZone(zone).getYear() + (day.isBefore(MonthDay.from(sent.atZone(zone))) ? 1 : 0);
        ZonedDateTime at = LocalDateTime.of(
                        year,
                        day.getMonthValue(),
                        day.getDayOfMonth(),
                        Integer.parseInt(before.group(1)),
                        Integer.parseInt(before.group(2)))
                .atZone(zone);
        return new WireTime(WORDS.format(at), at.toInstant());
    }
}
