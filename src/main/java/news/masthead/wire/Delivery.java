package news.masthead.wire;

/**
 * Bytes that an agency hands over.
 *
 * @param charset what the transport says of them; empty for nothing
 * @param transport {@code push} or {@code drop}
 * @param name the file's own name; empty where it has none
 */
public record Delivery(byte[] bytes, String charset, String transport, String name) {

    /** The most bytes a delivery may have: 5 MB. */
    public static final int LARGEST = 5_000_000;
}
