package news.masthead.wire.transport;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import news.masthead.values.NetworkPrefix;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Finds the address of a feed's host, and refuses whatever is not on the public network. The connection is made to the very addresses that were
 * judged here, so that a name cannot mean something else a moment later.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA, special IPv4 addresses</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IANA, special IPv6 addresses</a>
 */
final class Reach implements DnsResolver {

    private static final List<NetworkPrefix> NOT_PUBLIC_V4 = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3");

    private static final NetworkPrefix PUBLIC_V6 = NetworkPrefix.of("2000::/3");

    /** Of the public ones: protocols' own and tunnels (Teredo), examples, 6to4. NAT64 and all that is local lie outside of them anyway. */
    private static final List<NetworkPrefix> NOT_PUBLIC_V6 =
            networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** {@code 127.1}, {@code 0177.0.0.1}, {@code 2130706433}, {@code 0x7f000001}: programs do not agree on what these are. */
    private static final Pattern LOOKS_LIKE_A_NUMBER = Pattern.compile("(?i)(.*\\.)?(0x[0-9a-f]*|[0-9]+)\\.?");

    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern FOUR_BYTES = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");

    private final Set<InetAddress> allowed;
    private final Lookup lookup;

    /** Where names are looked up. */
    interface Lookup {
        InetAddress[] addressesOf(String host) throws UnknownHostException;
    }

    /** An address that must not be reached. */
    static final class Forbidden extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Forbidden(String sentence) {
            super(sentence);
        }
    }

    /**
     * @param allowed addresses that may be reached though they are not public
     */
    Reach(Set<InetAddress> allowed, Lookup lookup) {
        this.allowed = Set.copyOf(allowed);
        this.lookup = lookup;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        if (LOOKS_LIKE_A_NUMBER.matcher(bare).matches()
                && !FOUR_BYTES.matcher(bare).matches()) {
            throw new Forbidden("the address " + bare + " can be read in more than one way");
        }
        InetAddress[] found = lookup.addressesOf(bare);
        for (InetAddress address : found) {
            if (!isPublic(address) && !allowed.contains(address)) {
                throw new Forbidden(
                        bare + " is at " + address.getHostAddress() + ", which is not on the public network");
            }
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** Java turns {@code ::ffff:127.0.0.1} into the IPv4 address by itself. */
    static boolean isPublic(InetAddress address) {
        return address instanceof Inet4Address
                ? NOT_PUBLIC_V4.stream().noneMatch(network -> network.holds(address))
                : PUBLIC_V6.holds(address) && NOT_PUBLIC_V6.stream().noneMatch(network -> network.holds(address));
    }

    private static List<NetworkPrefix> networks(String... written) {
        return Arrays.stream(written).map(NetworkPrefix::of).toList();
    }
}
