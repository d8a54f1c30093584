package news.masthead.access;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * What the token of a gift link says.
 *
 * @param story id
 * @param given when it was given, in whole seconds; in the same month of the publisher's zone its readers' keys are
 * @param expires the instant from which it opens nothing, in whole seconds
 * @param giver 128 bits that only the giver's own key and this link's id lead to, so that two links of one giver have nothing in common
 * @param id 128 random bits
 */
record GiftLink(long story, Instant given, Instant expires, byte[] giver, byte[] id) {

    static final int ID_BYTES = 16;
    static final int GIVER_BYTES = 16;
    static final int BYTES = Long.BYTES + 2 * Integer.BYTES + GIVER_BYTES + ID_BYTES;

    byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(story)
                .putInt((int) given.getEpochSecond())
                .putInt((int) expires.getEpochSecond())
                .put(giver)
                .put(id)
                .array();
    }

    static GiftLink of(ByteBuffer bytes) {
        long story = bytes.getLong();
        Instant given = second(bytes);
        Instant expires = second(bytes);
        byte[] giver = new byte[GIVER_BYTES];
        byte[] id = new byte[ID_BYTES];
        bytes.get(giver).get(id);
        return new GiftLink(story, given, expires, giver, id);
    }

    /** Seconds since 1970 in 32 bits without a sign, which last until 2106. */
    private static Instant second(ByteBuffer bytes) {
        return Instant.ofEpochSecond(Integer.toUnsignedLong(bytes.getInt()));
    }
}
