package news.masthead.ops;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Decisions and their facts in plain words. */
@MessageBundle("decision")
interface DecisionMessages {

    @Message("The story was free for everybody.")
    String free();

    @Message("The story is about everybody’s safety, so no wall stood before it.")
    String safety();

    @Message("The reader makes the paper.")
    String staff();

    @Message("The reader had a subscription, or was given one.")
    String entitled();

    @Message("The reader came by a gift link.")
    String gift();

    @Message("The reader spent one of the free stories on it.")
    String spent();

    @Message("The reader had spent a free story on it before.")
    String readAgain();

    @Message("The right to show it had ended.")
    String lapsed();

    @Message("It was for subscribers, and the reader was none.")
    String premiumOnly();

    @Message("The reader’s plan did not reach back to the day of the story.")
    String notInPlan();

    @Message("The reader’s free stories were used up.")
    String meterUsedUp();

    @Message("Free stories were for readers with an account.")
    String registrationWall();

    @Message("The account’s free stories waited for its e-mail address to be confirmed.")
    String confirmEmail();

    @Message("A machine looked ahead, or a feed or preview was made: nothing was spent and nothing shown.")
    String notReading();

    @Message("The policy then in force could not be read, so nobody was let in.")
    String closed();

    @Message("rule")
    String rule();

    @Message("policy")
    String policy();

    @Message("version {number}")
    String version(long number);

    @Message("free stories spent")
    String meter();

    @Message("{before} before, {after} after")
    String beforeAndAfter(int before, int after);

    @Message("{before} before, {after} after, this story among them")
    String amongThem(int before, int after);

    @Message("not looked at")
    String notAsked();

    @Message("reader")
    String reader();

    @Message("anonymous")
    String anonymous();

    @Message("anonymous, new to us")
    String fresh();

    @Message("registered, e-mail address confirmed")
    String confirmed();

    @Message("registered, e-mail address not confirmed")
    String unconfirmed();

    @Message("subscriber: {plans}")
    String subscriber(String plans);

    @Message("of the staff")
    String ofTheStaff();

    @Message("network")
    String network();

    @Message("too many new readers from it at that time")
    String full();

    @Message("asked for as")
    String outlet();

    @Message("{outlet}, to read")
    String toRead(String outlet);

    @Message("{outlet}, by a machine that looked ahead")
    String toPeek(String outlet);

    @Message("gift link")
    String giftLink();

    @Message("opened it")
    String giftHeld();

    @Message("used up by others")
    String giftUsedUp();

    @Message("not good for this story")
    String giftInvalid();

    @Message("story")
    String story();

    @Message("{access}, section {section}, published {day}")
    String storyWords(String access, String section, String day);

    @Message("its topics")
    String topics();

    @Message("its source")
    String source();
}
