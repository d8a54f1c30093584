package news.masthead.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the desk. */
@MessageBundle("desk")
interface DeskMessages {

    @Message("Desk")
    String desk();

    @Message("Desk pages")
    String tabs();

    @Message("To the site")
    String toSite();

    @Message("Log out")
    String logOut();

    @Message("Keys: your browser’s access-key combination (Alt, or Alt and Shift) with the letter beside each command.")
    String keys();

    @Message("Inbox")
    String inbox();

    @Message("Arrivals")
    String arrivals();

    @Message("Show")
    String filters();

    @Message("Nothing here. What the agencies send appears in this list.")
    String inboxEmpty();

    @Message("Urgency {urgency}")
    String urgency(int urgency);

    @Message("New")
    String standingNew();

    @Message("Published")
    String standingPublished();

    @Message("Held")
    String standingHeld();

    @Message("Quarantined")
    String standingQuarantined();

    @Message("Killed")
    String standingKilled();

    @Message("Put aside")
    String standingIgnored();

    @Message("Superseded")
    String standingSuperseded();

    @Message("Newer")
    String newer();

    @Message("Older")
    String older();

    @Message("Pages")
    String pages();

    @Message("Neighbours in the list")
    String neighbours();

    @Message("Note to editors")
    String edNote();

    @Message("Embargoed until")
    String embargo();

    @Message("Agency")
    String agency();

    @Message("Credit line")
    String credit();

    @Message("Disclaimer")
    String disclaimer();

    @Message("Slugline")
    String slugline();

    @Message("Received")
    String received();

    @Message("Filed")
    String created();

    @Message("Identity")
    String guid();

    @Message("version {version}")
    String version(String version);

    @Message("Copy")
    String copy();

    @Message("This file could not be read as a story.")
    String noCopy();

    @Message("Open the story made of it")
    String toStory();

    @Message("Publish the update")
    String publishUpdate();

    @Message("Put aside")
    String putAside();

    @Message("(no headline)")
    String noHeadline();

    @Message("Publish")
    String publish();

    @Message("Correct")
    String correct();

    @Message("Publish the correction")
    String publishCorrection();

    @Message("Headline")
    String headline();

    @Message("Teaser")
    String teaser();

    @Message("Everybody can read it, also in front of the wall.")
    String teaserHint();

    @Message("Text (HTML)")
    String body();

    @Message("Section")
    String section();

    @Message("Choose a section")
    String chooseSection();

    @Message("Access")
    String access();

    @Message("Free")
    String accessFree();

    @Message("open to everybody")
    String accessFreeHint();

    @Message("Metered")
    String accessMetered();

    @Message("counts towards the free articles")
    String accessMeteredHint();

    @Message("Premium")
    String accessPremium();

    @Message("for subscribers only")
    String accessPremiumHint();

    @Message("Free paragraphs")
    String freeParagraphs();

    @Message("How many stand in front of the wall.")
    String freeParagraphsHint();

    @Message("Topics")
    String topics();

    @Message("Correction note")
    String note();

    @Message("Readers see it on the story, with the time. Say what was wrong and what is right.")
    String noteHint();

    @Message("Stories")
    String stories();

    @Message("No story is published yet.")
    String storiesEmpty();

    @Message("corrected")
    String corrected();

    @Message("See it as readers do")
    String toPublic();

    @Message("Kill this story")
    String kill();

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

    @Message("Withheld")
    String standingWithheld();

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

    @Message("History")
    String history();

    @Message("Write a story")
    String write();

    @Message("Authors")
    String authors();

    @Message("Dateline")
    String dateline();

    @Message("Place of writing, for example New Delhi. It opens the first paragraph.")
    String datelineHint();

    @Message("First published")
    String firstPublished();

    @Message("Only for a story of the archive: its day in the past. Empty means now.")
    String firstPublishedHint();

    @Message("Picture")
    String picture();

    @Message("PNG, JPEG or WebP.")
    String pictureHint();

    @Message("What a reader who cannot see the picture needs to know")
    String pictureAlt();

    @Message("Caption")
    String pictureCaption();

    @Message("Picture credit")
    String pictureCredit();

    @Message("The story is published.")
    String donePublished();

    @Message("The correction is published.")
    String doneCorrected();

    @Message("The story is killed. Its text is gone from every page.")
    String doneKilled();

    @Message("Please put right what is marked below. Nothing was published.")
    String notPublished();

    @Message("A story needs a headline.")
    String needsHeadline();

    @Message("The story needs a text.")
    String needsBody();

    @Message("A day in the past, as 1997-03-02, please.")
    String needsPastDay();

    @Message("A picture needs a description.")
    String needsPictureAlt();

    @Message("Choose who may read it.")
    String needsAccess();

    @Message("Choose the section it belongs to.")
    String needsSection();

    @Message("A whole number from 1 to 20, please.")
    String needsFreeParagraphs();

    @Message("A notice is needed: it stands at the story’s address.")
    String needsNotice();

    @Message("A reason is needed for the record.")
    String needsReason();

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
}
