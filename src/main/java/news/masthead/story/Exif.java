package news.masthead.story;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The one thing in a camera's notes that belongs to the picture: how to turn it (Exif 2.32, 4.6.4, orientation). */
final class Exif {

    private static final byte[] NAME = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    /** Of the segment's marker, length and name. */
    private static final int HEAD = 4 + NAME.length;

    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY = 12;

    private Exif() {}

    /**
     * A segment that says how to turn the picture and nothing else.
     *
     * @param segment an APP1 segment of JPEG, marker and length included
     * @return none where it says nothing of that
     */
    static Optional<byte[]> upright(byte[] segment) {
        if (segment.length < HEAD + 8 || !Arrays.equals(NAME, 0, NAME.length, segment, 4, HEAD)) {
            return Optional.empty();
        }
        ByteBuffer tiff = ByteBuffer.wrap(segment, HEAD, segment.length - HEAD).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int entry = directory + 2; entry < directory + 2 + entries * ENTRY; entry += ENTRY) {
            if ((tiff.getShort(entry) & 0xffff) == ORIENTATION) {
                return Optional.of(saying(tiff.getShort(entry + 8)));
            }
        }
        return Optional.empty();
    }

    private static byte[] saying(short orientation) {
        ByteBuffer segment = ByteBuffer.allocate(HEAD + 8 + 2 + ENTRY + 4);
        segment.putShort((short) 0xffe1)
                .putShort((short) (segment.capacity() - 2))
                .put(NAME);
        segment.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8);
        segment.putShort((short) 1);
        segment.putShort((short) ORIENTATION).putShort((short) 3).putInt(1).putShort(orientation);
        return segment.array();
    }
}
