package news.masthead.wire.transport;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An address that may be asked for a feed.
 *
 * @param ports that may be asked
 */
record FeedAddress(URI uri, Set<Integer> ports) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Not an address for a feed; the message says why. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        Unfit(String sentence) {
            super(sentence);
        }
    }

    /** As the operator wrote it, who may name any port. */
    static FeedAddress configured(URI uri) throws Unfit {
        int named = uri.getPort() == -1 ? HTTP : uri.getPort();
        FeedAddress address =
                new FeedAddress(uri, Stream.of(HTTP, HTTPS, named).collect(Collectors.toUnmodifiableSet()));
        address.check();
        return address;
    }

    /** Where a redirection leads from here: never from https to http. */
    FeedAddress redirected(String location) throws Unfit {
        try {
            FeedAddress next = new FeedAddress(uri.resolve(new URI(location.strip())), ports);
            next.check();
            if (isSecret() && !next.isSecret()) {
                throw new Unfit("a redirection from https to http");
            }
            return next;
        } catch (URISyntaxException | IllegalArgumentException unreadable) {
            throw new Unfit("a redirection to something that is no address");
        }
    }

    /** Without what may hold a key. */
    String shown() {
        return uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
    }

    private boolean isSecret() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    private void check() throws Unfit {
        if (!isSecret() && !"http".equalsIgnoreCase(uri.getScheme())) {
            throw new Unfit("an address that is neither http: nor https:");
        }
        if (uri.getRawUserInfo() != null) {
            throw new Unfit("an address with a name or password in it");
        }
        if (uri.getHost() == null || uri.getHost().contains("%")) {
            throw new Unfit("an address without a host that can be read");
        }
        int port = uri.getPort() == -1 ? HTTP : uri.getPort();
        if (!ports.contains(port)) {
            throw new Unfit("the port " + port);
        }
    }
}
