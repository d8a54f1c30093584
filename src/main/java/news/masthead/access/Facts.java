package news.masthead.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import news.masthead.story.AccessClass;
import news.masthead.story.Provenance;
import news.masthead.story.Story;

/**
 * All that a decision is made from, so that whoever has it can make the decision again. Names no reader.
 *
 * @param at UTC
 * @param networkFull whether too many new meters came from the reader's network of late; known only once the meter was asked
 */
public record Facts(
        Instant at,
        Outlet outlet,
        Intent intent,
        ReaderFacts reader,
        StoryFacts story,
        GiftFacts gift,
        MeterFacts meter,
        boolean networkFull) {

    /** The same at another instant. */
    Facts asOf(Instant other) {
        return new Facts(other, outlet, intent, reader, story, gift, meter, networkFull);
    }

    Facts given(GiftFacts answer) {
        return new Facts(at, outlet, intent, reader, story, answer, meter, networkFull);
    }

    Facts metered(MeterFacts answer, boolean full) {
        return new Facts(at, outlet, intent, reader, story, gift, answer, full);
    }

    /**
     * @param verified whether the reader's e-mail address was confirmed
     * @param plans codes of the plans whose entitlements cover the instant
     */
    public record ReaderFacts(ReaderClass kind, boolean verified, List<String> plans) {}

    /**
     * @param access the story's own class, which a policy may overrule
     * @param topics slugs
     * @param source id of the agency; empty for the paper's own
     * @param day on which it was published, in the publisher's zone
     * @param age whole days since then in that zone; negative before
     * @param paid whether somebody paid for its spreading
     * @param lapsed whether the right to show its words has ended
     */
    public record StoryFacts(
            long id,
            AccessClass access,
            String section,
            List<String> topics,
            String source,
            LocalDate day,
            long age,
            boolean paid,
            boolean lapsed) {

        /** A story as it is at an instant, in the publisher's zone. */
        static StoryFacts of(Story story, Instant at, ZoneId zone) {
            LocalDate day = LocalDate.ofInstant(story.publishedAt, zone);
            return new StoryFacts(
                    story.id,
                    story.access,
                    story.section,
                    List.copyOf(story.topics),
                    story.provenance().map(Provenance::source).orElse(""),
                    day,
                    ChronoUnit.DAYS.between(day, LocalDate.ofInstant(at, zone)),
                    story.isPaid(),
                    story.hasLapsed(at));
        }
    }

    /** What became of the gift link that the reader followed. */
    public enum GiftFacts {
        /** None was followed; or it is for another story, or the reader's own, or has room for one who would read. */
        NONE,
        /** One was followed and nobody has looked at it yet. */
        NOT_ASKED,
        /** It opens this story for this reader. */
        HELD,
        /** As many readers as it was for have opened it. */
        USED_UP,
        /** It has expired or is not ours. */
        INVALID
    }

    /**
     * The reader's meter before the decision.
     *
     * @param asked false while no rule wanted to know; the others mean nothing then
     * @param minted whether the reader brought no meter, so that this would be the first use of a new one
     * @param holds whether this story was spent already in this window
     * @param used how many spends count against the allowance that applies
     */
    public record MeterFacts(boolean asked, boolean minted, boolean holds, int used) {

        static final MeterFacts NOT_ASKED = new MeterFacts(false, false, false, 0);

        static MeterFacts of(boolean minted, boolean holds, int used) {
            return new MeterFacts(true, minted, holds, used);
        }
    }
}
