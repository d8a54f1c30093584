package news.masthead.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.masthead.access.Facts.StoryFacts;
import news.masthead.access.Policy.AccessRule;
import news.masthead.access.Policy.Allowance;
import news.masthead.access.Policy.ArchiveRight;
import news.masthead.story.AccessClass;

/** Policies and stories for tests of the rules. The story is of markets, by ins, about ports, and 10 days old. */
final class GivenPolicy {

    static final Instant NOW = Instant.parse("2026-11-26T06:00:00Z");
    static final LocalDate DAY = LocalDate.of(2026, 11, 16);
    static final long AGE = 10;

    private static final MeterWindow MONTH = new MeterWindow.CalendarMonth();

    private GivenPolicy() {}

    static InForce plain() {
        return withAllowances(3, 5);
    }

    static InForce withAllowances(int anonymous, int registered) {
        return of(allowances(anonymous, registered), List.of(), Set.of(), List.of(), true);
    }

    static InForce withRules(AccessRule... rules) {
        return of(allowances(3, 5), List.of(rules), Set.of(), List.of(), true);
    }

    static InForce withSafety(String topic) {
        return of(allowances(3, 5), List.of(), Set.of(topic), List.of(), true);
    }

    static InForce withoutConfirmation() {
        return of(allowances(3, 5), List.of(), Set.of(), List.of(), false);
    }

    /** That plan reads everything, all others from tomorrow on. */
    static InForce withArchive(String plan) {
        List<ArchiveRight> rights =
                List.of(new ArchiveRight(plan, LocalDate.of(1997, 1, 1)), new ArchiveRight("*", DAY.plusDays(1)));
        return of(allowances(3, 5), List.of(), Set.of(), rights, true);
    }

    static InForce withArchive(List<ArchiveRight> rights) {
        return of(allowances(3, 5), List.of(), Set.of(), rights, true);
    }

    static InForce of(
            List<Allowance> allowances,
            List<AccessRule> access,
            Set<String> safety,
            List<ArchiveRight> archive,
            boolean verified) {
        return new InForce(1, Optional.of(new Policy(MONTH, allowances, access, safety, archive, verified)));
    }

    static List<Allowance> allowances(int anonymous, int registered) {
        return List.of(
                new Allowance(ReaderClass.ANONYMOUS, Optional.empty(), anonymous),
                new Allowance(ReaderClass.REGISTERED, Optional.empty(), registered));
    }

    static StoryFacts story(AccessClass access) {
        return about(access, "ports");
    }

    static StoryFacts about(AccessClass access, String topic) {
        return new StoryFacts(126111600001L, access, "markets", List.of(topic), "ins", DAY, AGE, false, false);
    }

    static StoryFacts lapsed(AccessClass access) {
        return new StoryFacts(126111600001L, access, "markets", List.of("flood"), "ins", DAY, AGE, true, true);
    }
}
