package news.masthead.access;

import news.masthead.access.Facts.GiftFacts;
import news.masthead.access.Facts.StoryFacts;
import news.masthead.story.AccessClass;

/** The decision function: the same facts under the same policy always get the same ruling, and nothing else is looked at. */
final class Rules {

    private final Policy policy;
    private final Facts facts;

    private Rules(Policy policy, Facts facts) {
        this.policy = policy;
        this.facts = facts;
    }

    /** What the policy says of these facts, or which fact it still needs. */
    static Ruling judge(InForce inForce, Facts facts) {
        if (facts.story().lapsed()) {
            return new Ruling.Shut(new Reason.Lapsed(), "the licence");
        }
        if (facts.reader().kind() == ReaderClass.STAFF) {
            return new Ruling.Open(new Granted.Staff(), "staff");
        }
        return inForce.rules()
                .map(policy -> new Rules(policy, facts).byClass())
                .orElseGet(() -> new Ruling.Shut(new Reason.Closed(), "no policy that can be read"));
    }

    private Ruling byClass() {
        StoryFacts story = facts.story();
        if (policy.isForSafety(story)) {
            return new Ruling.Open(new Granted.Safety(), "public safety");
        }
        if (story.paid()) {
            return new Ruling.Open(new Granted.Free(), "paid release");
        }
        Policy.Ruled ruled = policy.ruled(story);
        if (ruled.as() == AccessClass.FREE) {
            return new Ruling.Open(new Granted.Free(), ruled.rule());
        }
        if (isSubscriber() && policy.reaches(facts.reader().plans(), story.day())) {
            return new Ruling.Open(new Granted.Entitled(), "entitlement");
        }
        return byGift(ruled);
    }

    private Ruling byGift(Policy.Ruled ruled) {
        return switch (facts.gift()) {
            case NOT_ASKED -> new Ruling.AskGift();
            case HELD -> new Ruling.Open(new Granted.Gift(), "gift");
            case NONE, USED_UP, INVALID ->
                ruled.as() == AccessClass.PREMIUM
                        ? new Ruling.Shut(premium(), ruled.rule())
                        : byMeter(policy.meter(meterClass(facts), facts.story().section()));
        };
    }

    private Reason premium() {
        return isSubscriber() ? new Reason.NotInPlan() : new Reason.PremiumOnly(giftIsUsedUp());
    }

    private Ruling byMeter(Meter meter) {
        if (!facts.meter().asked()) {
            return new Ruling.AskMeter(meter);
        }
        if (facts.meter().holds()) {
            int left = Math.max(0, meter.limit() - facts.meter().used());
            return new Ruling.Open(new Granted.Metered(left, meter.limit(), meter.window()), rule(meter));
        }
        if (facts.meter().used() >= meter.limit()) {
            return new Ruling.Shut(spent(meter), rule(meter));
        }
        return facts.intent() == Intent.PEEKING || !facts.outlet().spends()
                ? new Ruling.Shut(new Reason.NotReading(meter.limit(), meter.window()), rule(meter))
                : toSpend(meter);
    }

    /** One that would be read, if the reader may begin to. */
    private Ruling toSpend(Meter meter) {
        if (isAnonymous() && facts.meter().minted() && facts.networkFull()) {
            return new Ruling.Shut(new Reason.RegistrationWall(), "network budget");
        }
        if (!isAnonymous() && policy.verifiedEmail() && !facts.reader().verified()) {
            return new Ruling.Shut(new Reason.ConfirmEmail(), "confirmed e-mail");
        }
        return new Ruling.Spend(meter, rule(meter));
    }

    /** Where nobody reads without an account, the wall asks for one, and not for money. */
    private Reason spent(Meter meter) {
        boolean accountHelps = isAnonymous()
                && meter.limit() == 0
                && policy.meter(ReaderClass.REGISTERED, facts.story().section()).limit() > 0;
        return accountHelps
                ? new Reason.RegistrationWall()
                : new Reason.MeterUsedUp(meter.limit(), meter.window(), giftIsUsedUp());
    }

    private boolean giftIsUsedUp() {
        return facts.gift() == GiftFacts.USED_UP;
    }

    private boolean isAnonymous() {
        return facts.reader().kind() == ReaderClass.ANONYMOUS;
    }

    private boolean isSubscriber() {
        return facts.reader().kind() == ReaderClass.SUBSCRIBER;
    }

    /** A subscriber whose plan does not reach a story has no fewer free ones than somebody who pays nothing. */
    static ReaderClass meterClass(Facts facts) {
        ReaderClass kind = facts.reader().kind();
        return kind == ReaderClass.SUBSCRIBER ? ReaderClass.REGISTERED : kind;
    }

    private String rule(Meter meter) {
        String who = meterClass(facts) == ReaderClass.ANONYMOUS ? "anonymous" : "registered";
        return "allowance " + who + (meter.only() ? " " + facts.story().section() : "");
    }
}
