package news.masthead.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import news.masthead.access.Facts;
import news.masthead.access.Intent;
import news.masthead.access.Outcome;
import news.masthead.access.Trace;
import news.masthead.ops.DecisionsPage.Fact;

/** Says a decision and its facts in plain words. */
@ApplicationScoped
class DecisionWords {

    @Inject
    DecisionMessages messages;

    String verdict(Outcome outcome) {
        return switch (outcome) {
            case FREE -> messages.free();
            case SAFETY -> messages.safety();
            case STAFF -> messages.staff();
            case ENTITLED -> messages.entitled();
            case GIFT -> messages.gift();
            case SPENT -> messages.spent();
            case READ_AGAIN -> messages.readAgain();
            case LAPSED -> messages.lapsed();
            case PREMIUM_ONLY -> messages.premiumOnly();
            case NOT_IN_PLAN -> messages.notInPlan();
            case METER_USED_UP -> messages.meterUsedUp();
            case REGISTRATION_WALL -> messages.registrationWall();
            case CONFIRM_EMAIL -> messages.confirmEmail();
            case NOT_READING -> messages.notReading();
            case CLOSED -> messages.closed();
        };
    }

    /** Whether the reader got the story. */
    static boolean isRead(Outcome outcome) {
        return switch (outcome) {
            case FREE, SAFETY, STAFF, ENTITLED, GIFT, SPENT, READ_AGAIN -> true;
            case LAPSED,
                    PREMIUM_ONLY,
                    NOT_IN_PLAN,
                    METER_USED_UP,
                    REGISTRATION_WALL,
                    CONFIRM_EMAIL,
                    NOT_READING,
                    CLOSED -> false;
        };
    }

    List<Fact> facts(Trace trace) {
        Facts facts = trace.facts();
        List<Fact> words = new ArrayList<>();
        words.add(new Fact(messages.rule(), trace.rule()));
        words.add(new Fact(messages.policy(), messages.version(trace.policyVersion())));
        words.add(new Fact(messages.reader(), reader(facts)));
        words.add(new Fact(messages.meter(), meter(facts.meter(), trace.usedAfter())));
        words.add(new Fact(messages.story(), story(facts.story())));
        if (!facts.story().topics().isEmpty()) {
            words.add(
                    new Fact(messages.topics(), String.join(", ", facts.story().topics())));
        }
        if (!facts.story().source().isEmpty()) {
            words.add(new Fact(messages.source(), facts.story().source()));
        }
        words.add(new Fact(messages.outlet(), outlet(facts)));
        if (facts.networkFull()) {
            words.add(new Fact(messages.network(), messages.full()));
        }
        gift(facts.gift(), words);
        return words;
    }

    private String reader(Facts facts) {
        return switch (facts.reader().kind()) {
            case ANONYMOUS -> facts.meter().minted() ? messages.fresh() : messages.anonymous();
            case REGISTERED -> facts.reader().verified() ? messages.confirmed() : messages.unconfirmed();
            case SUBSCRIBER ->
                messages.subscriber(String.join(", ", facts.reader().plans()));
            case STAFF -> messages.ofTheStaff();
        };
    }

    private String meter(Facts.MeterFacts meter, int after) {
        if (!meter.asked()) {
            return messages.notAsked();
        }
        return meter.holds() ? messages.amongThem(meter.used(), after) : messages.beforeAndAfter(meter.used(), after);
    }

    private String story(Facts.StoryFacts story) {
        return messages.storyWords(
                lower(story.access()), story.section(), story.day().toString());
    }

    private String outlet(Facts facts) {
        return facts.intent() == Intent.READING
                ? messages.toRead(lower(facts.outlet()))
                : messages.toPeek(lower(facts.outlet()));
    }

    private void gift(Facts.GiftFacts gift, List<Fact> words) {
        String words2 = switch (gift) {
            case NONE, NOT_ASKED -> "";
            case HELD -> messages.giftHeld();
            case USED_UP -> messages.giftUsedUp();
            case INVALID -> messages.giftInvalid();
        };
        if (!words2.isEmpty()) {
            words.add(new Fact(messages.giftLink(), words2));
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
