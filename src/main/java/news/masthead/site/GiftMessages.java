package news.masthead.site;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of stories that are given away. */
@MessageBundle("gift")
interface GiftMessages {

    @Message("Give this story")
    String give();

    @Message("Make a link with which others read this story without a subscription.")
    String giveWords();

    @Message("Your gift link")
    String heading();

    @Message("Link")
    String link();

    @Message("Copy")
    String copy();

    @Message("Copied")
    String copied();

    @Message("Send it by e-mail")
    String mail();

    @Message("Opens until")
    String until();

    @Message("Opens for")
    String readers();

    @Message("{readers} readers; {opened} have opened it so far")
    String opened(int readers, int opened);

    @Message("1 reader; {opened} has opened it so far")
    String openedByOne(int opened);

    @Message("Left this month")
    String left();

    @Message("{left} of {limit} stories; you have {limit} again on {day}")
    String leftOf(int left, int limit, String day);

    @Message(
            "Whoever opens the link reads this story without spending a free article. They are not told who gave it, and you not who read it.")
    String privacy();

    @Message("You have given {limit} stories this month")
    String noneLeft(int limit);

    @Message("That is all for now. You can give others from {day}, and the links you gave still open.")
    String noneLeftWords(String day);

    @Message("Back to the story")
    String back();
}
