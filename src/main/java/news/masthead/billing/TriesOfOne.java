package news.masthead.billing;

import java.time.Instant;
import java.util.Optional;

/**
 * What one account tried from one network on the way to a payment.
 *
 * @param account none for readers who had not logged in
 * @param network an IPv4 address or an IPv6 /64; none where it is not known
 * @param opened payment pages
 * @param failed payments that a bank declined
 * @param wrongCodes promotion codes that there are not
 * @param refused whether limits were reached: minutes in which something was refused
 * @param last the newest of all these
 */
public record TriesOfOne(
        Optional<Long> account,
        Optional<String> network,
        long opened,
        long failed,
        long wrongCodes,
        long refused,
        Instant last) {

    static TriesOfOne of(Object[] row) {
        return new TriesOfOne(
                Optional.ofNullable((Long) row[0]),
                Optional.ofNullable((String) row[1]),
                (Long) row[2],
                (Long) row[3],
                (Long) row[4],
                (Long) row[5],
                (Instant) row[6]);
    }
}
