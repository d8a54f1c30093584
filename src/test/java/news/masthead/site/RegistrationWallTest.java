package news.masthead.site;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import news.masthead.LocalServices;
import news.masthead.given.Given;
import news.masthead.given.Given.Printed;
import news.masthead.identity.Account;
import news.masthead.identity.Accounts;
import news.masthead.identity.Role;
import news.masthead.identity.Sessions;
import news.masthead.journeys.Chromium;
import news.masthead.story.AccessClass;
import news.masthead.web.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A paper whose free stories are for readers with a confirmed account. Pictures of the walls are left in {@code target/walls}. */
@QuarkusTest
@TestProfile(RegistrationWallTest.NobodyReadsWithoutAnAccount.class)
class RegistrationWallTest {

    private static final Path PICTURES = Path.of("target", "walls");

    @Inject
    Given people;

    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    Site site;

    public static class NobodyReadsWithoutAnAccount implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("masthead.meter.anonymous", "0");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(LocalServices.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @Test
    void asks_an_anonymous_reader_to_sign_up_and_comes_back_to_the_story() {
        Printed story = people.aStory(AccessClass.METERED);
        String back = story.path().replace("/", "%2F");
        get(story, "")
                .statusCode(200)
                .header("Set-Cookie", nullValue())
                .body(
                        containsString("Sign up free to read this story."),
                        containsString("/login/sign-up?to=" + back),
                        containsString("/login?to=" + back),
                        containsString("/subscribe?to=" + back),
                        not(containsString(Given.GATED)));
    }

    @Test
    void an_account_with_a_confirmed_address_reads_its_free_stories() {
        get(people.aStory(AccessClass.METERED), people.aReader().session())
                .statusCode(200)
                .body(containsString(Given.GATED), containsString("4 of 5 free articles left this month."));
    }

    @Test
    void an_account_whose_address_is_not_confirmed_is_asked_to() {
        Printed story = people.aStory(AccessClass.METERED);
        get(story, unconfirmed().session())
                .statusCode(200)
                .body(
                        containsString("Confirm your e-mail address to read this story free."),
                        containsString("/login/confirm?to=" + story.path().replace("/", "%2F")),
                        not(containsString(Given.GATED)));
    }

    @Test
    void reads_on_once_the_address_is_confirmed_in_the_session_that_is_open() {
        Printed story = people.aStory(AccessClass.METERED);
        Unconfirmed reader = unconfirmed();
        get(story, reader.session()).body(not(containsString(Given.GATED)));

        accounts.admit(reader.subject(), "Asha Rao", reader.subject() + "@reader.example", true);

        get(story, reader.session()).body(containsString(Given.GATED));
    }

    @Test
    void who_has_paid_reads_with_an_address_that_nobody_confirmed() {
        Given.Person subscriber = people.aSubscriber();
        Account account = accounts.find(subscriber.account()).orElseThrow();
        accounts.admit(account.subject, account.name, account.email, false);
        for (AccessClass access : List.of(AccessClass.METERED, AccessClass.PREMIUM)) {
            get(people.aStory(access), subscriber.session()).body(containsString(Given.GATED));
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, LIGHT", "390, 844, DARK"})
    void both_walls_fit_and_everybody_can_use_them(int width, int height, ColorScheme scheme) {
        Printed story = people.aStory(AccessClass.METERED);
        try (Chromium chromium = Chromium.open()) {
            look(chromium, story, "", "registration", width, height, scheme);
            look(chromium, story, unconfirmed().session(), "confirm", width, height, scheme);
        }
    }

    private void look(
            Chromium chromium, Printed story, String session, String name, int width, int height, ColorScheme scheme) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(site.url().toString())
                        .setColorScheme(scheme)
                        .setViewportSize(width, height));
        if (!session.isEmpty()) {
            context.addCookies(
                    List.of(new Cookie("session", session).setUrl(site.url().toString())));
        }
        Page page = context.newPage();
        page.navigate(story.path());
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve(name + "-" + width + "-" + scheme + ".png")));
        assertEquals(
                List.of(),
                new AxeBuilder(page)
                                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                                .analyze()
                                .getViolations()
                                .stream()
                                .map(Rule::getId)
                                .toList());
        assertFalse((Boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth"), "scrolls sideways");
        context.close();
    }

    private Unconfirmed unconfirmed() {
        String subject = UUID.randomUUID().toString();
        Account account = accounts.admit(subject, "Asha Rao", subject + "@reader.example", false);
        Sessions.Tokens none = new Sessions.Tokens("", Optional.empty());
        return new Unconfirmed(
                subject,
                sessions.open(account, Set.of(Role.READER), none, "test").orElseThrow());
    }

    private record Unconfirmed(String subject, String session) {}

    private static ValidatableResponse get(Printed story, String session) {
        return given().header("Cookie", "session=" + session).get(story.path()).then();
    }
}
