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

    @Message("Withheld")
    String standingWithheld();

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
}
