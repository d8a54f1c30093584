package news.masthead.wire.format;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A moment in an English sentence: {@code NOT BEFORE 1730 HOURS IST ON AUG 13}, {@code until 12noon GMT Friday}, {@code till 5.30 p.m. (IST), August
 * 13, 2026}. Of several moments the latest counts. A sentence without a clock time, or without a zone that anybody knows, means none.
 */
final class ProseTime {

    private static final Pattern ISO =
            Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(?::\\d\\d)?(?:Z|[+-]\\d\\d:?\\d\\d)");
    private static final String ZONES = "IST|GMT|UTC|BST|CEST|CET|EDT|EST|ET|CDT|CST|PDT|PST|JST|SGT|HKT|AEST|AEDT";
    private static final Pattern CLOCK =
            Pattern.compile("(?<![\\d:.])(?:(\\d{1,2})(?:[:.](\\d\\d))? ?([AP])\\.? ?M\\b\\.?"
                    + "|(\\d{2})[:.]?(\\d{2})(?= ?(?:HOURS|HRS|HRS\\.|H\\b|UHR|\\(?(?:" + ZONES
                    + ")\\b)|,? (?:ON )?(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)"
                    + "|(?:12 ?)?(NOON|MIDNIGHT))(?: ?(?:HOURS|HRS)\\.?)?,? ?\\(?(" + ZONES + ")?\\b");
    private static final String MONTHS = "(JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?"
            + "|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)\\b\\.?";
    private static final Pattern MONTH_DAY =
            Pattern.compile("\\b" + MONTHS + " (\\d{1,2})(?:ST|ND|RD|TH)?(?![\\d:])(?:,? (\\d{4})\\b)?");
    private static final Pattern DAY_MONTH =
            Pattern.compile("(?<![\\d:.])(\\d{1,2})(?:ST|ND|RD|TH)? (?:OF )?" + MONTHS + "(?:,? (\\d{4})\\b)?");
    private static final Pattern ISO_DAY = Pattern.compile("\\b(\\d{4}-\\d\\d-\\d\\d)\\b");
    private static final Pattern NUMBERS_ONLY = Pattern.compile("\\b\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}\\b");
    private static final Pattern DATED = Pattern.compile(ISO_DAY + "|" + MONTHS);
    private static final Pattern WEEKDAY = Pattern.compile("\\b(MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY\\b");
    private static final Map<String, ZoneId> ZONE = Map.ofEntries(
            Map.entry("IST", ZoneOffset.of("+05:30")),
            Map.entry("GMT", ZoneOffset.UTC),
            Map.entry("UTC", ZoneOffset.UTC),
            Map.entry("BST", ZoneOffset.of("+01:00")),
            Map.entry("CET", ZoneOffset.of("+01:00")),
            Map.entry("CEST", ZoneOffset.of("+02:00")),
            Map.entry("ET", ZoneId.of("America/New_York")),
            Map.entry("EST", ZoneOffset.of("-05:00")),
            Map.entry("EDT", ZoneOffset.of("-04:00")),
            Map.entry("CDT", ZoneOffset.of("-05:00")),
            Map.entry("CST", ZoneOffset.of("-06:00")),
            Map.entry("PDT", ZoneOffset.of("-07:00")),
            Map.entry("PST", ZoneOffset.of("-08:00")),
            Map.entry("JST", ZoneOffset.of("+09:00")),
            Map.entry("SGT", ZoneOffset.of("+08:00")),
            Map.entry("HKT", ZoneOffset.of("+08:00")),
            Map.entry("AEST", ZoneOffset.of("+10:00")),
            Map.entry("AEDT", ZoneOffset.of("+11:00")));
    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
    /** A day that lies further back than this is meant for the year to come. */
    private static final int LATE_BY_DAYS = 31;

    private static final int SHORT_MONTH = 3;

    private final String sentence;
    private final Instant sent;
    private final Optional<ZoneId> zone;

    private ProseTime(String sentence, Instant sent, Optional<ZoneId> zone) {
        this.sentence = sentence.toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
        this.sent = sent;
        this.zone = zone;
    }

    /**
     * @param sent when the item was made, for days without a year; null where it does not say
     * @param zone of times that name none; none where nobody knows
     * @return the sentence itself without an instant where it names none that is certain
     */
    static WireTime read(String sentence, Instant sent, Optional<ZoneId> zone) {
        try {
            return new ProseTime(sentence, sent, zone)
                    .latest()
                    .map(at -> new WireTime(WORDS.format(at), at.toInstant()))
                    .orElse(new WireTime(sentence, null));
        } catch (DateTimeException noSuchMoment) {
            return new WireTime(sentence, null);
        }
    }

