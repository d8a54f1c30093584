package news.masthead.wire;

/**
 * Bytes that an agency hands over.
 *
 * @param charset what the transport says of them; empty for nothing
 * @param transport {@code push}, {@code drop}, {@code mail} or {@code feed}
 * @param name the file's own name, a mail's subject, a feed's address; may be empty
 */
public record Delivery(byte[] bytes, String charset, String transport, String name) {

    /** The transport of what an editor handed to an agency: nothing vouches for it but that editor, so no rule publishes it. */
    static final String HANDED = "handed";

    /** The most bytes that may be pushed, dropped or mailed: 5 MB. A feed, which holds many items, may have twice as many. */
    public static final int LARGEST = 5_000_000;

    /** SHA-256 of the bytes, in hexadecimal digits. */
    public String hash() {
        return Sha256.of(bytes);
    }
}
