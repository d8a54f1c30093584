package news.masthead.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.masthead.web.Site;

/** A window of a real browser whose pages are held to WCAG 2.2 AA, to their width and to the site's policy. Pictures are left in {@code target/}. */
public final class Look implements AutoCloseable {

    private final Path pictures;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    /**
     * @param session of who looks; none for somebody who has not logged in
     */
    public Look(Chromium chromium, Site site, Optional<String> session, int width, boolean dark, String pictures) {
        this.pictures = Path.of("target", pictures);
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(site.url().toString())
                        .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                        .setViewportSize(width, width < 600 ? 844 : 900));
        session.ifPresent(token -> context.addCookies(
                List.of(new Cookie("session", token).setUrl(site.url().toString()))));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
    }

    public Page page() {
        return page;
    }

    /** Holds the page that is open to the rules. */
    public void at(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(pictures.resolve(name + ".png")));
        List<Rule> violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertEquals(
                List.of(),
                violations.stream()
                        .map(rule -> rule.getId() + " " + rule.getNodes())
                        .toList(),
                name);
        Object overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertEquals(0, ((Number) overflow).intValue(), name + " is wider than the window");
    }

    @Override
    public void close() {
        context.close();
        assertEquals(List.of(), complaints);
    }
}
