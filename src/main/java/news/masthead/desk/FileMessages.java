package news.masthead.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the desk's pages about files: what came, where it ended, what was read in it, and reading it again. */
@MessageBundle("files")
interface FileMessages {

    @Message("Find files")
    String find();

    @Message("Agency")
    String agency();

    @Message("Day")
    String day();

    @Message("Find")
    String go();

    @Message("Show everything")
    String clear();

    @Message("No file came that is like this.")
    String nothingFound();

    @Message("All {count}")
    String showAll(String count);

    @Message("Accepted {count}")
    String showAccepted(String count);

    @Message("Duplicate {count}")
    String showDuplicate(String count);

    @Message("Superseded {count}")
    String showSuperseded(String count);

    @Message("Quarantined {count}")
    String showQuarantined(String count);

    @Message("Not read yet {count}")
    String showUnread(String count);

    @Message("Accepted")
    String accepted();

    @Message("Duplicate")
    String duplicate();

    @Message("Superseded")
    String superseded();

    @Message("Quarantined")
    String quarantined();

    @Message("not read yet")
    String unread();

    @Message("and {count} more")
    String more(long count);

    @Message("came {count} times, last {last}")
    String times(int count, String last);

    @Message("pushed")
    String push();

    @Message("dropped")
    String drop();

    @Message("by mail")
    String mail();

    @Message("from a feed")
    String feed();

    @Message("a file without a name")
    String nameless();

    @Message("Arrived")
    String arrived();

    @Message("Transport")
    String transport();

    @Message("Size")
    String size();

    @Message("Character set as sent")
    String charset();

    @Message("Read")
    String read();

    @Message("by build {build}")
    String byBuild(String build);

    @Message("Fingerprint")
    String fingerprint();

    @Message("What it held, and where that ended")
    String items();

    @Message("Read again")
    String readings();

    @Message("Nobody has read this file again.")
    String noReadings();

    @Message("Read it again")
    String replay();

    @Message(
            "After the program was mended. What waits takes the new reading, what is in the paper gets it as an update to decide about, and what was killed stays killed.")
    String replayHint();

    @Message("as before: {count}")
    String unchanged(long count);

    @Message("read otherwise: {count}")
    String reread(long count);

    @Message("waiting beside its story: {count}")
    String proposed(long count);

    @Message("not read before: {count}")
    String appeared(long count);

    @Message("killed, and left so: {count}")
    String kept(long count);

    @Message("still unreadable: {count}")
    String unreadable(long count);

    @Message("The file was read again. Nothing in it is other than before.")
    String doneUnchanged();

    @Message("The file was read again, and something in it is other than before.")
    String doneChanged();

    @Message("The file still cannot be read: {problem}")
    String doneUnreadable(String problem);

    @Message("As it came")
    String asItCame();

    @Message("As we read it")
    String asWeRead();

    @Message("What came, and what we read")
    String comparison();

    @Message("All {size} bytes")
    String bytes(int size);

    @Message("The first {shown} of {all} characters.")
    String cut(int shown, int all);

    @Message("This is no text. Its first bytes:")
    String binary();

    @Message("The whole file as it came")
    String rawText();

    @Message("Nothing could be read in it.")
    String nothingRead();

    @Message("none")
    String none();

    @Message("Words")
    String words();

    @Message("All versions")
    String versions();

    @Message("this one")
    String thisOne();

    @Message("version {version}")
    String version(String version);

    @Message("no version given")
    String noVersion();

    @Message("Files it came in")
    String broughtBy();

    @Message("Files that are read again")
    String order();

    @Message("All that lay in quarantine")
    String orderOfQuarantine();

    @Message("{agency}, {from} to {until}")
    String orderOf(String agency, String from, String until);

    @Message("{read} of {all} files read")
    String progress(String read, String all);

    @Message("Ordered by {who}, {when}")
    String orderedBy(String who, String when);

    @Message("Done {when}.")
    String ended(String when);

    @Message("It goes on by itself, also when you leave this page.")
    String goesOn();

    @Message("Look again")
    String lookAgain();

    @Message("Last orders")
    String latest();

    @Message("Read many files again")
    String orderMany();

    @Message("All files of an agency that came in these days are read again with the program as it is now.")
    String orderManyHint();

    @Message("First day")
    String firstDay();

    @Message("Last day")
    String lastDay();

    @Message("Choose an agency")
    String chooseAgency();

    @Message("Choose an agency.")
    String needsAgency();

    @Message("Two days as 2026-11-24, please, the first not after the last.")
    String needsDays();

    @Message("Quarantine")
    String quarantine();

    @Message("Write its story by hand")
    String byHand();

    @Message("With the agency’s credit and the words of the file to begin with.")
    String byHandHint();

    @Message("Why it is put aside")
    String why();

    @Message("Say why, so that nobody looks at it again.")
    String needsWhy();

    @Message("Hand it to the agency")
    String hand();

    @Message(
            "Nobody we know vouches for its sender. If you know which agency it is of, it is taken as that agency’s copy.")
    String handHint();

    @Message("This agency is not configured, so nobody knows what credit its story must carry.")
    String noCredit();
}
