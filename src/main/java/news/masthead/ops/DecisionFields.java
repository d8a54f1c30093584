package news.masthead.ops;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.masthead.values.Window;
import org.jboss.resteasy.reactive.RestForm;

/** What somebody typed to ask about a decision; a field that is missing counts as empty. */
record DecisionFields(
        @RestForm String who,
        @RestForm String story,
        @RestForm String at,
        @RestForm String minutes) {

    private static final String USUAL_MINUTES = "15";
    private static final Pattern OUR_TIME = Pattern.compile("(19|20)\\d\\d-");
    private static final Pattern STORY = Pattern.compile("(?<!\\d)(1\\d{11})(?!\\d)");

    DecisionFields {
        who = orEmpty(who);
        story = orEmpty(story);
        at = orEmpty(at);
        minutes = orEmpty(minutes);
    }

    static DecisionFields fresh(Instant now, ZoneId zone) {
        String moment = LocalDateTime.ofInstant(now, zone)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
        return new DecisionFields("", "", moment, USUAL_MINUTES);
    }

    /** The one id of a story that stands in the field, alone or in an address. */
    Optional<Long> storyId() {
        Matcher id = STORY.matcher(story);
        return id.find() ? Optional.of(Long.valueOf(id.group(1))) : Optional.empty();
    }

    Optional<Instant> moment(ZoneId zone) {
        try {
            return OUR_TIME.matcher(at).lookingAt()
                    ? Optional.of(LocalDateTime.parse(at).atZone(zone).toInstant())
                    : Optional.empty();
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }

    /** From 1 to 1,440. */
    Optional<Duration> around() {
        return Optional.of(minutes)
                .filter(typed -> typed.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .filter(typed -> typed >= 1 && typed <= Duration.ofDays(1).toMinutes())
                .map(Duration::ofMinutes);
    }

    /** That many minutes before the moment and after it; its minute belongs to it. */
    Optional<Window> span(ZoneId zone) {
        return moment(zone)
                .flatMap(moment -> around().map(around ->
                        new Window(moment.minus(around), moment.plus(around).plus(1, ChronoUnit.MINUTES))));
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value.strip();
    }
}
