package news.masthead.values;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as the paper prints them: in the publisher's zone and the paper's language. */
@Singleton
public class Dates {

    private final Publication publication;
    private final DateTimeFormatter longDay;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayOfYear;
    private final DateTimeFormatter time;
    private final DateTimeFormatter minute;
    private final DateTimeFormatter second;

    Dates(Publication publication) {
        Locale locale = Locale.forLanguageTag(publication.language());
        this.publication = publication;
        this.longDay = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", locale);
        this.day = DateTimeFormatter.ofPattern("d MMM uuuu", locale);
        this.dayOfYear = DateTimeFormatter.ofPattern("d MMM", locale);
        this.time = DateTimeFormatter.ofPattern("h.mm a", locale);
        this.minute = DateTimeFormatter.ofPattern("d MMM uuuu, h.mm a z", locale);
        this.second = DateTimeFormatter.ofPattern("d MMM uuuu, h.mm.ss a z", locale);
    }

    /** {@code Tuesday, 24 November 2026}. */
    public String longDay(Instant at) {
        return longDay.format(at.atZone(publication.zone()));
    }

    /** {@code 24 Nov 2026}. */
    public String day(Instant at) {
        return day.format(at.atZone(publication.zone()));
    }

    /** The time of a moment of today, else its day, with the year where that is another: {@code 8.10 am}, {@code 23 Nov}, {@code 2 Mar 1997}. */
    public String shortly(Instant at, Instant now) {
        LocalDate then = dayOf(at);
        LocalDate today = dayOf(now);
        if (then.equals(today)) {
            return time.format(at.atZone(publication.zone()));
        }
        return then.getYear() == today.getYear() ? dayOfYear.format(then) : day.format(then);
    }

    /** {@code 24 Nov 2026, 9.15 am IST}. */
    public String minute(Instant at) {
        return minute.format(at.atZone(publication.zone()));
    }

    /** {@code 24 Nov 2026, 9.15.07 am IST}. */
    public String second(Instant at) {
        return second.format(at.atZone(publication.zone()));
    }

    /** The calendar day of the publisher's zone that {@code at} falls in. */
    public LocalDate dayOf(Instant at) {
        return at.atZone(publication.zone()).toLocalDate();
    }
}
