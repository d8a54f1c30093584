package news.masthead.identity;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of log-in and log-out. */
@MessageBundle("identity")
interface IdentityMessages {

    @Message("Log-in is starting")
    String startingHeading();

    @Message("The log-in page opens by itself in a moment. Everything else works meanwhile.")
    String startingWords();

    @Message("Try again now")
    String again();

    @Message("Log out")
    String logOut();

    @Message("You will still be able to read this month’s free articles.")
    String logOutWords();

    @Message("You are logged out")
    String loggedOut();

    @Message("Your devices")
    String devices();

    @Message("The devices on which you are logged in. There can be {most}; one more logs the oldest out.")
    String devicesWords(int most);

    @Message("This device.")
    String thisDevice();

    @Message("Logged in {moment}")
    String since(String moment);

    @Message("{browser} on {system}")
    String browserOn(String browser, String system);

    @Message("A browser")
    String someBrowser();

    @Message("Log out everywhere else")
    String endOthers();

    @Message("Log out everywhere")
    String endAll();

    @Message("That device is logged out.")
    String oneEnded();

    @Message("All other devices are logged out.")
    String othersEnded();

    @Message("Back to your account")
    String toAccount();

    @Message("This account is closed")
    String closed();

    @Message(
            "{publication} has closed it, so nobody can log in to it. Please write to us if you think that this is a mistake.")
    String closedWords(String publication);
}
