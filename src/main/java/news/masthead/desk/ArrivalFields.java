package news.masthead.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import news.masthead.values.Window;
import news.masthead.web.Links;
import news.masthead.wire.Arrivals;
import org.jboss.resteasy.reactive.RestQuery;

/** What the address of the arrivals asks for. What is missing, or is no value that a field can have, counts as not asked. */
record ArrivalFields(
        @RestQuery String ended,
        @RestQuery String agency,
        @RestQuery String day,
        @RestQuery String before,
        @RestQuery String after) {

    ArrivalFields {
        ended = orEmpty(ended);
        agency = orEmpty(agency);
        day = day(orEmpty(day)).map(LocalDate::toString).orElse("");
        before = orEmpty(before);
        after = orEmpty(after);
    }

    /**
     * @param zone the publisher's, whose days are meant
     */
    Arrivals.Choice choice(ZoneId zone) {
        return new Arrivals.Choice(ending(), agency, day(day).map(one -> days(one, one, zone)));
    }

    String address(Arrivals.Ending ending) {
        return Links.DESK_ARRIVALS + "?ended=" + slug(ending)
                + (agency.isEmpty() ? "" : "&agency=" + URLEncoder.encode(agency, StandardCharsets.UTF_8))
                + (day.isEmpty() ? "" : "&day=" + day);
    }

    boolean isNarrow() {
        return !agency.isEmpty() || !day.isEmpty();
    }

    static String slug(Arrivals.Ending ending) {
        return ending.name().toLowerCase(Locale.ROOT);
    }

    /** The file that an address names; none for none. */
    static Optional<Arrivals.Name> file(String name) {
        String[] parts = name.split(":", 2);
        return parts.length == 2 ? Optional.of(new Arrivals.Name(parts[0], parts[1])) : Optional.empty();
    }

    static String name(Arrivals.Name file) {
        return URLEncoder.encode(file.source(), StandardCharsets.UTF_8) + ":" + file.hash();
    }

    /** From the first moment of a day to the first of the day after another. */
    static Window days(LocalDate first, LocalDate last, ZoneId zone) {
        return new Window(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** None for anything but a day of our time as {@code 2026-11-24}. */
    static Optional<LocalDate> day(String words) {
        try {
            return words.matches("(19|20)\\d\\d-\\d\\d-\\d\\d")
                    ? Optional.of(LocalDate.parse(words))
                    : Optional.empty();
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private Arrivals.Ending ending() {
        return Arrays.stream(Arrivals.Ending.values())
                .filter(ending -> slug(ending).equals(ended))
                .findFirst()
                .orElse(Arrivals.Ending.ALL);
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value.strip();
    }
}
