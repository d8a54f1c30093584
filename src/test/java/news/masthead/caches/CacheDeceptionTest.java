package news.masthead.caches;

import static news.masthead.given.GivenItem.anItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.masthead.Routes;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Given.Printed;
import news.masthead.given.GivenWire;
import news.masthead.given.Size;
import news.masthead.identity.Role;
import news.masthead.story.AccessClass;
import news.masthead.web.Links;
import news.masthead.web.Site;
import org.junit.jupiter.api.Test;

/**
 * Somebody who may see a page is made to ask for it under an address that looks like a file, and somebody else then asks for the same address
 * (web cache deception). On every route that the code has, under every disguise.
 */
@SiteTest
class CacheDeceptionTest {

    /** {@code %s} is the address, without its first slash where that stands there already. */
    private static final List<String> DISGUISES = List.of(
            "/%s",
            "/%s.css",
            "/%s/x.css",
            "/%s//x.css",
            "/%s/.css",
            "/%s/x.js",
            "/%s/x.png",
            "/%s/x.woff2",
            "/%s/favicon.ico",
            "/%s/robots.txt",
            "/%s;x.css",
            "/%s;/x.css",
            "/%s;jsessionid=1.css",
            "/%s%%3bx.css",
            "/%s%%2fx.css",
            "/%s%%252fx.css",
            "/%s%%5cx.css",
            "/%s\\x.css",
            "/%s?x.css",
            "/%s?page=2",
            "/%s%%3fx.css",
            "/%s#x.css",
            "/%s%%23x.css",
            "/%s%%00.css",
            "/%s%%0ax.css",
            "/%s%%0d%%0ax.css",
            "/%s%%09x.css",
            "/%s%%20x.css",
            "/%s%%7fx.css",
            "/%s%%e2%%80%%a8x.css",
            "/%s!x.css",
            "/%s$x.css",
            "/%s&x.css",
            "/%s=x.css",
            "/%s@x.css",
            "/%s,x.css",
            "/%s~x.css",
            "/%s|x.css",
            "/%s^x.css",
            "/%s*x.css",
            "/%s'x.css",
            "/%s\"x.css",
            "/%s%%22x.css",
            "/%s/../x.css",
            "/%s/..%%2fx.css",
            "/%s/%%2e%%2e/x.css",
            "/%s/..;/x.css",
            "//%s",
            "/./%s",
            "/assets/../%s",
            "/assets/..%%2f%s",
            "/assets/%%2e%%2e/%s",
            "/assets/..;/%s",
            "/assets/..%%5c%s",
            "/assets/css/base.css/..%%2f..%%2f..%%2f%s",
            "/section/..%%2f%s",
            "/picture/..%%2f%s",
            "/robots.txt/..%%2f%s",
            "/robots.txt%%2f..%%2f%s");

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)(?:: *([^{}]*(?:\\{[^{}]*}[^{}]*)*))?}");

    @Inject
    Given given;

    @Inject
    GivenWire wire;

    @Inject
    Site site;

    /** An address under a disguise. */
    private record Disguised(String address, String target) {}

    @Test
    void no_disguise_of_any_address_gets_a_page_to_who_may_not_see_it() throws IOException {
        String item = Long.toString(wire.onTheDesk(anItem().saying(Given.GATED)));
        List<Printed> stories = List.of(given.aStory(AccessClass.PREMIUM), given.aStory(AccessClass.METERED));
        String metered = stories.getLast().path();
        try (Nginx nginx = Nginx.start(site.url().getPort())) {
            Visitor anybody = Visitor.to(nginx.port());
            Visitor usedUp = anybody.cookie("reader", aReaderWithNothingLeft(anybody));
            List<Visitor> insiders = insiders(anybody);
            List<Disguised> disguised = disguised(addresses(stories, item));
            List<String> leaks = new ArrayList<>();
            long seen = 0;
            for (Disguised one : disguised) {
                seen += insiders.stream()
                        .filter(visitor -> seesWords(visitor, one))
                        .count();
                // Who is new may read a metered story
                if (seesWords(usedUp, one) || seesWords(anybody, one) && !one.address.equals(metered)) {
                    leaks.add(one.target);
                }
            }
            System.out.printf(
                    "cache deception: %d addresses, each asked for by four; gated words seen %d times by who may%n",
                    disguised.size(), seen);
            assertTrue(seen > 5, "somebody saw what is to be kept: " + seen);
            assertEquals(List.of(), leaks);
            assertFalse(nginx.holds(Given.GATED));
            assertFalse(nginx.holds("Asha Rao"), "nobody's name is kept");
        }
    }

    private List<Visitor> insiders(Visitor anybody) {
        Given.Person staff = given.someone(Role.READER, Role.EDITOR, Role.CHIEF, Role.ADMIN);
        return Stream.of(staff, given.aSubscriber())
                .map(person -> anybody.cookie("session", person.session()))
                .toList();
    }

    private static boolean seesWords(Visitor visitor, Disguised one) {
        return visitor.get(one.target).says(Given.GATED);
    }

    /** Stories under every disguise; of other addresses each has its share of them in the small size. */
    private static List<Disguised> disguised(List<String> addresses) {
        int share = Size.of(3, 1);
        List<Disguised> disguised = new ArrayList<>();
        for (int a = 0; a < addresses.size(); a++) {
            String address = addresses.get(a);
            for (int d = 0; d < DISGUISES.size(); d++) {
                if (Links.isStory(address) || (a + d) % share == 0) {
                    disguised.add(new Disguised(address, String.format(DISGUISES.get(d), address.substring(1))));
                }
            }
        }
        return disguised;
    }

    /** Every GET route with something in the place of its parameters; those of stories once for each. */
    private static List<String> addresses(List<Printed> stories, String item) {
        List<String> addresses = new ArrayList<>();
        for (Printed story : stories) {
            Map<String, String> values = Map.of(
                    "section",
                    story.story().section,
                    "slug",
                    story.story().section,
                    "file",
                    story.path().substring(story.path().lastIndexOf('/') + 1),
                    "id",
                    story.story().id.toString(),
                    "source",
                    "meridian",
                    "hash",
                    "0".repeat(64));
            Routes.all().stream()
                    .filter(route -> route.startsWith("GET "))
                    .map(route -> filledIn(route.substring(4), values, item))
                    .filter(address -> !addresses.contains(address))
                    .forEach(addresses::add);
        }
        return addresses;
    }

    private static String filledIn(String route, Map<String, String> values, String item) {
        return PARAMETER
                .matcher(route)
                .replaceAll(parameter -> Matcher.quoteReplacement(
                        route.startsWith("/desk/items/") ? item : values.getOrDefault(parameter.group(1), "1")));
    }

    private String aReaderWithNothingLeft(Visitor anybody) {
        String reader = "";
        for (Printed story : given.stories(3, AccessClass.METERED)) {
            Answer page = reader.isEmpty()
                    ? anybody.get(story.path())
                    : anybody.cookie("reader", reader).get(story.path());
            reader = reader.isEmpty() ? page.header("Set-Cookie").replaceAll("reader=([^;]+);.*", "$1") : reader;
        }
        return reader;
    }
}
