package news.masthead.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.masthead.access.Facts.GiftFacts;
import news.masthead.access.Facts.MeterFacts;
import news.masthead.access.Facts.ReaderFacts;
import news.masthead.access.Facts.StoryFacts;
import news.masthead.access.Policy.AccessRule;
import news.masthead.access.Policy.ArchiveRight;
import news.masthead.story.AccessClass;
import org.junit.jupiter.api.Test;

/** Whatever the rules decide, they decide again from what is kept of the facts. */
class EveryOutcomeTest {

    private static final Instant AT = Instant.parse("2026-11-26T05:06:07.123456Z");

    private static final List<InForce> POLICIES = List.of(
            GivenPolicy.plain(),
            GivenPolicy.withArchive(List.of(new ArchiveRight("yearly", LocalDate.of(2026, 11, 1)))),
            GivenPolicy.withAllowances(0, 5),
            GivenPolicy.withAllowances(0, 0),
            GivenPolicy.withSafety("floods \"and\" \\ सुरक्षा"),
            GivenPolicy.withRules(new AccessRule(
                    Optional.of("markets"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(3),
                    Optional.empty(),
                    AccessClass.PREMIUM)),
            GivenPolicy.withoutConfirmation(),
            new InForce(7, Optional.empty()));

    @Test
    void comes_out_again_from_the_facts_that_were_kept() {
        Set<Outcome> seen = EnumSet.noneOf(Outcome.class);
        long judged = POLICIES.stream()
                .flatMap(policy -> facts().flatMap(facts -> outcome(policy, facts).stream()
                        .peek(outcome -> {
                            Facts kept = FactsJson.read(FactsJson.write(facts), facts.at());
                            assertEquals(facts, kept);
                            assertEquals(Optional.of(outcome), outcome(policy, kept));
                            assertEquals(Rules.judge(policy, facts), Rules.judge(policy, kept));
                            seen.add(outcome);
                        })))
                .count();
        System.out.printf("Decisions made again from their stored facts: %,d%n", judged);
        assertEquals(EnumSet.allOf(Outcome.class), seen);
    }

    private static Optional<Outcome> outcome(InForce policy, Facts facts) {
        return switch (Rules.judge(policy, facts)) {
            case Ruling.Open open -> Optional.of(Outcome.of(open.ground()));
            case Ruling.Shut shut -> Optional.of(Outcome.of(shut.reason()));
            case Ruling.Spend spend -> Optional.of(Outcome.SPENT);
            case Ruling.AskGift gift -> Optional.empty();
            case Ruling.AskMeter meter -> Optional.empty();
        };
    }

    private static Stream<Facts> facts() {
        List<Facts> all = new ArrayList<>();
        for (ReaderFacts reader : readers()) {
            for (StoryFacts story : stories()) {
                for (MeterFacts meter : meters()) {
                    for (GiftFacts gift : GiftFacts.values()) {
                        for (Intent intent : Intent.values()) {
                            for (Outlet outlet : List.of(Outlet.PAGE, Outlet.FEED)) {
                                all.add(new Facts(AT, outlet, intent, reader, story, gift, meter, false));
                                all.add(new Facts(AT, outlet, intent, reader, story, gift, meter, true));
                            }
                        }
                    }
                }
            }
        }
        return all.stream();
    }

    private static List<ReaderFacts> readers() {
        return List.of(
                new ReaderFacts(ReaderClass.ANONYMOUS, false, List.of()),
                new ReaderFacts(ReaderClass.REGISTERED, false, List.of()),
                new ReaderFacts(ReaderClass.REGISTERED, true, List.of()),
                new ReaderFacts(ReaderClass.SUBSCRIBER, true, List.of("quarterly")),
                new ReaderFacts(ReaderClass.SUBSCRIBER, true, List.of("comp", "yearly")),
                new ReaderFacts(ReaderClass.STAFF, true, List.of()));
    }

    private static List<StoryFacts> stories() {
        LocalDate old = LocalDate.of(1997, 3, 1);
        List<String> topics = List.of("floods \"and\" \\ सुरक्षा", "ports");
        return Arrays.stream(AccessClass.values())
                .flatMap(access -> Stream.of(
                        GivenPolicy.story(access),
                        new StoryFacts(197030100001L, access, "markets", topics, "", old, 10_862, false, false),
                        new StoryFacts(197030100001L, access, "life", topics, "cpa", old, 10_862, true, false),
                        new StoryFacts(197030100001L, access, "life", List.of(), "cpa", old, -1, false, true)))
                .toList();
    }

    private static List<MeterFacts> meters() {
        return List.of(
                MeterFacts.NOT_ASKED,
                MeterFacts.of(true, false, 0),
                MeterFacts.of(false, false, 2),
                MeterFacts.of(false, true, 2),
                MeterFacts.of(false, false, 99));
    }
}
