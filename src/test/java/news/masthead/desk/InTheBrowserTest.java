package news.masthead.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static news.masthead.given.GivenItem.anItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.GivenItem;
import news.masthead.given.GivenWire;
import news.masthead.journeys.Chromium;
import news.masthead.web.Site;
import news.masthead.wire.Delivery;
import news.masthead.wire.Receipt;
import news.masthead.wire.WireDesk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The desk's pages in a real browser: on a phone and on a desk, with and without JavaScript, held to WCAG 2.2 AA. Pictures are left in {@code target/desk}. */
@SiteTest
class InTheBrowserTest {

    private static final Path PICTURES = Path.of("target", "desk");
    private static final double LONGER_THAN_A_LOOK = 15_000;

    private static Chromium chromium;

    @Inject
    Given people;

    @Inject
    GivenWire wire;

    @Inject
    WireDesk desk;

    @Inject
    Site site;

    private final List<String> complaints = new ArrayList<>();
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

    @AfterEach
    void the_policy_was_kept() {
        context.close();
        assertEquals(List.of(), complaints);
    }

    @ParameterizedTest
    @CsvSource({"1280, 900", "390, 844"})
    void every_page_fits_and_everybody_can_use_it(int width, int height) {
        GivenItem item = anItem();
        Receipt came = dropped(item, "20261126-0412-siding.xml");
        dropped(item.inOtherWrapping(), "20261126-0413-siding-resent.xml");
        Receipt next = dropped(item.version(2), "20261126-0420-siding-v2.xml");
        Receipt odd =
                dropped(anItem().saying("Before &undeclared; after."), "unreadable-" + UUID.randomUUID() + ".xml");
        Receipt binary = desk.accept("meridian", new Delivery(noise(), "", "drop", "IMG_0042.jpg"));
        wire.published(anItem());
        wire.arrives(anItem().killed());
        byte[] nobodys = anItem().file().getBytes(StandardCharsets.UTF_8);
        Receipt mail = desk.quarantine(new Delivery(nobodys, "", "mail", "Siding opens"), "Its sender is forged.");
        Page page = window(width, height, true);

        look(page, "/desk", "inbox-" + width);
        look(page, "/desk?show=new&agency=meridian&section=companies&urgency=3&q=siding", "inbox-narrow-" + width);
        look(page, "/desk?q=nothinglikethis", "inbox-empty-" + width);
        look(page, "/desk?show=quarantined", "quarantine-" + width);
        look(page, "/desk/items/" + item(next), "item-" + width);
        look(page, "/desk/items/" + item(odd), "item-quarantined-" + width);
        look(page, "/desk/items/" + item(binary), "item-binary-" + width);
        look(page, "/desk/items/" + item(odd) + "/story", "by-hand-" + width);
        look(page, "/desk/items/" + item(mail), "item-of-nobody-" + width);
        look(page, "/desk/health", "health-" + width);
        look(page, "/desk/arrivals", "arrivals-" + width);
        look(page, "/desk/arrivals/meridian/" + came.file(), "file-" + width);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Read it again")))
                .click();
        checked(page, "file-read-again-" + width);
        page.navigate("/desk?show=quarantined");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Read all of these")))
                .click();
        assertThat(page.getByText(Pattern.compile("Done "))).isVisible(patience());
        checked(page, "replay-" + width);
    }

    @Test
    void new_items_are_announced_and_shown_when_the_editor_wants_them() {
        Page page = window(1280, 900, true);
        wire.arrives(anItem());
        page.navigate("/desk?show=new");
        Locator first = page.locator(".item").first();
        String before = first.innerText();

        GivenItem late = anItem();
        wire.arrives(late);

        Locator bar = page.getByRole(AriaRole.STATUS).getByRole(AriaRole.LINK);
        assertThat(bar)
                .hasText(
                        Pattern.compile("new item"),
                        new LocatorAssertions.HasTextOptions().setTimeout(LONGER_THAN_A_LOOK));
        assertEquals(before, first.innerText(), "the list stands still");
        bar.focus();
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(late.headline())))
                .isVisible();
    }

    @Test
    void everything_works_without_javascript() {
        String mark = "zq" + UUID.randomUUID().toString().replaceAll("[^a-z]", "") + "mark";
        wire.arrives(anItem().called("Ferry " + mark));
        Page page = window(390, 844, false);
        page.navigate("/desk");
        page.getByLabel(Pattern.compile("Words")).fill(mark);
        page.getByLabel("Agency").selectOption("meridian");
        page.keyboard().press("Tab");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Find"))
                .press("Enter");

        assertThat(page.locator(".item")).hasCount(1);
        assertThat(page.getByLabel("Agency")).hasValue("meridian");
        page.locator(".item a").click();
        assertThat(page.getByText("What came, and what we read")).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Read it again")))
                .press("Enter");
        assertThat(page.getByText("Nothing in it is other than before.")).isVisible();
    }

    private Page window(int width, int height, boolean script) {
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(site.url().toString())
                        .setJavaScriptEnabled(script)
                        .setViewportSize(width, height));
        context.addCookies(List.of(new Cookie("session", people.anEditor().session())
                .setUrl(site.url().toString())));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    private void look(Page page, String address, String name) {
        page.navigate(address);
        checked(page, name);
    }

    private void checked(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
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

    private Receipt dropped(GivenItem item, String name) {
        return desk.accept(item.source(), new Delivery(item.file().getBytes(StandardCharsets.UTF_8), "", "drop", name));
    }

    private static long item(Receipt receipt) {
        return receipt.items().getFirst().item();
    }

    private static byte[] noise() {
        byte[] noise = new byte[5_000];
        new Random().nextBytes(noise);
        noise[2] = 0;
        return noise;
    }

    private static LocatorAssertions.IsVisibleOptions patience() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(4 * LONGER_THAN_A_LOOK);
    }
}
