package news.masthead.web;

import java.net.URI;

/** A site at another address than that of the tests. */
public final class GivenSite {

    private GivenSite() {}

    public static Site at(String url) {
        return new Site(URI.create(url));
    }
}
