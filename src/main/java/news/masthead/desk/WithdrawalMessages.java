package news.masthead.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words around stories that leave the paper, for good or for a time. */
@MessageBundle("withdrawal")
interface WithdrawalMessages {

    @Message("The text leaves every page at once and cannot be published again. This notice stays at its address.")
    String killWords();

    @Message("Notice to readers")
    String killNotice();

    @Message("Reason, kept on the desk")
    String killReason();

    @Message("Kill it now")
    String killNow();

    @Message("This story is killed. Nothing can be changed any more.")
    String killedWords();

    @Message("Withhold this story")
    String withhold();

    @Message(
            "The text leaves every page at once and comes back, as it was, when somebody releases it. This notice stays at its address until then.")
    String withholdWords();

    @Message("What readers find meanwhile")
    String withholdNotice();

    @Message("The doubt, for the desk’s record")
    String withholdReason();

    @Message("Withhold it now")
    String withholdNow();

    @Message("This story is withheld. Readers find only a notice.")
    String withheldWords();

    @Message("Release this story")
    String release();

    @Message("It comes back into the paper word for word.")
    String releaseWords();

    @Message(
            "The agency withheld it. Somebody has to ask for its release, and then a chief editor who is another person has to agree.")
    String releaseOfAgency();

    @Message("Why it may be used again")
    String releaseReason();

    @Message("Ask for its release")
    String releaseAsk();

    @Message("{name} asks for its release: {reason}")
    String releaseWish(String name, String reason);

    @Message("Release it now")
    String releaseNow();

    @Message("Let it be used")
    String lift();

    @Message("Only when the agency has said so. It waits for an editor again, and is not published by this.")
    String liftHint();

    @Message("Gone from")
    String receipts();

    @Message("The order came")
    String receiptsSince();

    @Message("What readers see")
    String receiptSurface();

    @Message("Node")
    String receiptNode();

    @Message("Receipt")
    String receipt();

    @Message("{seconds} s after the order")
    String receiptAfter(String seconds);

    @Message("Awaited")
    String receiptAwaited();

    @Message("Missing. The node was last seen {at}")
    String receiptMissing(String at);

    @Message("No node of the site was running.")
    String receiptsNone();

    @Message("The story is withheld. Its text is gone from every page until it is released.")
    String doneWithheld();

    @Message("The release is asked for. A chief editor who is not you has to agree.")
    String doneReleaseAsked();

    @Message("The story is back in the paper.")
    String doneReleased();
}
