package news.masthead.ops;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages for the people who run the place. */
@MessageBundle("ops")
interface OpsMessages {

    @Message("Decisions")
    String decisions();

    @Message("Why could a reader read a story, or not?")
    String question();

    @Message(
            "Answers come from what was kept when the story was asked for, for the present and the previous month. What you ask is kept as well, as long as that: who asked, when, about which reader’s pseudonym and which story.")
    String questionHint();

    @Message("Reader")
    String who();

    @Message(
            "E-mail address or number of the account. For somebody without one, the value of the cookie “reader” on their device (in the browser’s settings, under the site’s stored data).")
    String whoHint();

    @Message("Story")
    String story();

    @Message("Its address, or the twelve digits in it.")
    String storyHint();

    @Message("Moment")
    String at();

    @Message("In the zone {zone}.")
    String atHint(String zone);

    @Message("Minutes around it")
    String minutes();

    @Message("Before it, and after it.")
    String minutesHint();

    @Message("Ask")
    String ask();

    @Message("Nobody is known by that. Type an e-mail address, an account number or the whole value of the cookie.")
    String nobody();

    @Message("Several accounts have this address. Ask by account number: {numbers}.")
    String several(String numbers);

    @Message("Type the story’s address or its twelve digits; the paper has no story of these.")
    String noStory();

    @Message("Type a day and a time, such as 2026-11-24T09:15.")
    String noMoment();

    @Message("That moment is yet to come.")
    String yetToCome();

    @Message("Type a number of minutes from 1 to 1,440.")
    String noMinutes();

    @Message("Account {number}, {name}")
    String account(long number, String name);

    @Message("Anonymous reader {id}…")
    String anonymous(String id);

    @Message("{from} to {until}")
    String span(String from, String until);

    @Message("Could read it")
    String couldRead();

    @Message("Could not read it")
    String couldNotRead();

    @Message("{times} times until {last}, kept as one: nothing but the moment was different.")
    String times(int times, String last);

    @Message("The reader saw")
    String saw();

    @Message("the story itself, with nothing to be said about it")
    String sawTheStory();

    @Message("Facts")
    String facts();

    @Message("Made again from these facts under the same version of the policy: the same decision.")
    String same();

    @Message(
            "NOT THE SAME: made again from these facts, the decision is “{verdict}” by the rule “{rule}”. Tell the engineers.")
    String other(String verdict, String rule);

    @Message("Nothing is kept of this reader and this story for that time.")
    String nothing();

    @Message(
            "Most likely it was never asked for: every request of a reader whom we met is kept. One by somebody who brought no cookie and was shown a wall is not, because nobody could ask about it.")
    String neverAsked();

    @Message("The last decision before was on {when}.")
    String before(String when);

    @Message("The next decision after was on {when}.")
    String after(String when);

    @Message(
            "That time, or some of it, is forgotten: the secret that could find this reader again was destroyed when the month after it ended. Nobody can answer this any more, we included.")
    String forgotten();

    @Message(
            "{count} decisions of {second} were lost, of all readers together. Whether this reader’s was among them nobody can say.")
    String lost(int count, String second);

    @Message("One decision of {second} was lost, of all readers. Whether it was this reader’s nobody can say.")
    String lostOne(String second);

    @Message("More than these may lie in that time; ask for fewer minutes.")
    String more();

    @Message("Asked lately")
    String asked();

    @Message("Nobody has asked anything.")
    String nobodyAsked();

    @Message("{name} about reader {pseudonym}")
    String askedBy(String name, String pseudonym);
}
