package news.masthead.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;

/** The request at hand: who makes it, by its cookies alone. Any garbage in them makes an anonymous reader, never an error. */
@RequestScoped
public class Visit {

    @Inject
    HttpHeaders headers;

    @Inject
    Sessions sessions;

    @Inject
    AnonymousIds anonymousIds;

    @Inject
    Cookies cookies;

    private Reader reader;

    public Reader reader() {
        if (reader == null) {
            reader = registered().map(Reader.class::cast).orElseGet(this::anonymous);
        }
        return reader;
    }

    /** Ends the session that this request came with, if it came with one: a log-in has begun another. */
    void leave() {
        Optional.ofNullable(session()).ifPresent(sessions::close);
    }

    public Optional<Reader.Registered> registered() {
        return reader == null
                ? sessions.reader(session())
                : Optional.of(reader)
                        .filter(Reader.Registered.class::isInstance)
                        .map(Reader.Registered.class::cast);
    }

    /** The token that the reader's session cookie holds; null where there is no such cookie. */
    String session() {
        return value(cookies.session());
    }

    /** The cookie that lets an anonymous reader be met again; to be set once that reader has spent something. */
    public NewCookie remember(Reader.Anonymous anonymous) {
        return cookies.anonymous(anonymousIds.cookieOf(anonymous));
    }

    /** The token of the gift link that the reader followed last; whatever a browser may claim it to be. */
    public Optional<String> gift() {
        return Optional.ofNullable(value(cookies.gift()));
    }

    /** The cookie that carries the token of a gift link to the clean address of its story. */
    public NewCookie carry(String token, Duration lifetime) {
        return cookies.gift(token, lifetime);
    }

    private Reader anonymous() {
        return anonymousIds.read(value(cookies.anonymous())).orElseGet(anonymousIds::fresh);
    }

    private String value(String name) {
        Cookie cookie = headers.getCookies().get(name);
        return cookie == null ? null : cookie.getValue();
    }
}
