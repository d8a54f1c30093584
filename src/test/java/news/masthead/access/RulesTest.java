package news.masthead.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.masthead.access.Facts.GiftFacts;
import news.masthead.access.Facts.MeterFacts;
import news.masthead.access.Facts.ReaderFacts;
import news.masthead.story.AccessClass;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every status of a reader, under every kind of policy, before every class of story: what is asked, and what comes of it. */
class RulesTest {

    /** Whom the table's rows are about. The allowances are 3 for anonymous readers and 5 for registered ones. */
    private static final Map<String, Given> READERS = Map.ofEntries(
            Map.entry("new", anonymous(MeterFacts.of(true, false, 0))),
            Map.entry("two-spent", anonymous(MeterFacts.of(false, false, 2))),
            Map.entry("all-spent", anonymous(MeterFacts.of(false, false, 3))),
            Map.entry("more-than-all", anonymous(MeterFacts.of(false, false, 4))),
            Map.entry("read-it-before", anonymous(MeterFacts.of(false, true, 3))),
            Map.entry("full-network", anonymous(MeterFacts.of(true, false, 0)).fromFullNetwork()),
            Map.entry("known-there", anonymous(MeterFacts.of(false, false, 1)).fromFullNetwork()),
            Map.entry("preview", anonymous(MeterFacts.of(true, false, 0)).peeking()),
            Map.entry("late-preview", anonymous(MeterFacts.of(false, false, 3)).peeking()),
            Map.entry("feed", anonymous(MeterFacts.of(false, false, 0)).by(Outlet.FEED)),
            Map.entry("gift", anonymous(MeterFacts.of(false, false, 3)).with(GiftFacts.HELD)),
            Map.entry("gift-gone", anonymous(MeterFacts.of(false, false, 3)).with(GiftFacts.USED_UP)),
            Map.entry("gift-false", anonymous(MeterFacts.of(false, false, 0)).with(GiftFacts.INVALID)),
            Map.entry("registered", registered(true, MeterFacts.of(false, false, 4))),
            Map.entry("registered-spent", registered(true, MeterFacts.of(false, false, 5))),
            Map.entry("unconfirmed", registered(false, MeterFacts.of(false, false, 0))),
            Map.entry("unconfirmed-again", registered(false, MeterFacts.of(false, true, 1))),
            Map.entry("subscriber", subscriber("yearly")),
            Map.entry("quarterly", subscriber("quarterly")),
            Map.entry("comp", subscriber("comp")),
            Map.entry("staff", staff()));

    private static final Map<String, InForce> POLICIES = Map.of(
            "plain", GivenPolicy.plain(),
            "archive", GivenPolicy.withArchive("yearly"),
            "accounts-only", GivenPolicy.withAllowances(0, 5),
            "nothing-free", GivenPolicy.withAllowances(0, 0),
            "trusting", GivenPolicy.withoutConfirmation(),
            "unknown", new InForce(7, Optional.empty()));

    /** F free, E entitled, T staff, G gift, S spent, A again, P premium wall, N not in plan, U used up, R register, C confirm, - not reading, X closed. */
    private static final String TABLE = """
            policy         reader             FREE METERED PREMIUM
            plain          new                F    S       P
            plain          two-spent          F    S       P
            plain          all-spent          F    U       P
            plain          more-than-all      F    U       P
            plain          read-it-before     F    A       P
            plain          full-network       F    R       P
            plain          known-there        F    S       P
            plain          preview            F    -       P
            plain          late-preview       F    U       P
            plain          feed               F    -       P
            plain          gift               F    G       G
            plain          gift-gone          F    U       P
            plain          gift-false         F    S       P
            plain          registered         F    S       P
            plain          registered-spent   F    U       P
            plain          unconfirmed        F    C       P
            plain          unconfirmed-again  F    A       P
            plain          subscriber         F    E       E
            plain          quarterly          F    E       E
            plain          comp               F    E       E
            plain          staff              T    T       T
            archive        new                F    S       P
            archive        subscriber         F    E       E
            archive        quarterly          F    S       N
            archive        comp               F    S       N
            archive        gift               F    G       G
            archive        staff              T    T       T
            accounts-only  new                F    R       P
            accounts-only  two-spent          F    R       P
            accounts-only  read-it-before     F    A       P
            accounts-only  full-network       F    R       P
            accounts-only  preview            F    R       P
            accounts-only  gift               F    G       G
            accounts-only  gift-gone          F    R       P
            accounts-only  registered         F    S       P
            accounts-only  registered-spent   F    U       P
            accounts-only  subscriber         F    E       E
            nothing-free   new                F    U       P
            nothing-free   preview            F    U       P
            nothing-free   registered         F    U       P
            nothing-free   unconfirmed        F    U       P
            nothing-free   subscriber         F    E       E
            trusting       unconfirmed        F    S       P
            trusting       full-network       F    R       P
            unknown        new                X    X       X
            unknown        read-it-before     X    X       X
            unknown        registered         X    X       X
            unknown        subscriber         X    X       X
            unknown        gift               X    X       X
            unknown        staff              T    T       T
            """;

