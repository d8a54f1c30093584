package news.masthead.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Given.Person;
import news.masthead.given.Given.Printed;
import news.masthead.journeys.Chromium;
import news.masthead.journeys.Look;
import news.masthead.story.AccessClass;
import news.masthead.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A story is given and received in a real browser. Pictures are left in {@code target/gift}. */
@SiteTest
class GiftInTheBrowserTest {

    private static Chromium chromium;

    @Inject
    Given people;

    @Inject
    Site site;

    @BeforeAll
    static void open_chromium() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void close_chromium() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"390, false", "1280, true"})
    void a_story_is_given_in_one_click_and_read_by_whoever_gets_the_link(int width, boolean dark) {
        Printed story = people.aStory(AccessClass.PREMIUM);
        String link = given(story, people.aSubscriber(), width, dark);
        try (Look receiver = new Look(chromium, site, Optional.empty(), width, dark, "gift")) {
            receiver.page().navigate(link);
            receiver.page().waitForURL(Pattern.compile(".*" + Pattern.quote(story.path())));
            assertThat(receiver.page().getByText("A subscriber gave you this story."))
                    .isVisible();
            receiver.at("received-" + width);
        }
        try (Look late = new Look(chromium, site, Optional.empty(), width, dark, "gift")) {
            late.page().navigate(link.substring(0, link.length() - 4) + "AAAA");
            assertThat(late.page().getByText(Pattern.compile("does not open"))).isVisible();
            late.at("does-not-open-" + width);
        }
    }

    private String given(Printed story, Person giver, int width, boolean dark) {
        try (Look look = new Look(chromium, site, Optional.of(giver.session()), width, dark, "gift")) {
            Page page = look.page();
            page.navigate(story.path());
            look.at("story-" + width);
            give(page);
            look.at("link-" + width);
            String link = page.getByLabel("Link").inputValue();
            List<Printed> others = people.stories(10, AccessClass.PREMIUM);
            others.forEach(other -> {
                page.navigate(other.path());
                give(page);
            });
            look.at("none-left-" + width);
            return link;
        }
    }

    private static void give(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Give this story"))
                .click();
    }
}
