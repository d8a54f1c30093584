package news.masthead.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Given.Printed;
import news.masthead.given.Size;
import news.masthead.site.Browsing.Page;
import news.masthead.story.AccessClass;
import org.junit.jupiter.api.Test;

/**
 * Cookies that are nearly ours. Two readers have used up their stories, so any cookie that is taken for either meets the wall; one that is taken for
 * nobody makes a new reader, who gets a cookie of ours.
 */
@SiteTest
class ForgedCookiesTest {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final List<String> MONTHS = List.of("2026-11", "2026-12", "202612", "1999-01", "december");

    @Inject
    Given given;

    private final Random random = new Random(20_261_126);

    @Test
    void no_cookie_but_ours_is_ever_taken_for_a_reader() throws Exception {
        Browsing browsing = new Browsing(RestAssured.port);
        List<Printed> stories = given.stories(4, AccessClass.METERED);
        String one = usedUp(browsing, stories);
        String other = usedUp(browsing, stories);
        Printed next = stories.get(3);
        Set<String> forged = new HashSet<>();
        int wanted = Size.of(1_000, 10_000);
        while (forged.size() < wanted) {
            forged.add(mutant(one, other));
        }
        forged.removeAll(Set.of(one, other));
        List<Callable<Page>> asks = forged.stream()
                .map(cookie -> (Callable<Page>) () -> browsing.open("reader=" + cookie, next))
                .toList();
        List<Page> pages = Browsing.atOnce(asks);
        long errors = pages.stream().filter(page -> page.status() >= 500).count();
        long accepted = pages.stream()
                .filter(page -> page.status() == 200)
                .filter(page -> !page.isOpen() || page.setCookie().isEmpty())
                .count();
        System.out.printf(
                "Cookies: %,d forged, %d accepted, %d server errors, %d refused as requests%n",
                pages.size(),
                accepted,
                errors,
                pages.stream()
                        .filter(page -> page.status() >= 400 && page.status() < 500)
                        .count());
        assertEquals(0, errors);
        assertEquals(0, accepted);
        assertTrue(pages.stream().filter(page -> page.status() == 200).count() > wanted * 0.9);
        assertEquals(
                pages.stream().filter(page -> page.status() == 200).count(),
                pages.stream()
                        .flatMap(page -> page.setCookie().stream())
                        .distinct()
                        .count(),
                "each is a reader of its own");
        assertFalse(browsing.open("reader=" + one, next).isOpen(), "the real one still counts");
    }

    private static String usedUp(Browsing browsing, List<Printed> stories) {
        String cookie = browsing.open(stories.get(0)).cookie();
        stories.subList(1, 3).forEach(story -> browsing.open(cookie, story));
        assertFalse(browsing.open(cookie, stories.get(3)).isOpen());
        return cookie.substring("reader=".length());
    }

    private String mutant(String one, String other) {
        int dot = one.indexOf('.');
        String id = one.substring(0, dot);
        String signature = one.substring(dot + 1);
        return switch (random.nextInt(18)) {
            case 0 -> flipped(one);
            case 1 -> one.substring(0, random.nextInt(one.length()));
            case 2 -> one.substring(1 + random.nextInt(one.length() - 1));
            case 3 -> id + other.substring(dot);
            case 4 -> swapped(one);
            case 5 -> id + "." + MONTHS.get(random.nextInt(MONTHS.size())) + "." + signature;
            case 6 -> one + "." + MONTHS.get(random.nextInt(MONTHS.size())) + random.nextInt(99);
            case 7 -> jwt(id, "none") + random.nextInt(99);
            case 8 -> id + "." + noise(43);
            case 9 -> noise(22) + "." + signature;
            case 10 -> noise(22) + "." + noise(43);
            case 11 -> id + "." + "=".repeat(random.nextInt(5)) + noise(random.nextInt(60));
            case 12 -> Stream.of(id, "", signature, noise(3)).reduce("", (all, part) -> all + "." + part);
            case 13 -> flipped(one) + "; reader=" + flipped(other);
            case 14 -> flipped(one) + "; __Host-reader=" + one + "; Reader=" + other;
            case 15 -> noise(8_000 + random.nextInt(192));
            case 16 -> one.repeat(2 + random.nextInt(60)) + noise(1);
            case 17 -> encoded(one);
            default -> throw new IllegalStateException();
        };
    }

    /** One bit of one character; where that is nothing a cookie may hold, another character. */
    private String flipped(String cookie) {
        int place = random.nextInt(cookie.length());
        char flipped = (char) (cookie.charAt(place) ^ 1 << random.nextInt(7));
        boolean plain = flipped > ' ' && flipped < 127 && ";,\"\\".indexOf(flipped) < 0;
        char put = plain ? flipped : cookie.charAt(place) == 'x' ? 'y' : 'x';
        return cookie.substring(0, place) + put + cookie.substring(place + 1);
    }

    private String swapped(String cookie) {
        int place = random.nextInt(cookie.length() - 1);
        String swapped = cookie.substring(0, place)
                + cookie.charAt(place + 1)
                + cookie.charAt(place)
                + cookie.substring(place + 2);
        return swapped.equals(cookie) ? cookie.toUpperCase(Locale.ROOT) : swapped;
    }

    /** The same words for another reader of cookies: percent signs, or the other alphabet of base64. */
    private String encoded(String cookie) {
        int place = random.nextInt(cookie.length());
        String percent = cookie.substring(0, place)
                + "%%%02X".formatted((int) cookie.charAt(place))
                + cookie.substring(place + 1);
        String standard = cookie.replace('-', '+').replace('_', '/') + "=".repeat(1 + random.nextInt(3));
        return random.nextBoolean() ? percent : standard;
    }

    private static String jwt(String id, String algorithm) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String head = "{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}";
        String body = "{\"sub\":\"" + id + "\",\"used\":0}";
        return encoder.encodeToString(head.getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(body.getBytes(StandardCharsets.UTF_8)) + ".";
    }

    private String noise(int length) {
        StringBuilder noise = new StringBuilder();
        for (int place = 0; place < length; place++) {
            noise.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return noise.toString();
    }
}
