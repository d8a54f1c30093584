package news.masthead.identity;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import news.masthead.web.Site;

/** The names and attributes of the cookies readers get. Over plain http, as in local mode, they go without prefix and {@code Secure}. */
@Singleton
class Cookies {

    private static final Duration ANONYMOUS_LIFETIME = Duration.ofDays(32);
    private static final Duration SESSION_LIFETIME = Duration.ofDays(30);

    private final boolean secure;

    Cookies(Site site) {
        secure = site.isSecure();
    }

    String session() {
        return secure ? "__Host-session" : "session";
    }

    String anonymous() {
        return secure ? "__Host-reader" : "reader";
    }

    String gift() {
        return secure ? "__Host-gift" : "gift";
    }

    NewCookie session(String token) {
        return cookie(session(), token, SESSION_LIFETIME);
    }

    NewCookie anonymous(String value) {
        return cookie(anonymous(), value, ANONYMOUS_LIFETIME);
    }

    NewCookie gift(String token, Duration lifetime) {
        return cookie(gift(), token, lifetime);
    }

    NewCookie noSession() {
        return cookie(session(), "", Duration.ZERO);
    }

    private NewCookie cookie(String name, String value, Duration lifetime) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge((int) lifetime.toSeconds())
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
