package news.masthead.ops;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the way from the wall to a subscription. */
@MessageBundle("funnel")
interface FunnelMessages {

    @Message("From the wall to a subscription")
    String funnel();

    @Message(
            "The last {days} days, in numbers of nobody: how often a wall was shown to somebody who wanted to read, and how often the way from there led on. By story, fewer than {least} are not told, so that no count can be laid beside a name.")
    String funnelWords(int days, int least);

    @Message("No wall has been shown in these days, and nobody has looked at the plans.")
    String noSteps();

    @Message("Walls shown")
    String walls();

    @Message("Plans looked at")
    String plansSeen();

    @Message("Payment pages opened")
    String checkouts();

    @Message("Paid")
    String paid();

    @Message("{percent}% of the step before")
    String ofTheStepBefore(String percent);

    @Message("By section")
    String funnelSections();

    @Message("By story, the {count} that sold most")
    String funnelStories(int count);

    @Message("Section")
    String section();

    @Message("Story")
    String story();

    @Message("No story")
    String noStory();

    @Message("under {least}")
    String under(int least);
}
