package news.masthead.site;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the reader's pages. */
@MessageBundle("site")
interface SiteMessages {

    @Message("Today’s front page")
    String frontHeading();

    @Message("Top stories")
    String topStories();

    @Message("Latest")
    String latest();

    @Message("Opinion")
    String opinion();

    @Message("The first stories are on their way.")
    String nothingYet();

    @Message("More {section}")
    String moreOf(String section);

    @Message("More from {section}")
    String moreFrom(String section);

    @Message("Premium")
    String premium();

    @Message("By {name}")
    String by(String name);

    @Message("Published")
    String published();

    @Message("Updated")
    String updated();

    @Message("Correction")
    String correction();

    @Message("Topics")
    String topics();

    @Message("Page {number}")
    String page(int number);

    @Message("Newer stories")
    String newer();

    @Message("Older stories")
    String older();

    @Message("Pages")
    String pages();

    @Message("Your free articles")
    String freeArticles();

    @Message("Read without limit")
    String withoutLimit();

    @Message("Subscribe now for unlimited access.")
    String subscribeNow();

    @Message("Already subscribed?")
    String alreadySubscribed();

    @Message("Log in")
    String logIn();

    @Message("Subscribe to read the full story →")
    String subscribeForStory();

    @Message("Your free articles start again on {day}.")
    String startsAgain(String day);

    @Message("An account costs nothing. You confirm your address, and are back at this story.")
    String signUpWhy();

    @Message("Already have an account?")
    String haveAccount();

    @Message("Confirm my address")
    String confirmEmail();

    @Message(
            "The free articles of your account begin when its address is confirmed. You get a letter with a link that brings you back to this story.")
    String confirmEmailWhy();

    @Message("Or read without limit:")
    String orSubscribe();

    @Message("See the plans")
    String seePlans();

    @Message("Sign up free")
    String signUp();

    @Message("and read {limit} articles a month.")
    String signUpGives(int limit);

    @Message("{amount} a month")
    String aMonth(String amount);

    @Message("Renews automatically, cancel anytime.")
    String renews();

    @Message("See what is included")
    String included();

    @Message("Subscribe")
    String subscribe();

    @Message("This story is no longer available")
    String goneHeading();

    @Message("There is nothing at this address")
    String notFoundHeading();

    @Message("The story may have moved, or the address may have lost a letter on its way to you.")
    String notFoundWords();

    @Message("Something went wrong on our side")
    String errorHeading();

    @Message("Nothing that you did. Please try again in a moment.")
    String errorWords();

    @Message("This could not be done")
    String refusedHeading();

    @Message("If you write to us, please quote {id}.")
    String quote(String id);

    @Message("Your account")
    String accountHeading();

    @Message("Name")
    String name();

    @Message("E-mail")
    String email();

    @Message("Free articles")
    String accountMeter();

    @Message("Complimentary access")
    String accountComp();

    @Message("You read everything until the end of {day}. It costs nothing and ends by itself.")
    String compUntil(String day);

    @Message("In your account")
    String inYourAccount();

    @Message("Your plan")
    String yourPlan();

    @Message("Log out")
    String logOut();

    @Message("Press release")
    String pressRelease();

    @Message("The address or the form holds characters that cannot be read. Nothing was changed.")
    String garbled();
}
