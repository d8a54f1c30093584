package news.masthead.access;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import io.quarkus.qute.i18n.MessageParam;

/** What the gate says to readers. */
@MessageBundle("gate")
interface GateMessages {

    @Message("This story is for subscribers.")
    String forSubscribers();

    @Message(
            "This story is for subscribers. The gift link that brought you here has been opened by as many readers as it was for.")
    String giftAndForSubscribers();

    @Message("Your plan does not reach back to the day of this story.")
    String notInPlan();

    @Message("You've reached your limit of {free_limit} free articles this month.")
    String limitOfMonth(@MessageParam("free_limit") int freeLimit);

    @Message("You've reached your limit of {free_limit} free articles in {days} days.")
    String limitOfDays(@MessageParam("free_limit") int freeLimit, int days);

    @Message("The gift link that brought you here has been opened by as many readers as it was for.")
    String giftUsedUp();

    @Message("The gift link that brought you here does not open: its time is over, or part of it was lost on the way.")
    String giftInvalid();

    @Message("A subscriber gave you this story. It costs none of your free articles.")
    String gift();

    @Message("Sign up free to read this story.")
    String signUpToRead();

    @Message("Confirm your e-mail address to read this story free.")
    String confirmEmail();

    @Message("This story cannot be opened at the moment. We are looking into it.")
    String closed();

    @Message("Our licence for this text has ended, so only its headline is left.")
    String lapsed();

    @Message("{left} of {limit} free articles left this month.")
    String leftOfMonth(int left, int limit);

    @Message("{left} of {limit} free articles left of these {days} days.")
    String leftOfDays(int left, int limit, int days);
}
