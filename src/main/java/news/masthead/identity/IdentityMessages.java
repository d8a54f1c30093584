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
}