    @TestFactory
    Stream<DynamicTest> the_table_holds() {
        return TABLE.lines().skip(1).flatMap(RulesTest::cells);
    }

    @TestFactory
    Stream<DynamicTest> nobody_reads_what_has_lapsed() {
        return READERS.entrySet().stream()
                .map(reader -> DynamicTest.dynamicTest(
                        reader.getKey(),
                        () -> POLICIES.values()
                                .forEach(policy -> Arrays.stream(AccessClass.values())
                                        .forEach(access -> assertEquals(
                                                Outcome.LAPSED,
                                                outcome(
                                                        policy,
                                                        reader.getValue().before(GivenPolicy.lapsed(access))))))));
    }

    @TestFactory
    Stream<DynamicTest> everybody_reads_what_is_for_safety_unless_no_rule_can_be_read() {
        InForce safety = GivenPolicy.withSafety("flood");
        return READERS.entrySet().stream()
                .filter(reader -> !reader.getKey().equals("staff"))
                .map(reader -> DynamicTest.dynamicTest(
                        reader.getKey(),
                        () -> assertEquals(
                                Outcome.SAFETY,
                                outcome(
                                        safety,
                                        reader.getValue().before(GivenPolicy.about(AccessClass.PREMIUM, "flood"))))));
    }

    private static Stream<DynamicTest> cells(String line) {
        String[] cells = line.strip().split("\\s+");
        return Arrays.stream(AccessClass.values())
                .map(access -> DynamicTest.dynamicTest(cells[0] + ", " + cells[1] + ", " + access, () -> {
                    Facts facts = READERS.get(cells[1]).before(GivenPolicy.story(access));
                    assertEquals(MARKS.get(cells[2 + access.ordinal()]), outcome(POLICIES.get(cells[0]), facts));
                }));
    }

    private static final Map<String, Outcome> MARKS = Map.ofEntries(
            Map.entry("F", Outcome.FREE),
            Map.entry("E", Outcome.ENTITLED),
            Map.entry("T", Outcome.STAFF),
            Map.entry("G", Outcome.GIFT),
            Map.entry("S", Outcome.SPENT),
            Map.entry("A", Outcome.READ_AGAIN),
            Map.entry("P", Outcome.PREMIUM_ONLY),
            Map.entry("N", Outcome.NOT_IN_PLAN),
            Map.entry("U", Outcome.METER_USED_UP),
            Map.entry("R", Outcome.REGISTRATION_WALL),
            Map.entry("C", Outcome.CONFIRM_EMAIL),
            Map.entry("-", Outcome.NOT_READING),
            Map.entry("X", Outcome.CLOSED));

    private static Outcome outcome(InForce policy, Facts facts) {
        return switch (Rules.judge(policy, facts)) {
            case Ruling.Open open -> Outcome.of(open.ground());
            case Ruling.Shut shut -> Outcome.of(shut.reason());
            case Ruling.Spend spend -> Outcome.SPENT;
            case Ruling.AskGift gift -> throw new AssertionError("The gift was answered");
            case Ruling.AskMeter meter -> throw new AssertionError("The meter was answered");
        };
    }

    private static Given anonymous(MeterFacts meter) {
        return new Given(new ReaderFacts(ReaderClass.ANONYMOUS, false, List.of()), meter);
    }

    private static Given registered(boolean verified, MeterFacts meter) {
        return new Given(new ReaderFacts(ReaderClass.REGISTERED, verified, List.of()), meter);
    }

    private static Given subscriber(String plan) {
        ReaderFacts reader = new ReaderFacts(ReaderClass.SUBSCRIBER, true, List.of(plan));
        return new Given(reader, MeterFacts.of(false, false, 0));
    }

    private static Given staff() {
        return new Given(new ReaderFacts(ReaderClass.STAFF, true, List.of()), MeterFacts.NOT_ASKED);
    }

    /** Somebody at the door, and how they come. */
    private record Given(
            ReaderFacts reader, MeterFacts meter, Outlet outlet, Intent intent, GiftFacts gift, boolean networkFull) {

        Given(ReaderFacts reader, MeterFacts meter) {
            this(reader, meter, Outlet.PAGE, Intent.READING, GiftFacts.NONE, false);
        }

        Given fromFullNetwork() {
            return new Given(reader, meter, outlet, intent, gift, true);
        }

        Given peeking() {
            return new Given(reader, meter, outlet, Intent.PEEKING, gift, networkFull);
        }

        Given by(Outlet other) {
            return new Given(reader, meter, other, intent, gift, networkFull);
        }

        Given with(GiftFacts answer) {
            return new Given(reader, meter, outlet, intent, answer, networkFull);
        }

        Facts before(Facts.StoryFacts story) {
            return new Facts(GivenPolicy.NOW, outlet, intent, reader, story, gift, meter, networkFull);
        }
    }
}
