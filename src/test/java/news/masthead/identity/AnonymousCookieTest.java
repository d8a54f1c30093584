package news.masthead.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Base64;
import news.masthead.SiteTest;
import news.masthead.web.GivenSite;
import org.junit.jupiter.api.Test;

/** What the anonymous reader's cookie is and what it is not. */
@SiteTest
class AnonymousCookieTest {

    @Inject
    AnonymousIds ids;

    @Test
    void over_https_no_other_host_and_no_script_can_set_or_read_it() {
        NewCookie cookie = new Cookies(GivenSite.at("https://news.example")).anonymous(ids.cookieOf(ids.fresh()));
        assertEquals("__Host-reader", cookie.getName());
        assertTrue(cookie.isSecure());
        assertTrue(cookie.isHttpOnly());
        assertEquals("/", cookie.getPath());
        assertEquals(null, cookie.getDomain());
        assertEquals(NewCookie.SameSite.LAX, cookie.getSameSite());
        assertTrue(cookie.getMaxAge() > 0
                && cookie.getMaxAge() <= Duration.ofDays(32).toSeconds());
    }

    @Test
    void over_http_it_is_the_same_cookie_without_the_prefix() {
        NewCookie cookie = new Cookies(GivenSite.at("http://localhost:8080")).anonymous(ids.cookieOf(ids.fresh()));
        assertEquals("reader", cookie.getName());
        assertFalse(cookie.isSecure());
        assertTrue(cookie.isHttpOnly());
        assertTrue(cookie.getMaxAge() <= Duration.ofDays(32).toSeconds());
    }

    @Test
    void it_holds_128_random_bits_and_their_signature_and_nothing_else() {
        Reader.Anonymous one = ids.fresh();
        String[] parts = ids.cookieOf(one).split("\\.");
        assertEquals(2, parts.length);
        assertEquals(16, Base64.getUrlDecoder().decode(parts[0]).length);
        assertEquals(32, Base64.getUrlDecoder().decode(parts[1]).length);
        assertNotEquals(ids.cookieOf(one), ids.cookieOf(ids.fresh()));
        assertEquals(one.id(), ids.read(ids.cookieOf(one)).orElseThrow().id());
    }
}
