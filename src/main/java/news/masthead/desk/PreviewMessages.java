package news.masthead.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page that shows what a policy would do, and of a policy told in sentences. */
@MessageBundle("preview")
interface PreviewMessages {

    @Message("What this policy would do")
    String title();

    @Message("Nothing is saved yet.")
    String notYet();

    @Message("While you wrote, {editor} made version {version}. Yours would come after it and take its place.")
    String meanwhile(String editor, long version);

    @Message("Rules")
    String rules();

    @Message("Now")
    String now();

    @Message("Then")
    String then();

    @Message("The newest stories")
    String stories();

    @Message("No story would have another class, and nobody would meet another answer.")
    String noStoryChanges();

    @Message("{changed} of the newest {count} would change.")
    String storiesChange(int changed, int count);

    @Message("Story")
    String story();

    @Message("Class")
    String accessClass();

    @Message("No account")
    String anonymous();

    @Message("Account")
    String registered();

    @Message("Subscriber")
    String subscriber();

    @Message("reads")
    String reads();

    @Message("reads, free for safety")
    String readsSafety();

    @Message("reads, costs a free story")
    String readsMetered();

    @Message("is asked to subscribe")
    String asksSubscribe();

    @Message("is asked to log in")
    String asksLogin();

    @Message("is asked to confirm the e-mail address")
    String asksConfirm();

    @Message("plan does not reach back")
    String notInPlan();

    @Message("nothing left to show")
    String lapsed();

    @Message("closed")
    String closed();

    @Message("{plan}: {answer}")
    String ofPlan(String plan, String answer);

    @Message("Last month and this month again")
    String replay();

    @Message(
            "Since {moment}: {decisions} openings of stories, {readers} pseudonyms of readers, each good for a month. All are decided again under the new rules, each meter counted anew. Who brings no cookie and takes none is on no record.")
    String replayWords(String decisions, String readers, String moment);

    @Message("To answer soon, every {share}th reader was looked at.")
    String sampled(int share);

    @Message("{decisions} were kept by another release and are left out.")
    String leftOut(String decisions);

    @Message("Nothing is on record that could be decided again.")
    String noReplay();

    @Message("Check: {same} of {all} come out under their own rules as they are on record.")
    String backtest(String same, String all);

    @Message(
            "A rolling window is counted within each calendar month here, because nobody can tell from the record which reader of one month is which of the next.")
    String rollingWords();

    @Message("Openings that met a wall")
    String stopRate();

    @Message("Readers who met a wall")
    String readersStopped();

    @Message("Readers who would get another answer")
    String readersChanged();

    @Message("Section")
    String section();

    @Message("Openings")
    String openings();

    @Message("All sections")
    String allSections();

    @Message("Let it hold at once")
    String activate();

    @Message("Let it hold from {moment}")
    String schedule(String moment);

    @Message("Back to the form")
    String back();

    @Message("by calendar month")
    String byMonth();

    @Message("over the last {days} days")
    String byDays(int days);

    @Message("Free stories")
    String freeStories();

    @Message("{anonymous} without an account, {registered} with one, counted {window}")
    String general(int anonymous, int registered, String window);

    @Message("{section}: {anonymous} without an account, {registered} with one, counted apart")
    String own(String section, String anonymous, String registered);

    @Message("as all sections")
    String asAll();

    @Message("confirmed e-mail address needed")
    String verified();

    @Message("Classes")
    String classes();

    @Message("each story has the class its editor gave it")
    String ownClass();

    @Message("{conditions}: {access}")
    String rule(String conditions, String access);

    @Message("every story")
    String everyStory();

    @Message("topic {topic}")
    String topic(String topic);

    @Message("of {agency}")
    String ofAgency(String agency);

    @Message("older than {days} days")
    String olderThan(int days);

    @Message("published before {day}")
    String before(String day);

    @Message("Always open")
    String safety();

    @Message("no topic")
    String noTopic();

    @Message("Archive")
    String archive();

    @Message("every plan reads everything")
    String wholeArchive();

    @Message("{plan}: since {day}")
    String right(String plan, String day);
}