    private Optional<ZonedDateTime> latest() {
        List<ZonedDateTime> moments = new ArrayList<>();
        Matcher iso = ISO.matcher(sentence);
        while (iso.find()) {
            WireTime time = WireTime.of(iso.group().replace(' ', 'T'), ZoneOffset.UTC);
            moments.add(time.at().atZone(ZoneOffset.UTC));
        }
        Matcher clock = CLOCK.matcher(sentence);
        while (clock.find()) {
            moments.add(moment(clock));
        }
        return moments.contains(null)
                ? Optional.empty()
                : moments.stream().max(Comparator.comparing(ZonedDateTime::toInstant));
    }

    /** Null where the zone or the day is not certain. */
    private ZonedDateTime moment(Matcher clock) {
        ZoneId named = clock.group(7) == null ? zone.orElse(null) : ZONE.get(clock.group(7));
        boolean uncertain =
                named == null || (sent == null && !DATED.matcher(sentence).find());
        if (uncertain) {
            return null;
        }
        LocalTime time = time(clock);
        LocalDate day = "MIDNIGHT".equals(clock.group(6)) ? day(time, named).plusDays(1) : day(time, named);
        // An hour that comes twice when summer time ends means the second one
        return day.atTime(time).atZone(named).withLaterOffsetAtOverlap();
    }

    private static LocalTime time(Matcher clock) {
        if (clock.group(6) != null) {
            return clock.group(6).equals("NOON") ? LocalTime.NOON : LocalTime.MIDNIGHT;
        }
        if (clock.group(4) != null) {
            return LocalTime.of(Integer.parseInt(clock.group(4)), Integer.parseInt(clock.group(5)));
        }
        int hour = Integer.parseInt(clock.group(1));
        int minute = clock.group(2) == null ? 0 : Integer.parseInt(clock.group(2));
        if (hour < 1 || hour > 12) {
            throw new DateTimeException("No hour of a 12-hour clock: " + hour);
        }
        return LocalTime.of(hour % 12 + (clock.group(3).equals("P") ? 12 : 0), minute);
    }

    private LocalDate day(LocalTime time, ZoneId where) {
        Matcher iso = ISO_DAY.matcher(sentence);
        if (iso.find()) {
            return LocalDate.parse(iso.group(1));
        }
        Matcher dayFirst = DAY_MONTH.matcher(sentence);
        if (dayFirst.find()) {
            return date(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1), where);
        }
        Matcher monthFirst = MONTH_DAY.matcher(sentence);
        if (monthFirst.find()) {
            return date(monthFirst.group(3), monthFirst.group(1), monthFirst.group(2), where);
        }
        if (NUMBERS_ONLY.matcher(sentence).find()) {
            throw new DateTimeException("Day and month cannot be told apart: " + sentence);
        }
        return near(time, where);
    }

    /** The first such time after the item was made. */
    private LocalDate near(LocalTime time, ZoneId where) {
        LocalDate today = sent.atZone(where).toLocalDate();
        boolean over = today.atTime(time).atZone(where).toInstant().isBefore(sent);
        Matcher weekday = WEEKDAY.matcher(sentence);
        if (weekday.find()) {
            DayOfWeek day = named(DayOfWeek.values(), weekday.group(1));
            return today.with(over ? TemporalAdjusters.next(day) : TemporalAdjusters.nextOrSame(day));
        }
        return over || sentence.contains("TOMORROW") ? today.plusDays(1) : today;
    }

    private LocalDate date(String year, String month, String day, ZoneId where) {
        Month named = named(Month.values(), month.substring(0, SHORT_MONTH));
        int of = Integer.parseInt(day);
        if (year != null) {
            return LocalDate.of(Integer.parseInt(year), named, of);
        }
        if (sent == null) {
            throw new DateTimeException("No year: " + sentence);
        }
        LocalDate made = sent.atZone(where).toLocalDate();
        LocalDate thisYear = LocalDate.of(made.getYear(), named, of);
        return thisYear.isBefore(made.minusDays(LATE_BY_DAYS)) ? thisYear.plusYears(1) : thisYear;
    }

    private static <E extends Enum<E>> E named(E[] values, String start) {
        return Arrays.stream(values)
                .filter(one -> one.name().startsWith(start))
                .findFirst()
                .orElseThrow();
    }
}
