package news.masthead.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** The number in a story's address: 1, the day of first publication as yymmdd, and a five-digit number within that day. */
@ApplicationScoped
class StoryId {

    private static final DateTimeFormatter YYMMDD = DateTimeFormatter.ofPattern("uuMMdd");

    @Inject
    EntityManager entities;

    /** A number never given before; within a transaction. */
    long next(LocalDate day) {
        int number = ((Number)
                        entities.createNativeQuery("""
                        insert into story_number (day, last) values (:day, 1)
                        on conflict (day) do update set last = story_number.last + 1
                        returning last""").setParameter("day", day).getSingleResult())
                .intValue();
        return Long.parseLong("1" + YYMMDD.format(day) + "%05d".formatted(number));
    }
}
