package news.masthead.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import news.masthead.access.Facts.GiftFacts;
import news.masthead.access.Facts.MeterFacts;
import news.masthead.access.Facts.ReaderFacts;
import news.masthead.access.Facts.StoryFacts;
import news.masthead.identity.Reader;
import news.masthead.story.AccessClass;
import news.masthead.story.Story;
import news.masthead.subscription.Entitlements;
import news.masthead.subscription.Funnel;
import news.masthead.values.Publication;

/** Decides who reads what. Every outlet that shows a story asks it, and nobody else may open a body. */
@ApplicationScoped
public class Gate {

    @Inject
    Bodies bodies;

    @Inject
    Entitlements entitlements;

    @Inject
    PolicyBook policies;

    @Inject
    MeterBook meters;

    @Inject
    DecisionLog log;

    @Inject
    NetworkBudget networks;

    @Inject
    Gifts gifts;

    @Inject
    Funnel funnel;

    @Inject
    Publication publication;

    @Inject
    Clock clock;

    /**
     * One decision. A spend is durable before this returns; a second decision on the same story in the same window costs nothing.
     *
     * @param story published
     */
    public Decision decide(Asking asking, Story story) {
        Instant now = clock.instant();
        Decision decision = new Question(asking, story, policies.at(now)).answer(factsOf(asking, story, now));
        log.note(asking.reader(), decision.trace());
        if (decision instanceof Withheld withheld && isWall(asking, withheld.reason())) {
            funnel.wall(story.section, story.id);
        }
        return decision;
    }

    /** Whether a person who wants to read is shown what a subscription would change. */
    private static boolean isWall(Asking asking, Reason reason) {
        boolean isReading = asking.outlet() == Outlet.PAGE && asking.intent() == Intent.READING;
        return isReading && !(reason instanceof Reason.Lapsed) && !(reason instanceof Reason.NotReading);
    }

    /** The class of a story under the policy in force; what cannot be told is premium. */
    public AccessClass accessOf(Story story) {
        Instant now = clock.instant();
        return policies.at(now)
                .rules()
                .map(policy -> policy.accessOf(factsOf(story, now)))
                .orElse(AccessClass.PREMIUM);
    }

    /** How many free stories this reader has left in sections without an allowance of their own, without spending one. */
    public Granted.Metered allowance(Reader reader) {
        Instant now = clock.instant();
        ReaderClass kind = reader instanceof Reader.Anonymous ? ReaderClass.ANONYMOUS : ReaderClass.REGISTERED;
        Meter meter = generalMeter(kind);
        int used = meters.spends(reader, meter, now).used();
        return new Granted.Metered(Math.max(0, meter.limit() - used), meter.limit(), meter.window());
    }

    /** How many free stories logging in gives. */
    public int registeredAllowance() {
        return generalMeter(ReaderClass.REGISTERED).limit();
    }

    private Meter generalMeter(ReaderClass kind) {
        return policies.at(clock.instant())
                .rules()
                .map(policy -> policy.meter(kind, ""))
                .orElseGet(() -> Meter.closed());
    }

    private Facts factsOf(Asking asking, Story story, Instant now) {
        return new Facts(
                now,
                asking.outlet(),
                asking.intent(),
                factsOf(asking.reader(), now),
                factsOf(story, now),
                asking.gift().isPresent() ? GiftFacts.NOT_ASKED : GiftFacts.NONE,
                MeterFacts.NOT_ASKED,
                false);
    }

    private ReaderFacts factsOf(Reader reader, Instant now) {
        return switch (reader) {
            case Reader.Anonymous anonymous -> new ReaderFacts(ReaderClass.ANONYMOUS, false, List.of());
            case Reader.Registered staff when staff.isStaff() -> new ReaderFacts(ReaderClass.STAFF, true, List.of());
            case Reader.Registered registered -> {
                List<String> plans = entitlements.plans(registered.account(), now);
                ReaderClass kind = plans.isEmpty() ? ReaderClass.REGISTERED : ReaderClass.SUBSCRIBER;
                yield new ReaderFacts(kind, registered.verified(), plans);
            }
        };
    }

    private StoryFacts factsOf(Story story, Instant now) {
        return StoryFacts.of(story, now, publication.zone());
    }

    /** One reader's question about one story, asked until the rules lack nothing. */
    private final class Question {

        private final Asking asking;
        private final Story story;
        private final InForce policy;

        Question(Asking asking, Story story, InForce policy) {
            this.asking = asking;
            this.story = story;
            this.policy = policy;
        }

        Decision answer(Facts facts) {
            return switch (Rules.judge(policy, facts)) {
                case Ruling.Open open ->
                    granted(
                            open.ground(),
                            trace(
                                    facts,
                                    open.rule(),
                                    Outcome.of(open.ground()),
                                    facts.meter().used()));
                case Ruling.Shut shut ->
                    new Withheld(
                            shut.reason(),
                            trace(
                                    facts,
                                    shut.rule(),
                                    Outcome.of(shut.reason()),
                                    facts.meter().used()));
                case Ruling.AskGift gift -> answer(facts.given(gift()));
                case Ruling.AskMeter ask ->
                    answer(facts.metered(
                            seen(meters.spends(asking.reader(), ask.meter(), facts.at())), networkIsFull()));
                case Ruling.Spend spend -> spend(spend, facts);
            };
        }

        private GiftFacts gift() {
            Intent intent = asking.outlet().spends() ? asking.intent() : Intent.PEEKING;
            return gifts.of(asking.reader(), story, asking.gift().orElseThrow(), intent);
        }

        /** Another tab may have been quicker: then it is judged once more by what that one left. */
        private Decision spend(Ruling.Spend spend, Facts facts) {
            Meter meter = spend.meter();
            if (facts.meter().minted() && !takesFromNetwork()) {
                return answer(facts.metered(facts.meter(), true));
            }
            MeterBook.Spends after = meters.spend(asking.reader(), facts.story(), meter, facts.at());
            if (!after.fresh()) {
                return answer(facts.metered(seen(after), facts.networkFull()));
            }
            MeterFacts before = MeterFacts.of(facts.meter().minted(), false, after.used() - 1);
            return granted(
                    new Granted.Metered(Math.max(0, meter.limit() - after.used()), meter.limit(), meter.window()),
                    trace(facts.metered(before, facts.networkFull()), spend.rule(), Outcome.SPENT, after.used()));
        }

        private MeterFacts seen(MeterBook.Spends spends) {
            return MeterFacts.of(isMinted(), spends.hold(story.id), spends.used());
        }

        private boolean isMinted() {
            return asking.reader() instanceof Reader.Anonymous anonymous && !anonymous.met();
        }

        private boolean networkIsFull() {
            return isMinted() && asking.from().map(networks::isFull).orElse(false);
        }

        private boolean takesFromNetwork() {
            return asking.from().map(networks::mint).orElse(true);
        }

        private Trace trace(Facts facts, String rule, Outcome outcome, int usedAfter) {
            return new Trace(facts, policy.version(), rule, outcome, usedAfter);
        }

        private Granted granted(Granted.Ground ground, Trace trace) {
            return new Granted(ground, trace, () -> bodies.of(story.id));
        }
    }
}
