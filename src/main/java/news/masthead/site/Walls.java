package news.masthead.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import news.masthead.access.Gate;
import news.masthead.access.MeterWindow;
import news.masthead.access.Reason;
import news.masthead.access.Sentences;
import news.masthead.subscription.Plan;
import news.masthead.subscription.PriceTable;
import news.masthead.values.Dates;
import news.masthead.values.Publication;
import news.masthead.web.Links;
import news.masthead.web.Viewer;

/** What a wall says and offers: the same to all readers of a kind. */
@ApplicationScoped
class Walls {

    @Inject
    Gate gate;

    @Inject
    Sentences sentences;

    @Inject
    PriceTable prices;

    @Inject
    Publication publication;

    @Inject
    Dates dates;

    @Inject
    Clock clock;

    WallPage.Wall of(Variant.Wall wall, String path) {
        Reason reason = wall.reason();
        boolean anonymous = wall.viewer() == Viewer.ANONYMOUS;
        return new WallPage.Wall(
                kind(reason),
                sentences.of(reason),
                wall.invalidGift() ? sentences.ofInvalidGift() : "",
                resets(reason),
                prices.plans().stream().map(plan -> offer(plan, path)).toList(),
                Links.subscribe(path),
                anonymous ? Links.login(path) : "",
                anonymous && accountHelps(reason) ? Links.signUp(path) : "",
                reason instanceof Reason.ConfirmEmail ? Links.confirmEmail(path) : "",
                gate.registeredAllowance());
    }

    private static WallPage.Kind kind(Reason reason) {
        return switch (reason) {
            case Reason.PremiumOnly premium -> WallPage.Kind.PREMIUM;
            case Reason.NotInPlan plan -> WallPage.Kind.PREMIUM;
            case Reason.RegistrationWall wall -> WallPage.Kind.REGISTRATION;
            case Reason.ConfirmEmail confirm -> WallPage.Kind.CONFIRM_EMAIL;
            case Reason.MeterUsedUp usedUp -> WallPage.Kind.METER;
            case Reason.NotReading peek -> WallPage.Kind.METER;
            case Reason.Closed closed -> WallPage.Kind.CLOSED;
            case Reason.Lapsed lapsed -> WallPage.Kind.CLOSED;
        };
    }

    private boolean accountHelps(Reason reason) {
        return switch (reason) {
            case Reason.RegistrationWall wall -> true;
            case Reason.MeterUsedUp usedUp -> gate.registeredAllowance() > usedUp.limit();
            case Reason.NotReading peek -> gate.registeredAllowance() > peek.limit();
            case Reason.PremiumOnly premium -> false;
            case Reason.NotInPlan plan -> false;
            case Reason.ConfirmEmail confirm -> false;
            case Reason.Closed closed -> false;
            case Reason.Lapsed lapsed -> false;
        };
    }

    /** The day of a calendar window's end; a rolling one ends for each reader at another time, which no shared page can say. */
    private String resets(Reason reason) {
        return switch (reason) {
            case Reason.MeterUsedUp usedUp -> end(usedUp.window());
            case Reason.NotReading peek -> end(peek.window());
            case Reason.PremiumOnly premium -> "";
            case Reason.NotInPlan plan -> "";
            case Reason.RegistrationWall wall -> "";
            case Reason.ConfirmEmail confirm -> "";
            case Reason.Closed closed -> "";
            case Reason.Lapsed lapsed -> "";
        };
    }

    private String end(MeterWindow window) {
        return window.end(clock.instant(), publication.zone()).map(dates::day).orElse("");
    }

    private static WallPage.Offer offer(Plan plan, String path) {
        return new WallPage.Offer(
                plan.name(),
                plan.price().toString(),
                "for " + plan.term(),
                plan.perMonth().toString(),
                Links.subscribe(path));
    }
}
