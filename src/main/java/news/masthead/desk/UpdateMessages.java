package news.masthead.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the desk for updates of stories, and for items that wait for their agency's word. */
@MessageBundle("updates")
interface UpdateMessages {

    @Message("Update of a story in the paper")
    String updateTitle();

    @Message(
            "Staff changed this story. Nothing of theirs is overwritten: choose what to take of the update. What staff did not touch is chosen already.")
    String updateEdited();

    @Message("Nobody changed the agency’s words in this story. One click takes the whole update.")
    String updateUntouched();

    @Message("Headline of the update:")
    String updateHeadline();

    @Message("The story keeps its own headline, teaser, address, section and access.")
    String updateKeeps();

    @Message("The agency before")
    String updateBefore();

    @Message("In the paper, edited by staff")
    String updateOurs();

    @Message("In the paper")
    String updatePaper();

    @Message("The update")
    String updateWire();

    @Message("Nothing here.")
    String updateNothing();

    @Message(
            "The agency calls this a correction. Readers see this note with the time; leave it empty only if nothing was wrong in the paper.")
    String updateCorrection();

    @Message("This update can be taken no more.")
    String updateOver();

    @Message("Take change {number}")
    String takeParagraph(int number);

    @Message("Take what is chosen")
    String takeChosen();

    @Message("Take all")
    String takeAll();

    @Message("Ignore the update")
    String takeNothing();

    @Message("To the wire item")
    String toItem();

    @Message("The agency’s word")
    String leave();

    @Message("Who at the agency said that it may be used, and what did they say?")
    String leaveWord();

    @Message("It is kept with your name. The item can then be published.")
    String leaveHint();

    @Message("Let it go")
    String letGo();

    @Message("Let go by {editor}: {word}")
    String wasLetGo(String editor, String word);
}
