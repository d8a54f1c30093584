package news.masthead.access;

import news.masthead.values.NetworkPrefix;

/**
 * A network where many readers share few addresses.
 *
 * @param meters new ones an hour in each IPv4 /24 or IPv6 /48 of it
 */
record Carrier(NetworkPrefix network, int meters) {

    Carrier {
        if (meters < 1) {
            throw new IllegalArgumentException(
                    "The carrier " + network + " needs a budget of at least 1 meter an hour.");
        }
    }

    /**
     * Reads {@code 49.32.0.0/12=3000}, as it stands in {@code masthead.network-budget.carriers}.
     *
     * @throws IllegalArgumentException with a sentence for whoever wrote it
     */
    static Carrier of(String written) {
        String[] parts = written.split("=", -1);
        if (parts.length != 2 || !parts[1].strip().matches("\\d{1,9}")) {
            throw new IllegalArgumentException("\"" + written
                    + "\" in masthead.network-budget.carriers is no carrier: write its network, = and its meters an hour, as in"
                    + " 49.32.0.0/12=3000.");
        }
        return new Carrier(NetworkPrefix.of(parts[0]), Integer.parseInt(parts[1].strip()));
    }
}
