package news.masthead.desk;

import java.util.List;

/**
 * A page of a list that is turned by its first and last row, so that what arrives meanwhile moves nothing.
 *
 * @param rows newest first
 */
record Turned<T>(List<T> rows, boolean hasNewer, boolean hasOlder) {

    /**
     * @param found the newest rows, one more than a page holds if there are more
     */
    static <T> Turned<T> first(List<T> found, int size) {
        return new Turned<>(found.subList(0, Math.min(size, found.size())), false, found.size() > size);
    }

    /**
     * @param found the rows older than the last one seen, one more than a page holds if there are more
     */
    static <T> Turned<T> back(List<T> found, int size) {
        return new Turned<>(found.subList(0, Math.min(size, found.size())), !found.isEmpty(), found.size() > size);
    }

    /**
     * @param found the rows newer than the first one seen, one more than a page holds
     */
    static <T> Turned<T> forth(List<T> found, int size) {
        return new Turned<>(found.subList(found.size() - size, found.size()), true, true);
    }
}
