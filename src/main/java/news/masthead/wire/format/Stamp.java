package news.masthead.wire.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The times that teleprinter formats print: IPTC 7901's end line ({@code 131137 GMT Nov 13}: day and time, month, year), AP's ANPA trailer
 * ({@code AP-WF-11-13-13 0745GMT}), Kyodo's ({@code KWS-21:37-09-12-18}) and News Bites' ({@code 06 June 2016 14:00:00}).
 */
final class Stamp {

    private static final String ZONE = " ?(?<zone>GMT|UTC|Z\\b|EDT|EST|CEST|CET|MESZ|MEZ)?";
    private static final List<Pattern> SHAPES = List.of(
            shape("(?<d>\\d\\d)(?<h>\\d\\d)(?<i>\\d\\d)" + ZONE
                    + " ?(?<m>\\p{L}{3,9})\\.? ?(?<y>\\d{2}(?:\\d{2})?)(?<zone2>[A-Z]{3,4})?"),
            shape("(?<m>\\d\\d)-(?<d>\\d\\d)-(?<y>\\d\\d) (?<h>\\d\\d)(?<i>\\d\\d)" + ZONE),
            shape("(?<h>\\d\\d):(?<i>\\d\\d)-(?<d>\\d\\d)-(?<m>\\d\\d)-(?<y>\\d\\d)" + ZONE),
            shape("(?<d>\\d{1,2}) (?<m>\\p{L}{3,9}) (?<y>\\d{4}) (?<h>\\d\\d):(?<i>\\d\\d)(?::\\d\\d)?" + ZONE));
    /** First letters of the months in English, German and French. */
    private static final List<String> MONTHS = List.of(
            "jan",
            "feb fév fev",
            "mar mär mrz",
            "apr avr",
            "may mai",
            "jun jui",
            "jul juil",
            "aug aoû aou",
            "sep",
            "oct okt",
            "nov",
            "dec dez déc");

    private Stamp() {}

    /**
     * @param zone of a stamp that names none
     * @return none for words without a stamp
     */
    static WireTime of(String words, ZoneId zone) {
        String text = Draft.plain(words);
        return SHAPES.stream()
                .map(shape -> shape.matcher(text))
                .filter(Matcher::find)
                .findFirst()
                .map(found -> new WireTime(text, at(found, zone).orElse(null)))
                .orElse(WireTime.NONE);
    }

    private static Optional<Instant> at(Matcher found, ZoneId zone) {
        try {
            int year = Integer.parseInt(found.group("y"));
            LocalDateTime local = LocalDateTime.of(
                    year < 100 ? century(year) : year,
                    month(found.group("m")),
                    Integer.parseInt(found.group("d")),
                    Integer.parseInt(found.group("h")),
                    Integer.parseInt(found.group("i")));
            return Optional.of(local.atZone(zone(found).orElse(zone)).toInstant());
        } catch (DateTimeException noSuchMoment) {
            return Optional.empty();
        }
    }

    private static int century(int year) {
        return year < 70 ? 2000 + year : 1900 + year;
    }

    private static int month(String name) {
        String start = name.toLowerCase(Locale.ROOT);
        if (Character.isDigit(start.charAt(0))) {
            return Integer.parseInt(start);
        }
        String three = start.startsWith("juil") ? "juil" : start.substring(0, 3);
        for (int i = 0; i < MONTHS.size(); i++) {
            if (List.of(MONTHS.get(i).split(" ")).contains(three)) {
                return i + 1;
            }
        }
        throw new DateTimeException("No month: " + name);
    }

    private static Optional<ZoneId> zone(Matcher found) {
        String name = found.group("zone");
        if (name == null && found.namedGroups().containsKey("zone2")) {
            name = found.group("zone2");
        }
        return switch (name == null ? "" : name) {
            case "GMT", "UTC", "Z" -> Optional.of(ZoneOffset.UTC);
            case "EDT", "EST" -> Optional.of(ZoneId.of("America/New_York"));
            case "CET", "CEST", "MEZ", "MESZ" -> Optional.of(ZoneId.of("Europe/Berlin"));
            default -> Optional.empty();
        };
    }

    private static Pattern shape(String pattern) {
        return Pattern.compile("(?<![\\d])" + pattern);
    }
}
