package news.masthead.access;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import news.masthead.values.NetworkPrefix;

/**
 * The first reads of a day, told by where they come from: of a hundred, 55 from behind carriers' IPv4 translators (three carriers, 200 /24s each,
 * used as unevenly as Zipf's law says), 20 from carriers' IPv6, 20 from homes (20,000 /24s) and 5 from offices (2,000 /24s); a tenth of them in
 * the busiest hour. In every hour a loop without a cookie reads 1,000 times from somebody's home, and another from behind a carrier.
 */
final class ReadersOfADay {

    private static final int LOOP = 1_000;

    /** Parts of the day's reads by hour, from midnight. */
    private static final int[] BY_HOUR = {
        14, 8, 5, 4, 6, 14, 32, 60, 86, 100, 92, 78, 66, 62, 58, 56, 58, 60, 58, 56, 52, 44, 30, 21
    };

    private final NetworkBudget budget;
    private final SettableClock clock;
    private final Random random = new Random(1997);
    private final List<Networks> carriers = List.of(
            new Networks("49.%d.%d.", 200, 1, 32, 47),
            new Networks("106.%d.%d.", 200, 1, 192, 223),
            new Networks("42.%d.%d.", 200, 1, 104, 111));
    private final List<Networks> mobiles = List.of(
            new Networks("2409:40%02x:%x::", 64, 1, 0, 99),
            new Networks("2401:4900:%x%x::", 64, 1, 16, 99),
            new Networks("2402:3a80:%x%x::", 64, 1, 16, 99));
    private final Networks homes = new Networks("59.%d.%d.", 20_000, 0.5, 64, 143);
    private final Networks offices = new Networks("14.%d.%d.", 2_000, 0.8, 139, 154);

    private int genuine;
    private int walled;
    private int mostAtHome;
    private int mostAtACarrier;

    ReadersOfADay(NetworkBudget budget, SettableClock clock) {
        this.budget = budget;
        this.clock = clock;
    }

    Outcome read(int readers) {
        int parts = Arrays.stream(BY_HOUR).sum();
        for (int hour = 0; hour < BY_HOUR.length; hour++) {
            boolean last = hour == BY_HOUR.length - 1;
            hour(last ? readers - genuine : (int) ((long) readers * BY_HOUR[hour] / parts));
            clock.move(Duration.ofHours(1));
        }
        return new Outcome(genuine, walled, mostAtHome, mostAtACarrier);
    }

    /** How many of so many reads without a cookie got the story. */
    static int loop(NetworkBudget budget, String address, int times) {
        InetAddress from = NetworkPrefix.address(address).orElseThrow();
        return (int) IntStream.range(0, times).filter(time -> budget.mint(from)).count();
    }

    /** Genuine reads and the two loops' in the order of chance. */
    private void hour(int readers) {
        List<InetAddress> asks = new ArrayList<>();
        IntStream.range(0, readers).forEach(reader -> asks.add(someone()));
        InetAddress atHome = homes.someone();
        InetAddress atACarrier = carriers.get(random.nextInt(carriers.size())).someone();
        List<InetAddress> loops = List.of(atHome, atACarrier);
        List<Ask> all = new ArrayList<>();
        asks.forEach(from -> all.add(new Ask(from, true)));
        loops.forEach(from -> all.addAll(Collections.nCopies(LOOP, new Ask(from, false))));
        Collections.shuffle(all, random);
        int home = 0;
        int carrier = 0;
        for (Ask ask : all) {
            boolean got = budget.mint(ask.from);
            walled += ask.genuine && !got ? 1 : 0;
            home += !ask.genuine && got && ask.from == atHome ? 1 : 0;
            carrier += !ask.genuine && got && ask.from == atACarrier ? 1 : 0;
        }
        genuine += readers;
        mostAtHome = Math.max(mostAtHome, home);
        mostAtACarrier = Math.max(mostAtACarrier, carrier);
    }

    private InetAddress someone() {
        int kind = random.nextInt(100);
        if (kind < 55) {
            return carriers.get(random.nextInt(carriers.size())).someone();
        }
        if (kind < 75) {
            return mobiles.get(random.nextInt(mobiles.size())).someone();
        }
        return (kind < 95 ? homes : offices).someone();
    }

    private record Ask(InetAddress from, boolean genuine) {}

    /**
     * @param genuine first reads of people
     * @param walled of these, how many were asked to register because others of their network had used its budget
     */
    record Outcome(int genuine, int walled, int mostOfALoopAtHome, int mostOfALoopAtACarrier) {

        double share() {
            return (double) walled / genuine;
        }
    }

    /** Networks of one kind, some used more than others. */
    private final class Networks {

        private final String pattern;
        private final int first;
        private final int span;
        private final double[] upTo;

        /**
         * @param skew of Zipf's law; 0 is even
         */
        Networks(String pattern, int count, double skew, int first, int last) {
            this.pattern = pattern;
            this.first = first;
            this.span = last - first + 1;
            upTo = new double[count];
            double sum = 0;
            for (int network = 0; network < count; network++) {
                sum += Math.pow(network + 1, -skew);
                upTo[network] = sum;
            }
        }

        InetAddress someone() {
            int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
            int network = found < 0 ? -found - 1 : found;
            String start = pattern.formatted(first + network % span, network / span);
            String whole = pattern.contains(":")
                    ? start + Integer.toHexString(random.nextInt(0xffff))
                    : start + random.nextInt(256);
            return NetworkPrefix.address(whole).orElseThrow();
        }
    }
}
