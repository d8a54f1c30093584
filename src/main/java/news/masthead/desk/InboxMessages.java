package news.masthead.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the inbox's search. */
@MessageBundle("inbox")
interface InboxMessages {

    @Message("Find items")
    String find();

    @Message("Words")
    String words();

    @Message("in headline or slugline")
    String wordsHint();

    @Message("Agency")
    String agency();

    @Message("Section")
    String section();

    @Message("Urgency")
    String urgency();

    @Message("All agencies")
    String everyAgency();

    @Message("Nobody we can name")
    String nobody();

    @Message("All sections")
    String everySection();

    @Message("Any urgency")
    String anyUrgency();

    @Message("{urgency}, the most urgent")
    String flash(int urgency);

    @Message("Find")
    String go();

    @Message("Show everything")
    String clear();

    @Message("No item is like this. Show everything, or look among those that stand elsewhere.")
    String nothingFound();

    @Message("1 new item: show it")
    String oneNew();

    @Message("% new items: show them")
    String manyNew();

    @Message("This page cannot hear of new items at the moment. Reload it to see them.")
    String lost();

    @Message("All {count}")
    String showAll(String count);

    @Message("New {count}")
    String showNew(String count);

    @Message("Held {count}")
    String showHeld(String count);

    @Message("Quarantined {count}")
    String showQuarantined(String count);

    @Message("Published {count}")
    String showPublished(String count);

    @Message("Killed {count}")
    String showKilled(String count);

    @Message("Superseded {count}")
    String showSuperseded(String count);

    @Message("Put aside {count}")
    String showIgnored(String count);

    @Message("Read all of these again")
    String replayAll();

    @Message(
            "Nobody could read these files. After the program was mended, have it read all of them once more; nothing is published by that.")
    String replayAllHint();
}
