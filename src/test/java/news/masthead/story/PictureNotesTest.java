package news.masthead.story;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureNotesTest {

    private static final String NOTE = "the whole story in a caption";
    private static final int SIZE = 40;

    @ParameterizedTest
    @ValueSource(ints = {0xe1, 0xed, 0xfe, 0xe3})
    void a_jpeg_loses_what_it_says_and_no_dot(int marker) throws IOException {
        byte[] plain = picture("jpeg");
        byte[] noted = spliced(plain, 2, jpegSegment(marker, NOTE.getBytes(StandardCharsets.UTF_8)));

        byte[] bare = PictureNotes.removed(noted);

        assertFalse(text(bare).contains(NOTE));
        assertSameDots(plain, bare);
    }

    @Test
    void a_jpeg_loses_what_stands_behind_its_end() throws IOException {
        byte[] plain = picture("jpeg");

        byte[] bare = PictureNotes.removed(spliced(plain, plain.length, NOTE.getBytes(StandardCharsets.UTF_8)));

        assertArrayEquals(PictureNotes.removed(plain), bare);
    }

    @ParameterizedTest
    @ValueSource(strings = {"II", "MM"})
    void a_photograph_stays_upright(String order) throws IOException {
        byte[] exif = exif(order, 6);
        byte[] noted = spliced(picture("jpeg"), 2, jpegSegment(0xe1, exif));

        byte[] bare = PictureNotes.removed(noted);

        assertFalse(text(bare).contains(NOTE));
        assertTrue(text(bare).contains("Exif\0\0MM\0*\0\0\0\b\0\1\1\22\0\3\0\0\0\1\0\6"));
        assertSameDots(noted, bare);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tEXt", "zTXt", "iTXt", "eXIf", "prVt"})
    void a_png_loses_what_it_says_and_no_dot(String chunk) throws IOException {
        byte[] plain = picture("png");
        byte[] noted = spliced(plain, 33, pngChunk(chunk, NOTE.getBytes(StandardCharsets.UTF_8)));

        byte[] bare = PictureNotes.removed(noted);

        assertArrayEquals(plain, bare);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXIF", "XMP ", "note"})
    void a_webp_loses_what_it_says(String chunk) {
        byte[] picture = webpChunk("VP8L", new byte[] {1, 2, 3, 4, 5, 6});
        byte[] plain = webp(spliced(webpChunk("VP8X", new byte[10]), 18, picture));
        byte[] flagged = webpChunk("VP8X", new byte[] {0b1100, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        byte[] said = webpChunk(chunk, NOTE.getBytes(StandardCharsets.UTF_8));
        byte[] noted = webp(spliced(spliced(flagged, 18, said), 18, picture));

        assertArrayEquals(plain, PictureNotes.removed(noted));
    }

    private static void assertSameDots(byte[] one, byte[] other) throws IOException {
        BufferedImage before = ImageIO.read(new ByteArrayInputStream(one));
        BufferedImage after = ImageIO.read(new ByteArrayInputStream(other));
        for (int dot = 0; dot < SIZE * SIZE; dot++) {
            assertEquals(before.getRGB(dot % SIZE, dot / SIZE), after.getRGB(dot % SIZE, dot / SIZE));
        }
    }

    private static byte[] picture(String format) throws IOException {
        BufferedImage noise = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int dot = 0; dot < SIZE * SIZE; dot++) {
            noise.setRGB(dot % SIZE, dot / SIZE, random.nextInt());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(noise, format, bytes);
        return bytes.toByteArray();
    }

    private static byte[] jpegSegment(int marker, byte[] content) {
        ByteBuffer segment = ByteBuffer.allocate(4 + content.length);
        segment.putShort((short) (0xff00 | marker)).putShort((short) (2 + content.length));
        return segment.put(content).array();
    }

    private static byte[] exif(String order, int orientation) {
        byte[] note = NOTE.getBytes(StandardCharsets.UTF_8);
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 24 + 4 + note.length);
        exif.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1)).put(order.getBytes(StandardCharsets.ISO_8859_1));
        exif.order(order.equals("II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        exif.putShort((short) 42).putInt(8).putShort((short) 2);
        exif.putShort((short) 0x010e).putShort((short) 2).putInt(note.length).putInt(38);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        return exif.putInt(0).put(note).array();
    }

    private static byte[] pngChunk(String name, byte[] content) {
        byte[] named = spliced(name.getBytes(StandardCharsets.ISO_8859_1), 4, content);
        CRC32 check = new CRC32();
        check.update(named);
        return ByteBuffer.allocate(8 + named.length)
                .putInt(content.length)
                .put(named)
                .putInt((int) check.getValue())
                .array();
    }

    private static byte[] webpChunk(String name, byte[] content) {
        ByteBuffer chunk = ByteBuffer.allocate(8 + content.length).order(ByteOrder.LITTLE_ENDIAN);
        return chunk.put(name.getBytes(StandardCharsets.ISO_8859_1))
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static byte[] webp(byte[] chunks) {
        ByteBuffer file = ByteBuffer.allocate(12 + chunks.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.ISO_8859_1)).putInt(4 + chunks.length);
        return file.put("WEBP".getBytes(StandardCharsets.ISO_8859_1))
                .put(chunks)
                .array();
    }

    private static byte[] spliced(byte[] whole, int at, byte[] part) {
        return ByteBuffer.allocate(whole.length + part.length)
                .put(whole, 0, at)
                .put(part)
                .put(whole, at, whole.length - at)
                .array();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
