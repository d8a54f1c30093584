package news.masthead.access;

import java.util.Optional;
import java.util.function.Function;
import news.masthead.access.Facts.GiftFacts;
import news.masthead.access.Facts.MeterFacts;

/**
 * A pseudonym whose decisions are made again under other rules, in the order in which they were made. The meter goes on from what is on record:
 * spends that no decision tells of (brought along at a log-in, or lost with a crash) count in both.
 */
final class PastReader {

    private final Function<Trace, InForce> rules;
    private final SpendHistory recorded = new SpendHistory();
    private final SpendHistory again = new SpendHistory();
    private int broughtAlong;

    /** @param rules which policy each decision is made under again */
    PastReader(Function<Trace, InForce> rules) {
        this.rules = rules;
    }

    /** What comes out now. */
    Outcome decide(Trace trace, InForce then) {
        Facts facts = trace.facts();
        Optional<Meter> meter = meterOf(facts, then);
        meter.ifPresent(asked -> broughtAlong = facts.meter().used() - recorded.used(asked, facts.at()));
        Outcome outcome = judged(trace, facts.metered(MeterFacts.NOT_ASKED, false), meter);
        if (trace.outcome() == Outcome.SPENT) {
            recorded.add(facts);
        }
        if (outcome == Outcome.SPENT) {
            again.add(facts);
        }
        return outcome;
    }

    /** The meter that was looked at; none where none was. */
    private static Optional<Meter> meterOf(Facts facts, InForce then) {
        return facts.meter().asked()
                ? then.rules()
                        .map(policy -> policy.meter(
                                Rules.meterClass(facts), facts.story().section()))
                : Optional.empty();
    }

    private Outcome judged(Trace trace, Facts facts, Optional<Meter> before) {
        return switch (Rules.judge(rules.apply(trace), facts)) {
            case Ruling.Open open -> Outcome.of(open.ground());
            case Ruling.Shut shut -> Outcome.of(shut.reason());
            case Ruling.Spend spend -> Outcome.SPENT;
            case Ruling.AskGift gift -> judged(trace, facts.given(GiftFacts.INVALID), before);
            case Ruling.AskMeter ask ->
                judged(
                        trace,
                        facts.metered(
                                meter(trace.facts(), ask.meter(), before),
                                trace.facts().networkFull()),
                        before);
        };
    }

    private MeterFacts meter(Facts was, Meter meter, Optional<Meter> before) {
        long story = was.story().id();
        boolean would = again.holds(story, meter, was.at());
        boolean did = before.isPresent() && recorded.holds(story, before.get(), was.at());
        boolean holds = before.isPresent() && would == did ? was.meter().holds() : would;
        int used = Math.max(0, again.used(meter, was.at()) + broughtAlong);
        return MeterFacts.of(was.meter().minted(), holds, used);
    }
}
