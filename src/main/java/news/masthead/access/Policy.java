package news.masthead.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.masthead.access.Facts.StoryFacts;
import news.masthead.story.AccessClass;

/**
 * A set of rules about who reads what.
 *
 * @param allowances the first that fits a reader and a section counts; none means no free story
 * @param access the first that matches a story says its class, else the story's own does
 * @param safetyTopics slugs of topics whose stories everybody may always read
 * @param archive how far back each plan reads; where none is listed, every plan reads everything
 * @param verifiedEmail whether a registered reader's free stories need a confirmed e-mail address
 */
public record Policy(
        MeterWindow window,
        List<Allowance> allowances,
        List<AccessRule> access,
        Set<String> safetyTopics,
        List<ArchiveRight> archive,
        boolean verifiedEmail) {

    public Policy {
        allowances = List.copyOf(allowances);
        access = List.copyOf(access);
        safetyTopics = Set.copyOf(safetyTopics);
        archive = List.copyOf(archive);
        boolean once = allowances.size()
                == allowances.stream()
                        .map(allowance -> List.of(allowance.reader(), allowance.section()))
                        .distinct()
                        .count();
        if (!once) {
            throw new IllegalArgumentException("Two allowances are for the same readers and the same section");
        }
    }

    /** What an {@link AccessRule} made of a story, and which did. */
    record Ruled(AccessClass as, String rule) {}

    /** The class of a story under these rules. */
    public AccessClass accessOf(StoryFacts story) {
        return isForSafety(story) || story.paid()
                ? AccessClass.FREE
                : ruled(story).as();
    }

    boolean isForSafety(StoryFacts story) {
        return story.topics().stream().anyMatch(safetyTopics::contains);
    }

    Ruled ruled(StoryFacts story) {
        return IntStream.range(0, access.size())
                .filter(number -> access.get(number).matches(story))
                .mapToObj(number -> new Ruled(access.get(number).as(), "access " + (number + 1)))
                .findFirst()
                .orElseGet(() -> new Ruled(story.access(), "the story's own class"));
    }

    /** The meter that stories of a section are counted on. A section with an allowance of its own has its own; all others share one. */
    public Meter meter(ReaderClass reader, String section) {
        Set<String> own = allowances.stream()
                .filter(allowance -> allowance.reader() == reader)
                .flatMap(allowance -> allowance.section().stream())
                .collect(Collectors.toUnmodifiableSet());
        boolean only = own.contains(section);
        int limit = allowances.stream()
                .filter(allowance -> allowance.reader() == reader)
                .filter(allowance -> only
                        ? allowance.section().filter(section::equals).isPresent()
                        : allowance.section().isEmpty())
                .mapToInt(Allowance::stories)
                .findFirst()
                .orElse(0);
        return new Meter(limit, window, only ? Set.of(section) : own, only);
    }

    /** Whether the holder of these plans may read what was published on that day. */
    boolean reaches(List<String> plans, LocalDate day) {
        return archive.isEmpty()
                || archive.stream().anyMatch(right -> right.isFor(plans) && !day.isBefore(right.since()));
    }

    /**
     * @param reader {@code ANONYMOUS} or {@code REGISTERED}
     * @param section none for all sections that have no allowance of their own
     */
    public record Allowance(ReaderClass reader, Optional<String> section, int stories) {

        public static final int MOST = 1_000;

        public Allowance {
            if (reader != ReaderClass.ANONYMOUS && reader != ReaderClass.REGISTERED) {
                throw new IllegalArgumentException("There is no meter for " + reader);
            }
            if (stories < 0 || stories > MOST) {
                throw new IllegalArgumentException("An allowance is 0 to " + MOST + " stories, not " + stories);
            }
        }
    }

    /**
     * Matches a story that meets every condition that is there.
     *
     * @param olderThanDays matches on the day that many days after the one of publication, and later
     * @param before matches stories published before that day of the publisher's zone
     */
    public record AccessRule(
            Optional<String> section,
            Optional<String> topic,
            Optional<String> source,
            Optional<Integer> olderThanDays,
            Optional<LocalDate> before,
            AccessClass as) {

        /** A century in days. */
        public static final int OLDEST = 36_525;

        public AccessRule {
            if (olderThanDays.filter(days -> days < 1 || days > OLDEST).isPresent()) {
                throw new IllegalArgumentException("An age is 1 to " + OLDEST + " days, not " + olderThanDays.get());
            }
        }

        boolean matches(StoryFacts story) {
            return section.map(story.section()::equals).orElse(true)
                    && topic.map(story.topics()::contains).orElse(true)
                    && source.map(story.source()::equals).orElse(true)
                    && olderThanDays.map(days -> story.age() >= days).orElse(true)
                    && before.map(story.day()::isBefore).orElse(true);
        }
    }

    /**
     * @param plan code of a plan, or {@link #EVERY_PLAN}
     * @param since the first day of the publisher's zone whose stories it opens
     */
    public record ArchiveRight(String plan, LocalDate since) {

        public static final String EVERY_PLAN = "*";

        boolean isFor(List<String> plans) {
            return plan.equals(EVERY_PLAN) || plans.contains(plan);
        }
    }
}
