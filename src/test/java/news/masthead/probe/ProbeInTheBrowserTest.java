package news.masthead.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import news.masthead.SiteTest;
import news.masthead.journeys.Chromium;
import news.masthead.probe.Canary.Wall;
import news.masthead.probe.Visitor.May;
import news.masthead.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What only a browser can do to a wall (B2, B8, B9, B31, B41): take away scripts, style and memory, go back, look ahead. */
@SiteTest
class ProbeInTheBrowserTest {

    private static Chromium chromium;

    @Inject
    GivenGround grounds;

    @Inject
    Site site;

    private Ground ground;
    private BrowserContext context;

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

    @BeforeEach
    void prepare_the_ground() throws IOException {
        try (Line line = new Line(site.url())) {
            ground = grounds.of(1, List.of(), line);
        }
    }

    @AfterEach
    void close_the_window() {
        context.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"PREMIUM", "METERED"})
    void without_scripts_there_is_no_more(Wall wall) {
        Page page = window(usedUp(), false);
        page.navigate(story(wall).path());
        assertEquals(Set.of(), wordsIn(page));
    }

    @ParameterizedTest
    @EnumSource(names = {"PREMIUM", "METERED"})
    void without_style_in_readers_mode_and_in_print_there_is_no_more(Wall wall) {
        Page page = window(usedUp(), true);
        page.navigate(story(wall).path());
        page.evaluate("document.querySelectorAll('link[rel=stylesheet]').forEach(sheet => sheet.remove())");
        page.evaluate("document.querySelectorAll('.wall').forEach(wall => wall.remove())");
        assertEquals(Set.of(), wordsIn((String) page.evaluate("document.documentElement.textContent")));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertEquals(Set.of(), wordsIn(page));
    }

    @Test
    void with_its_memory_emptied_the_browser_of_a_known_reader_gets_no_more() {
        Page page = window(usedUp(), true);
        page.navigate(story(Wall.METERED).path());
        page.evaluate("localStorage.clear(); sessionStorage.clear()");
        page.reload();
        assertEquals(Set.of(), wordsIn(page));
    }

    @Test
    void whoever_goes_back_after_the_log_out_meets_the_wall() {
        Page page = window(ground.entitled().getFirst(), true);
        page.navigate(story(Wall.PREMIUM).path());
        assertFalse(wordsIn(page).isEmpty());
        page.navigate("/logout");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log out"))
                .click();
        page.waitForURL(site.url() + "/");

        page.goBack();
        page.goBack();

        assertEquals(story(Wall.PREMIUM).path(), URI.create(page.url()).getPath());
        assertEquals(Set.of(), wordsIn(page));
    }

    @Test
    void what_the_browser_fetched_ahead_has_no_word() {
        Page page = window(ground.entitled().getFirst(), true);
        page.navigate("/");
        context.clearCookies();
        Object ahead = page.evaluate(
                "path => fetch(path, {headers: {'Purpose': 'prefetch'}, cache: 'force-cache'}).then(got => got.text())",
                story(Wall.PREMIUM).path());
        assertEquals(Set.of(), wordsIn((String) ahead));
    }

    private Canary story(Wall wall) {
        return ground.stories().stream()
                .filter(story -> story.wall() == wall)
                .findFirst()
                .orElseThrow();
    }

    private Visitor usedUp() {
        return ground.strangers().stream()
                .filter(visitor -> visitor.may() == May.READ_NOTHING && !visitor.isAnonymous())
                .findFirst()
                .orElseThrow();
    }

    private Set<String> wordsIn(Page page) {
        return wordsIn(page.content());
    }

    private Set<String> wordsIn(String text) {
        return new Oracle(ground.words()).wordsIn(text.getBytes(StandardCharsets.UTF_8));
    }

    private Page window(Visitor visitor, boolean scripts) {
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(site.url().toString())
                        .setUserAgent(Asks.BROWSER)
                        .setJavaScriptEnabled(scripts));
        context.addCookies(Arrays.stream(visitor.cookies().split("; "))
                .map(cookie -> cookie.split("=", 2))
                .map(cookie ->
                        new Cookie(cookie[0], cookie[1]).setUrl(site.url().toString()))
                .toList());
        return context.newPage();
    }
}
