package news.masthead.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the layout. */
@MessageBundle("web")
public interface WebMessages {

    @Message("Skip to the content")
    String skip();

    @Message("Sections")
    String sections();

    @Message("Sections, once more")
    String sectionsAgain();

    @Message("Your account")
    String yourLinks();

    @Message("Log in")
    String logIn();

    @Message("Log out")
    String logOut();

    @Message("Account")
    String account();

    @Message("Subscribe")
    String subscribe();

    @Message("Desk")
    String desk();

    @Message("Your last payment did not go through.")
    String owing();

    @Message("Fix your payment")
    String fixPayment();

    @Message("Back to the front page")
    String toFront();

    @Message("© {publication}. All rights reserved.")
    String rights(String publication);
}
