package news.masthead.web;

import io.quarkus.runtime.Startup;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import news.masthead.values.NetworkPrefix;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The address a request comes from. A header can be written by anybody, so {@code X-Forwarded-For} counts only as far as each hop that passed
 * it on is one of our own proxies: read from its right end, the first address that is none of ours is the client's. Quarkus itself takes the
 * left-most, which the client writes (quarkusio/quarkus#45005).
 */
@Startup
@Singleton
public class ClientAddress {

    private static final Logger LOG = Logger.getLogger(ClientAddress.class);

    private final List<NetworkPrefix> proxies;

    ClientAddress(
            @ConfigProperty(name = "quarkus.http.proxy.trusted-proxies") Optional<List<String>> proxies,
            @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding", defaultValue = "false")
                    boolean behindProxy) {
        this.proxies = proxies.orElse(List.of()).stream().map(NetworkPrefix::of).toList();
        if (behindProxy && this.proxies.isEmpty()) {
            LOG.warn("The proxy in front of the site is not named in quarkus.http.proxy.trusted-proxies: anybody's"
                    + " forwarding headers are believed at log-in, and every reader seems to come from the proxy.");
        }
    }

    /** Never asks a name server, and never fails for what a header says. */
    public InetAddress of(HttpServerRequest request) {
        InetAddress client = connected(request.connection().remoteAddress());
        List<String> hops = hops(request);
        for (int hop = hops.size() - 1; hop >= 0 && isOurs(client); hop--) {
            Optional<InetAddress> before = address(hops.get(hop));
            if (before.isEmpty()) {
                return client;
            }
            client = before.get();
        }
        return client;
    }

    private boolean isOurs(InetAddress address) {
        return proxies.stream().anyMatch(proxy -> proxy.holds(address));
    }

    /** Several headers of that name are one list (RFC 9110, section 5.3). */
    private static List<String> hops(HttpServerRequest request) {
        return Arrays.asList(
                String.join(",", request.headers().getAll("X-Forwarded-For")).split(",", -1));
    }

    /** Some proxies write the port too. */
    private static Optional<InetAddress> address(String hop) {
        String bare = hop.strip().replaceFirst("^([0-9.]+|\\[.*]):\\d{1,5}$", "$1");
        return NetworkPrefix.address(bare);
    }

    /** A socket of this machine has no address, and is this machine's. */
    private static InetAddress connected(SocketAddress remote) {
        return Optional.ofNullable(remote.hostAddress())
                .flatMap(NetworkPrefix::address)
                .orElseGet(InetAddress::getLoopbackAddress);
    }
}
