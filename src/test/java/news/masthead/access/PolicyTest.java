package news.masthead.access;

import static news.masthead.access.GivenPolicy.AGE;
import static news.masthead.access.GivenPolicy.DAY;
import static news.masthead.access.GivenPolicy.NOW;
import static news.masthead.access.GivenPolicy.story;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.masthead.access.Facts.GiftFacts;
import news.masthead.access.Facts.MeterFacts;
import news.masthead.access.Facts.ReaderFacts;
import news.masthead.access.Facts.StoryFacts;
import news.masthead.access.Policy.AccessRule;
import news.masthead.access.Policy.Allowance;
import news.masthead.access.Policy.ArchiveRight;
import news.masthead.story.AccessClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {

    private static final StoryFacts STORY = story(AccessClass.METERED);

    @ParameterizedTest
    @CsvSource(
            nullValues = "any",
            value = {
                // section, topic, source, older than days, before, matches
                "any, any, any, any, any, true",
                "markets, any, any, any, any, true",
                "sports, any, any, any, any, false",
                "any, ports, any, any, any, true",
                "any, floods, any, any, any, false",
                "any, any, ins, any, any, true",
                "any, any, cpa, any, any, false",
                "any, any, any, 10, any, true",
                "any, any, any, 11, any, false",
                "any, any, any, any, 2026-11-17, true",
                "any, any, any, any, 2026-11-16, false",
                "markets, ports, ins, 10, 2026-11-17, true",
                "markets, ports, ins, 11, 2026-11-17, false",
                "markets, ports, cpa, 10, 2026-11-17, false"
            })
    void a_rule_matches_a_story_that_meets_all_it_names(
            String section, String topic, String source, Integer days, LocalDate before, boolean matches) {
        AccessRule rule = new AccessRule(
                Optional.ofNullable(section),
                Optional.ofNullable(topic),
                Optional.ofNullable(source),
                Optional.ofNullable(days),
                Optional.ofNullable(before),
                AccessClass.PREMIUM);
        Policy policy = GivenPolicy.withRules(rule).rules().orElseThrow();
        assertEquals(matches ? AccessClass.PREMIUM : AccessClass.METERED, policy.accessOf(STORY));
    }

    @Test
    void the_first_rule_that_matches_counts_and_is_named() {
        InForce policy = GivenPolicy.withRules(
                rule("sports", AccessClass.METERED),
                rule("markets", AccessClass.FREE),
                rule("markets", AccessClass.PREMIUM));
        assertEquals("access 2", open(policy, STORY).rule());
        assertEquals(
                "the story's own class",
                open(GivenPolicy.plain(), story(AccessClass.FREE)).rule());
    }

    @Test
    void a_rule_may_close_a_free_story_and_never_a_paid_release() {
        InForce policy = GivenPolicy.withRules(rule("markets", AccessClass.PREMIUM));
        StoryFacts free = story(AccessClass.FREE);
        StoryFacts release =
                new StoryFacts(free.id(), AccessClass.FREE, "markets", List.of(), "ins", DAY, AGE, true, false);
        assertInstanceOf(Ruling.Shut.class, Rules.judge(policy, asked(free)));
        assertEquals("paid release", open(policy, release).rule());
        assertEquals(AccessClass.FREE, policy.rules().orElseThrow().accessOf(release));
        assertEquals(AccessClass.PREMIUM, policy.rules().orElseThrow().accessOf(free));
    }

    @Test
    void what_is_for_safety_is_free_before_every_rule() {
        Policy policy = new Policy(
                new MeterWindow.CalendarMonth(),
                List.of(),
                List.of(rule("markets", AccessClass.PREMIUM)),
                Set.of("ports"),
                List.of(),
                true);
        assertEquals(AccessClass.FREE, policy.accessOf(STORY));
        assertEquals(
                "public safety",
                open(new InForce(1, Optional.of(policy)), STORY).rule());
    }

    @Test
    void a_section_with_its_own_allowance_is_counted_alone_and_left_out_of_the_other() {
        Policy policy = allowing(
                new Allowance(ReaderClass.ANONYMOUS, Optional.empty(), 3),
                new Allowance(ReaderClass.ANONYMOUS, Optional.of("markets"), 1),
                new Allowance(ReaderClass.REGISTERED, Optional.empty(), 5));

        Meter markets = policy.meter(ReaderClass.ANONYMOUS, "markets");
        assertEquals(1, markets.limit());
        assertTrue(markets.counts("markets"));
        assertFalse(markets.counts("sports"));

        Meter general = policy.meter(ReaderClass.ANONYMOUS, "sports");
        assertEquals(3, general.limit());
        assertTrue(general.counts("sports"));
        assertFalse(general.counts("markets"));

        Meter registered = policy.meter(ReaderClass.REGISTERED, "markets");
        assertEquals(5, registered.limit());
        assertTrue(registered.counts("markets"));
    }

    @Test
    void the_meter_s_rule_is_named_with_its_section() {
        Policy policy = allowing(new Allowance(ReaderClass.ANONYMOUS, Optional.of("markets"), 1));
        assertEquals("allowance anonymous markets", spend(policy, "markets").rule());
        Policy plain = GivenPolicy.plain().rules().orElseThrow();
        assertEquals("allowance anonymous", spend(plain, "markets").rule());
        assertEquals(
                "allowance registered",
                ((Ruling.Spend) Rules.judge(new InForce(1, Optional.of(plain)), registered())).rule());
    }

    @Test
    void no_allowance_is_no_free_story() {
        Policy policy = allowing();
        assertEquals(0, policy.meter(ReaderClass.ANONYMOUS, "markets").limit());
        Ruling.Shut shut = (Ruling.Shut) Rules.judge(new InForce(1, Optional.of(policy)), fresh("markets"));
        assertEquals(new Reason.MeterUsedUp(0, new MeterWindow.CalendarMonth(), false), shut.reason());
    }

    @Test
    void the_meter_and_the_gift_are_asked_only_where_they_matter() {
        assertInstanceOf(Ruling.AskMeter.class, Rules.judge(GivenPolicy.plain(), asked(STORY)));
        Facts gift = asked(STORY).given(GiftFacts.NOT_ASKED);
        assertInstanceOf(Ruling.AskGift.class, Rules.judge(GivenPolicy.plain(), gift));
        assertInstanceOf(
                Ruling.Open.class,
                Rules.judge(GivenPolicy.plain(), asked(story(AccessClass.FREE)).given(GiftFacts.NOT_ASKED)));
    }

    @Test
    void what_is_left_is_never_less_than_nothing() {
        assertEquals(1, left(2));
        assertEquals(0, left(3));
        assertEquals(0, left(9));
    }

    @Test
    void a_gift_that_is_used_up_is_told_of() {
        Facts facts = fresh("markets").given(GiftFacts.USED_UP);
        Facts spent = facts.metered(MeterFacts.of(false, false, 3), false);
        assertEquals(
                new Reason.MeterUsedUp(3, new MeterWindow.CalendarMonth(), true),
                ((Ruling.Shut) Rules.judge(GivenPolicy.plain(), spent)).reason());
        Facts premium = asked(story(AccessClass.PREMIUM));
        assertEquals(
                new Reason.PremiumOnly(true),
                ((Ruling.Shut) Rules.judge(GivenPolicy.plain(), premium.given(GiftFacts.USED_UP))).reason());
        assertEquals(
                new Reason.PremiumOnly(false),
                ((Ruling.Shut) Rules.judge(GivenPolicy.plain(), premium.given(GiftFacts.INVALID))).reason());
    }

    @ParameterizedTest
    @CsvSource({"2026-11-16, true", "2026-11-17, false", "1997-01-01, true"})
    void a_plan_reads_from_its_first_day_on(LocalDate since, boolean reads) {
        InForce policy = GivenPolicy.withArchive(List.of(new ArchiveRight("quarterly", since)));
        ReaderFacts reader = new ReaderFacts(ReaderClass.SUBSCRIBER, true, List.of("quarterly"));
        Facts facts = new Facts(
                NOW,
                Outlet.PAGE,
                Intent.READING,
                reader,
                story(AccessClass.PREMIUM),
                GiftFacts.NONE,
                MeterFacts.NOT_ASKED,
                false);
        assertEquals(reads, Rules.judge(policy, facts) instanceof Ruling.Open);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "28, true", "29, false", "-1, false"})
    void a_rolling_window_has_one_to_28_days(int days, boolean possible) {
        if (possible) {
            assertEquals(days, new MeterWindow.RollingDays(days).days());
        } else {
            assertThrows(IllegalArgumentException.class, () -> new MeterWindow.RollingDays(days));
        }
    }

    @Test
    void the_closed_meter_opens_nothing() {
        assertEquals(0, Meter.closed().limit());
    }

    private static int left(int used) {
        Facts facts = fresh("markets").metered(MeterFacts.of(false, true, used), false);
        return ((Granted.Metered) ((Ruling.Open) Rules.judge(GivenPolicy.plain(), facts)).ground()).left();
    }

    private static Ruling.Open open(InForce policy, StoryFacts story) {
        return (Ruling.Open) Rules.judge(policy, asked(story));
    }

    private static Ruling.Spend spend(Policy policy, String section) {
        return (Ruling.Spend) Rules.judge(new InForce(1, Optional.of(policy)), fresh(section));
    }

    private static Policy allowing(Allowance... allowances) {
        return GivenPolicy.of(List.of(allowances), List.of(), Set.of(), List.of(), true)
                .rules()
                .orElseThrow();
    }

    private static AccessRule rule(String section, AccessClass as) {
        return new AccessRule(
                Optional.of(section), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), as);
    }

    private static Facts fresh(String section) {
        StoryFacts story = new StoryFacts(1, AccessClass.METERED, section, List.of(), "", DAY, AGE, false, false);
        return asked(story).metered(MeterFacts.of(true, false, 0), false);
    }

    private static Facts registered() {
        Facts fresh = fresh("markets");
        ReaderFacts reader = new ReaderFacts(ReaderClass.REGISTERED, true, List.of());
        return new Facts(NOW, Outlet.PRINT, Intent.READING, reader, fresh.story(), GiftFacts.NONE, fresh.meter(), true);
    }

    private static Facts asked(StoryFacts story) {
        return new Facts(
                NOW,
                Outlet.PAGE,
                Intent.READING,
                new ReaderFacts(ReaderClass.ANONYMOUS, false, List.of()),
                story,
                GiftFacts.NONE,
                MeterFacts.NOT_ASKED,
                false);
    }
}
