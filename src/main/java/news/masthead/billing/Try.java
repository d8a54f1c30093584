package news.masthead.billing;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;
import news.masthead.values.NetworkPrefix;

/**
 * Somebody tries something on the way to a payment.
 *
 * @param account none for a reader who has not logged in
 * @param network where from: an IPv4 address, or the /64 that one IPv6 subscriber is given (RFC 6177)
 */
record Try(Kind kind, Optional<Long> account, Optional<String> network) {

    enum Kind {
        QUOTED,
        OPENED,
        FAILED,
        WRONG_CODE
    }

    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 64;

    static Try of(Kind kind, Optional<Long> account, InetAddress from) {
        return new Try(kind, account, Optional.of(network(from)));
    }

    static String network(InetAddress from) {
        return from instanceof Inet4Address
                ? NetworkPrefix.around(from, IPV4_BITS).start().getHostAddress()
                : NetworkPrefix.around(from, IPV6_BITS).toString();
    }
}
