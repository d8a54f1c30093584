package news.masthead.local;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demo newspaper is always of the last four weeks: its files give days from the day it is first started. */
record DemoDates(LocalDate today, ZoneId zone) {

    private static final Pattern MOMENT = Pattern.compile("(-\\d+)d(?:\\+(\\d{4}))?");
    private static final Pattern TOKEN = Pattern.compile("\\$\\{(iso|mail|day|ymd):([^}]+)}");

    /** {@code -3d+0915} is a quarter past nine three days ago; anything else is an instant in ISO 8601. */
    Instant instant(String words) {
        return words.startsWith("-")
                ? moment(words).toInstant()
                : ZonedDateTime.parse(words).toInstant();
    }

    /** A wire file with its dates put in. */
    String dated(String text) {
        return TOKEN.matcher(text)
                .replaceAll(token -> Matcher.quoteReplacement(form(token.group(1), moment(token.group(2)))));
    }

    private ZonedDateTime moment(String words) {
        Matcher parts = MOMENT.matcher(words);
        if (!parts.matches()) {
            throw new IllegalArgumentException("No moment of the demo newspaper: " + words);
        }
        LocalTime time = parts.group(2) == null
                ? LocalTime.NOON
                : LocalTime.parse(parts.group(2), DateTimeFormatter.ofPattern("HHmm"));
        return today.plusDays(Long.parseLong(parts.group(1))).atTime(time).atZone(zone);
    }

    private static String form(String form, ZonedDateTime moment) {
        return switch (form) {
            case "iso" -> moment.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
            case "mail" -> moment.format(DateTimeFormatter.RFC_1123_DATE_TIME);
            case "day" -> moment.format(DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH));
            case "ymd" -> moment.format(DateTimeFormatter.BASIC_ISO_DATE).substring(0, 8);
            default -> throw new IllegalArgumentException("No form of a date: " + form);
        };
    }
}
