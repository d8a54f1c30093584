package news.masthead.probe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Readers who have read as many metered stories as they may. */
final class UsedUp {

    private UsedUp() {}

    /**
     * Reads on until nothing is left.
     *
     * @param cookies of the reader; empty for somebody new, who takes the cookie of the site
     * @param metered addresses of metered stories, more than anybody has free
     * @return the reader as first met and, where the site changed its cookie, as last met
     */
    static List<Visitor> reader(String name, String cookies, List<String> metered, Door door) throws IOException {
        List<String> held = new ArrayList<>();
        if (!cookies.isEmpty()) {
            held.add(cookies);
        }
        for (String path : metered) {
            Ask open = Ask.get(path).with("User-Agent", Asks.BROWSER);
            Answer page = door.ask(held.isEmpty() ? open : open.withCookies(held.getLast()));
            page.header("Set-Cookie").map(cookie -> cookie.split(";", 2)[0]).ifPresent(held::add);
        }
        return held.stream()
                .distinct()
                .map(some -> new Visitor(name, some, Visitor.May.READ_NOTHING))
                .toList();
    }
}
