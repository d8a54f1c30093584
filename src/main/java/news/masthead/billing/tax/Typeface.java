package news.masthead.billing.tax;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of the papers: single weights of the site's own, which have the rupee's sign and are free to embed (SIL Open Font License 1.1). */
@Singleton
class Typeface {

    enum Cut {
        TEXT("libre-franklin-400"),
        STRONG("libre-franklin-600"),
        TITLE("newsreader-600");

        private final String file;

        Cut(String file) {
            this.file = "/fonts/" + file + ".ttf";
        }
    }

    private final Map<Cut, byte[]> files = new EnumMap<>(Cut.class);
    private final CmapLookup glyphs;

    Typeface() {
        for (Cut cut : Cut.values()) {
            files.put(cut, read(cut.file));
        }
        try (TrueTypeFont text = new TTFParser().parse(new RandomAccessReadBuffer(files.get(Cut.TEXT)))) {
            glyphs = text.getUnicodeCmapLookup();
        } catch (IOException impossible) {
            throw new UncheckedIOException("A font of ours cannot be read", impossible);
        }
    }

    /** Whether there is a glyph for each of its letters. */
    boolean prints(String text) {
        return text.codePoints().allMatch(letter -> glyphs.getGlyphId(letter) != 0);
    }

    /** With a question mark for each letter that there is no glyph for. */
    String printable(String text) {
        StringBuilder printed = new StringBuilder();
        text.codePoints()
                .map(letter -> glyphs.getGlyphId(letter) == 0 ? '?' : letter)
                .forEach(printed::appendCodePoint);
        return printed.toString();
    }

    /** The fonts, for one document. Only the glyphs that it uses become part of it. */
    Map<Cut, PDFont> in(PDDocument document) throws IOException {
        Map<Cut, PDFont> fonts = new EnumMap<>(Cut.class);
        for (Cut cut : Cut.values()) {
            fonts.put(cut, PDType0Font.load(document, new ByteArrayInputStream(files.get(cut)), true));
        }
        return fonts;
    }

    private static byte[] read(String file) {
        try (InputStream in = Typeface.class.getResourceAsStream(file)) {
            return in.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(file, impossible);
        }
    }
}
