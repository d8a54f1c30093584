package news.masthead.access;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import news.masthead.values.NetworkPrefix;

/**
 * How many new meters each network has begun to spend from within the hour, so that throwing the cookie away again and again leads to the
 * registration wall. Nothing about anybody is kept: counts lie in a sketch under keyed hashes of networks, in memory alone, and sketch and key
 * are thrown away each hour. Budgets are a node's own and begin anew with it.
 */
@Startup
@ApplicationScoped
class NetworkBudget {

    private static final int IPV4_BITS = 24;
    private static final int IPV6_BITS = 48;

    /** Four rows of these take 4 MB and tell a million networks an hour apart. */
    private static final int WIDTH = 1 << 18;

    private static final NetworkPrefix UNIQUE_LOCAL = NetworkPrefix.of("fc00::/7");
    private static final NetworkPrefix SHARED = NetworkPrefix.of("100.64.0.0/10");

    private final NetworkBudgetSettings settings;
    private final List<Carrier> carriers;
    private final Clock clock;

    private volatile Hour hour;

    NetworkBudget(NetworkBudgetSettings settings, Clock clock) {
        if (settings.ipv4() < 1 || settings.ipv6() < 1) {
            throw new IllegalArgumentException("masthead.network-budget.ipv4 and .ipv6 must be at least 1;"
                    + " masthead.network-budget.enabled=false counts no network.");
        }
        this.settings = settings;
        this.clock = clock;
        carriers = settings.carriers().orElse(List.of()).stream()
                .map(Carrier::of)
                .sorted(Comparator.comparing(carrier -> -carrier.network().bits()))
                .toList();
        hour = new Hour(hourOf(clock.instant()));
    }

    /** Whether the network of {@code from} has used up its new meters of this hour. */
    boolean isFull(InetAddress from) {
        return isCounted(from) && now().count(networkOf(from)) >= budgetOf(from);
    }

    /**
     * Takes one from the budget for a meter that was made for this request and is about to spend.
     *
     * @return false where the budget was used up, by others at this very moment too; nothing was taken then and nothing may be spent
     */
    boolean mint(InetAddress from) {
        return !isCounted(from) || now().take(networkOf(from), budgetOf(from));
    }

    /** An address that is not on the public network tells nothing about where a reader is: this machine, or a proxy that nobody named. */
    private boolean isCounted(InetAddress from) {
        return settings.enabled()
                && !from.isLoopbackAddress()
                && !from.isSiteLocalAddress()
                && !from.isLinkLocalAddress()
                && !UNIQUE_LOCAL.holds(from)
                && !SHARED.holds(from);
    }

    private int budgetOf(InetAddress from) {
        return carriers.stream()
                .filter(carrier -> carrier.network().holds(from))
                .findFirst()
                .map(Carrier::meters)
                .orElse(from instanceof Inet4Address ? settings.ipv4() : settings.ipv6());
    }

    private static NetworkPrefix networkOf(InetAddress from) {
        return NetworkPrefix.around(from, from instanceof Inet4Address ? IPV4_BITS : IPV6_BITS);
    }

    /** A clock that is set back stays in the hour that it has reached, and gives nobody a second budget. */
    private Hour now() {
        long number = hourOf(clock.instant());
        if (number > hour.number) {
            begin(number);
        }
        return hour;
    }

    private synchronized void begin(long number) {
        if (number > hour.number) {
            hour = new Hour(number);
        }
    }

    private static long hourOf(Instant at) {
        return TimeUnit.SECONDS.toHours(at.getEpochSecond());
    }

    /** The counts of one hour and the secret they are kept under. */
    private static final class Hour {

        private static final String HASH = "HmacSHA256";

        private final long number;
        private final SecretKeySpec salt;
        private final CountMinSketch seen = new CountMinSketch(WIDTH);

        Hour(long number) {
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            this.number = number;
            this.salt = new SecretKeySpec(random, HASH);
        }

        int count(NetworkPrefix network) {
            byte[] digest = digest(network);
            synchronized (seen) {
                return seen.count(digest);
            }
        }

        boolean take(NetworkPrefix network, int budget) {
            byte[] digest = digest(network);
            synchronized (seen) {
                boolean some = seen.count(digest) < budget;
                if (some) {
                    seen.add(digest);
                }
                return some;
            }
        }

        private byte[] digest(NetworkPrefix network) {
            try {
                Mac mac = Mac.getInstance(HASH);
                mac.init(salt);
                return mac.doFinal(network.start().getAddress());
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
