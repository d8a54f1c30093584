package news.masthead.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about the policy, and of what its form refuses. */
@MessageBundle("policy")
interface PolicyMessages {

    @Message("Policy")
    String policies();

    @Message("Who reads what: the classes of stories, the free ones of each reader, and how far back plans reach.")
    String policiesWords();

    @Message("Write a new policy")
    String write();

    @Message("A new policy")
    String fresh();

    @Message(
            "It begins with the rules of version {version}. Nothing changes before you have seen what it would do, and said yes.")
    String freshWords(long version);

    @Message("In force")
    String inForce();

    @Message("To come")
    String scheduled();

    @Message("Past")
    String past();

    @Message("All past versions")
    String allPast();

    @Message("Version {version}")
    String version(long version);

    @Message("since {moment}")
    String since(String moment);

    @Message("from {moment}")
    String from(String moment);

    @Message("since the first day")
    String sinceEver();

    @Message("made by {editor}, {moment}")
    String madeBy(String editor, String moment);

    @Message("made by the configuration")
    String madeByConfiguration();

    @Message("withdrawn by {editor}, {moment}")
    String withdrawnBy(String editor, String moment);

    @Message(
            "This release does not understand this version, so it holds as a closed gate: nobody but staff reads a story. {why}")
    String unreadable(String why);

    @Message("Go on from these rules")
    String goOn();

    @Message("Withdraw")
    String withdraw();

    @Message("Version {version} is withdrawn.")
    String withdrawn(long version);

    @Message("Version {version} holds already, or was withdrawn before. To change what holds, write a new policy.")
    String tooLate(long version);

    @Message("Version {version} is kept. It holds now.")
    String activated(long version);

    @Message("Version {version} is kept. It holds from {moment}.")
    String kept(long version, String moment);

    @Message("The rules")
    String rules();

    @Message("The meter")
    String meter();

    @Message("Free stories are counted")
    String window();

    @Message("by calendar month")
    String windowMonth();

    @Message("they start again on the first, at midnight in the paper’s zone")
    String windowMonthHint();

    @Message("over the last days")
    String windowDays();

    @Message("each comes back that many days after it was read")
    String windowDaysHint();

    @Message("Days, 1 to 28")
    String days();

    @Message("Without an account")
    String anonymous();

    @Message("With an account")
    String registered();

    @Message("Stories a reader opens free. 0 opens none.")
    String storiesHint();

    @Message("The reader’s e-mail address must be confirmed first")
    String verified();

    @Message("of an account, before it has free stories")
    String verifiedHint();

    @Message("Sections that count apart")
    String sectionAllowances();

    @Message("A section listed here has a meter of its own. All others share the one above.")
    String sectionAllowancesHint();

    @Message("Classes of stories")
    String classes();

    @Message(
            "From the top, the first rule that fits a story says its class. Where none fits, the class its editor gave it stands.")
    String classesHint();

    @Message("Rule {number}")
    String rule(int number);

    @Message("Section")
    String section();

    @Message("any")
    String any();

    @Message("Topic")
    String topic();

    @Message("Agency")
    String source();

    @Message("Older than, in days")
    String older();

    @Message("Published before")
    String before();

    @Message("Class")
    String as();

    @Message("choose")
    String choose();

    @Message("Move rule {number} up")
    String up(int number);

    @Message("Public safety")
    String safety();

    @Message("Topics that everybody always reads, one in a line, whatever else is said here.")
    String safetyHint();

    @Message("Topics of the paper: {topics}")
    String topicsAre(String topics);

    @Message("The archive")
    String archive();

    @Message(
            "How far back each plan reads. With nothing here, every plan reads everything; with something here, a plan that is not named reads by the meter.")
    String archiveHint();

    @Message("Plan")
    String plan();

    @Message("every plan")
    String everyPlan();

    @Message("Reads what was published since")
    String sinceDay();

    @Message("More rows")
    String moreRows();

    @Message("When and why")
    String whenAndWhy();

    @Message("It holds")
    String when();

    @Message("at once")
    String whenNow();

    @Message("from a moment to come")
    String whenLater();

    @Message("From, in the paper’s zone ({zone})")
    String moment(String zone);

    @Message("Why")
    String note();

    @Message("A sentence for those who look at this version later.")
    String noteHint();

    @Message("Show what it would do")
    String preview();

    @Message("Please put right what is marked below. Nothing was saved.")
    String notSaved();

    @Message("“{section}” is no section of the paper.")
    String noSection(String section);

    @Message("Choose a section.")
    String needsSection();

    @Message("“{section}” stands in two rows.")
    String sectionTwice(String section);

    @Message("“{topic}” is no topic of the paper.")
    String noTopic(String topic);

    @Message("“{source}” is no agency of the paper.")
    String noSource(String source);

    @Message("“{plan}” is no plan of the paper.")
    String noPlan(String plan);

    @Message("Choose a plan.")
    String needsPlan();

    @Message("Say how free stories are counted: by calendar month or over the last days.")
    String needsWindow();

    @Message("A whole number of days from 1 to {most}, please.")
    String needsDays(int most);

    @Message("A whole number of stories from 0 to {most}, please.")
    String needsStories(int most);

    @Message("Say how many are free, without an account or with one.")
    String needsAllowance();

    @Message("Say which class such stories have.")
    String needsClass();

    @Message("A whole number of days from 1 to {most}, please, or nothing.")
    String needsAge(int most);

    @Message("A day as 2027-03-31, please.")
    String needsDay();

    @Message("Say when it holds: at once or from a moment to come.")
    String needsWhen();

    @Message("A day and a time as 2027-03-31T06:00, please.")
    String needsMoment();

    @Message("That moment has passed. Choose one to come, or “at once”.")
    String needsFuture();

    @Message("There is no such moment: the clocks go forward over it.")
    String skippedMoment();

    @Message("Say in a sentence why.")
    String needsNote();

    @Message("No more than {most} letters, please.")
    String longNote(int most);
}
