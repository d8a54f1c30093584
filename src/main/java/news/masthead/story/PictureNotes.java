package news.masthead.story;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * What a picture's file says beside the picture: captions, keywords, comments, the place where it was taken. Agencies put whole stories there, and
 * photographers their homes; neither is for whoever may see the picture. Colours and which side is up stay.
 */
final class PictureNotes {

    private static final int JPEG = 0xffd8;
    private static final int PNG = 0x8950;

    /** Markers of JPEG (ITU-T T.81, table B.1). */
    private static final int END = 0xd9;

    private static final int SCAN = 0xda;
    private static final int EXIF = 0xe1;

    /** Of APP0 to APP15 only JFIF, the colour profile and Adobe's colour transform are about the picture. */
    private static final Set<Integer> ABOUT_COLOURS = Set.of(0xe0, 0xe2, 0xee);

    private static final int COMMENT = 0xfe;
    private static final int FILL = 0xff;

    /** Chunks that are the picture (PNG, third edition, 11). */
    private static final Set<String> OF_PNG = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "bKGD", "pHYs",
            "acTL", "fcTL", "fdAT");

    /** Chunks that are the picture (RFC 9649, 2.7). */
    private static final Set<String> OF_WEBP = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");

    /** Of the flags in VP8X those that announce Exif and XMP. */
    private static final int NOTES_OF_WEBP = 0b1100;

    private PictureNotes() {}

    /**
     * The same picture without them.
     *
     * @param file PNG, JPEG or WebP that a reader of pictures has understood
     */
    static byte[] removed(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file.clone());
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
        switch (in.getShort(0) & 0xffff) {
            case JPEG -> jpeg(in, out);
            case PNG -> png(in, out);
            default -> webp(in.order(ByteOrder.LITTLE_ENDIAN), out);
        }
        return out.toByteArray();
    }

    private static void jpeg(ByteBuffer in, ByteArrayOutputStream out) {
        copy(in, 2, out);
        while (in.hasRemaining()) {
            int marker = in.getShort(in.position()) & 0xff;
            if (marker == FILL) {
                in.get();
                continue;
            }
            if (marker == END) {
                copy(in, 2, out);
                return;
            }
            int length = 2 + (in.getShort(in.position() + 2) & 0xffff);
            if (marker == EXIF) {
                Exif.upright(bytes(in, length)).ifPresent(out::writeBytes);
            } else if (isPicture(marker)) {
                copy(in, length, out);
            } else {
                in.position(in.position() + length);
            }
            if (marker == SCAN) {
                copy(in, scanLength(in), out);
            }
        }
    }

    private static boolean isPicture(int marker) {
        return marker < 0xe0 || ABOUT_COLOURS.contains(marker) || marker > 0xef && marker != COMMENT;
    }

    /** To the next marker that is neither a stuffed byte nor a restart. */
    private static int scanLength(ByteBuffer in) {
        int at = in.position();
        while (at + 1 < in.limit()) {
            int next = in.get(at + 1) & 0xff;
            if ((in.get(at) & 0xff) == 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
                return at - in.position();
            }
            at++;
        }
        return in.remaining();
    }

    private static void png(ByteBuffer in, ByteArrayOutputStream out) {
        copy(in, 8, out);
        String name = "";
        while (in.hasRemaining() && !name.equals("IEND")) {
            name = name(in, 4);
            chunk(in, 12 + in.getInt(in.position()), OF_PNG.contains(name), out);
        }
    }

    private static void webp(ByteBuffer in, ByteArrayOutputStream out) {
        copy(in, 12, out);
        while (in.remaining() >= 8) {
            int length = in.getInt(in.position() + 4);
            if (name(in, 0).equals("VP8X")) {
                in.put(in.position() + 8, (byte) (in.get(in.position() + 8) & ~NOTES_OF_WEBP));
            }
            chunk(in, Math.min(8 + length + length % 2, in.remaining()), OF_WEBP.contains(name(in, 0)), out);
        }
        byte[] whole = out.toByteArray();
        ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(4, whole.length - 8);
        out.reset();
        out.writeBytes(whole);
    }

    private static void chunk(ByteBuffer in, int length, boolean kept, ByteArrayOutputStream out) {
        byte[] chunk = bytes(in, length);
        if (kept) {
            out.writeBytes(chunk);
        }
    }

    private static String name(ByteBuffer in, int offset) {
        int at = in.position() + offset;
        return new String(Arrays.copyOfRange(in.array(), at, at + 4), StandardCharsets.ISO_8859_1);
    }

    private static void copy(ByteBuffer in, int length, ByteArrayOutputStream out) {
        out.writeBytes(bytes(in, length));
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
