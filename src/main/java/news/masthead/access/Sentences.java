package news.masthead.access;

import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;

/** The sentence that a reader sees for a decision. HTML is escaped where a page wants it to be. */
@ApplicationScoped
public class Sentences {

    private final GateMessages messages = MessageBundles.get(GateMessages.class);

    /** Why a story stops where it does. */
    public String of(Reason reason) {
        return switch (reason) {
            case Reason.PremiumOnly premium ->
                premium.giftUsedUp() ? messages.giftAndForSubscribers() : messages.forSubscribers();
            case Reason.NotInPlan plan -> messages.notInPlan();
            case Reason.MeterUsedUp usedUp ->
                usedUp.giftUsedUp()
                        ? messages.giftUsedUp() + " " + limit(usedUp.limit(), usedUp.window())
                        : limit(usedUp.limit(), usedUp.window());
            case Reason.NotReading peek -> limit(peek.limit(), peek.window());
            case Reason.RegistrationWall wall -> messages.signUpToRead();
            case Reason.ConfirmEmail confirm -> messages.confirmEmail();
            case Reason.Closed closed -> messages.closed();
            case Reason.Lapsed lapsed -> messages.lapsed();
        };
    }

    /** What a story cost that was given. */
    public String ofGift() {
        return messages.gift();
    }

    /** Why a gift link is of no use; beside the reason for which the story stops. */
    public String ofInvalidGift() {
        return messages.giftInvalid();
    }

    /** How many free stories are left, this one already counted. */
    public String left(Granted.Metered metered) {
        return switch (metered.window()) {
            case MeterWindow.CalendarMonth month -> messages.leftOfMonth(metered.left(), metered.limit());
            case MeterWindow.RollingDays rolling ->
                messages.leftOfDays(metered.left(), metered.limit(), rolling.days());
        };
    }

    private String limit(int limit, MeterWindow window) {
        return switch (window) {
            case MeterWindow.CalendarMonth month -> messages.limitOfMonth(limit);
            case MeterWindow.RollingDays rolling -> messages.limitOfDays(limit, rolling.days());
        };
    }
}
