package news.masthead.access;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** How many new meters may begin to spend in one network within an hour, before its next new readers are asked to register. */
@ConfigMapping(prefix = "masthead.network-budget")
interface NetworkBudgetSettings {

    /** Whether networks are counted at all. */
    boolean enabled();

    /** New meters an hour of an IPv4 /24. */
    int ipv4();

    /** New meters an hour of an IPv6 /48. */
    int ipv6();

    /** Networks where many readers share few addresses, each as {@link Carrier#of} reads it; the longest prefix that fits counts. */
    Optional<List<String>> carriers();
}
