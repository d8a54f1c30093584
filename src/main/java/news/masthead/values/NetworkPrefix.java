package news.masthead.values;

import io.netty.util.NetUtil;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The addresses that begin with the same bits, in CIDR notation (RFC 4632, section 3.1; RFC 4291, section 2.3). An IPv4 address that is written
 * as an IPv6 one ({@code ::ffff:192.0.2.1}) is the IPv4 address.
 *
 * @param start its lowest address
 * @param bits how many are fixed; 1 to 32 of IPv4, 1 to 128 of IPv6
 */
public record NetworkPrefix(InetAddress start, int bits) {

    public NetworkPrefix {
        if (bits < 1 || bits > length(start)) {
            throw new IllegalArgumentException("The prefix " + start.getHostAddress() + "/" + bits + " must fix 1 to "
                    + length(start) + " bits; /0 would be every network there is.");
        }
        InetAddress lowest = masked(start, bits);
        if (!lowest.equals(start)) {
            throw new IllegalArgumentException("The prefix " + start.getHostAddress() + "/" + bits
                    + " has bits set behind its length; write " + lowest.getHostAddress() + "/" + bits + ".");
        }
    }

    /**
     * Reads {@code 49.32.0.0/12}, {@code 2401:4900::/32} or a single address.
     *
     * @throws IllegalArgumentException with a sentence for whoever wrote it
     */
    public static NetworkPrefix of(String written) {
        String[] parts = written.strip().split("/", -1);
        InetAddress start = address(parts[0])
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + written + "\" is no network: write an address in numbers, as in 49.32.0.0/12."));
        if (parts.length == 1) {
            return new NetworkPrefix(start, length(start));
        }
        if (parts.length > 2 || !parts[1].matches("\\d{1,3}")) {
            throw new IllegalArgumentException(
                    "\"" + written + "\" is no network: one slash and a number of bits end it, as in 49.32.0.0/12.");
        }
        return new NetworkPrefix(start, Integer.parseInt(parts[1]));
    }

    /** The network of that many bits around an address. */
    public static NetworkPrefix around(InetAddress address, int bits) {
        return new NetworkPrefix(masked(address, bits), bits);
    }

    /** An address in numbers; empty for anything else. Never asks a name server. */
    public static Optional<InetAddress> address(String numbers) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(numbers);
        try {
            return bytes == null ? Optional.empty() : Optional.of(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public boolean holds(InetAddress address) {
        return length(address) == length(start) && masked(address, bits).equals(start);
    }

    public boolean isIpv4() {
        return start instanceof Inet4Address;
    }

    @Override
    public String toString() {
        return start.getHostAddress() + "/" + bits;
    }

    private static int length(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }

    private static InetAddress masked(InetAddress address, int bits) {
        byte[] bytes = address.getAddress();
        int whole = bits / Byte.SIZE;
        if (whole < bytes.length) {
            bytes[whole] &= (byte) (0xff00 >> bits % Byte.SIZE);
            Arrays.fill(bytes, whole + 1, bytes.length, (byte) 0);
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
