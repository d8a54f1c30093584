package news.masthead.access;

import java.nio.ByteBuffer;

/**
 * How often each of many things was seen, in a fixed room and without a list of them: never less than the truth, and more only where a thing
 * shares all of its cells with others (Cormode and Muthukrishnan 2005, with the conservative update of Estan and Varghese 2002). Not safe for
 * threads.
 */
final class CountMinSketch {

    private static final int ROWS = 4;

    private final int[][] cells;

    /**
     * @param width cells a row, a power of two
     */
    CountMinSketch(int width) {
        if (Integer.bitCount(width) != 1) {
            throw new IllegalArgumentException("A row's cells are a power of two, not " + width);
        }
        cells = new int[ROWS][width];
    }

    /**
     * How often a thing was added, at least.
     *
     * @param digest of the thing, evenly spread, 16 bytes or more
     */
    int count(byte[] digest) {
        ByteBuffer places = ByteBuffer.wrap(digest);
        int least = Integer.MAX_VALUE;
        for (int[] row : cells) {
            least = Math.min(least, row[places.getInt() & row.length - 1]);
        }
        return least;
    }

    /** Once more; only those of its cells grow that would say too little. */
    void add(byte[] digest) {
        int now = count(digest) + 1;
        ByteBuffer places = ByteBuffer.wrap(digest);
        for (int[] row : cells) {
            int place = places.getInt() & row.length - 1;
            row[place] = Math.max(row[place], now);
        }
    }
}
