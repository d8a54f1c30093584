package news.masthead.billing.tax;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * One page of A4 as tagged PDF (ISO 32000-1, 14.8): whatever is written belongs to an element of its structure, in the order of reading.
 * Measures are points from the lower left corner.
 */
final class Sheet implements AutoCloseable {

    static final float WIDTH = PDRectangle.A4.getWidth();
    static final float HEIGHT = PDRectangle.A4.getHeight();

    private final PDDocument document = new PDDocument();
    private final PDPage page = new PDPage(PDRectangle.A4);
    private final COSArray elementOfMark = new COSArray();
    private final Typeface typeface;
    private final Map<Typeface.Cut, PDFont> fonts;
    private final PDStructureElement body;
    private final PDPageContentStream content;

    Sheet(String title, String language, Typeface typeface) throws IOException {
        this.typeface = typeface;
        document.addPage(page);
        fonts = typeface.in(document);
        body = structure(title, language);
        content = new PDPageContentStream(document, page);
    }

    /** How something is written. */
    record Style(Typeface.Cut cut, float size, Color color) {}

    /** The element that all others are in. */
    PDStructureElement body() {
        return body;
    }

    /**
     * @param role a standard structure type, such as {@code P}, {@code TR} or {@code TD}
     */
    PDStructureElement in(PDStructureNode parent, String role) {
        PDStructureElement element = new PDStructureElement(role, parent);
        element.setPage(page);
        parent.appendKid(element);
        return element;
    }

    void write(PDStructureElement element, Style style, float x, float y, String text) throws IOException {
        content.beginMarkedContent(COSName.getPDFName(element.getStructureType()), elementOfMark.size());
        content.beginText();
        content.setFont(fonts.get(style.cut()), style.size());
        content.setNonStrokingColor(style.color());
        content.newLineAtOffset(x, y);
        content.showText(typeface.printable(text));
        content.endText();
        content.endMarkedContent();
        element.appendKid(elementOfMark.size());
        elementOfMark.add(element);
    }

    /** Ends at {@code right}. */
    void writeTo(PDStructureElement element, Style style, float right, float y, String text) throws IOException {
        write(element, style, right - width(style, text), y, text);
    }

    /** A line across, which says nothing. */
    void rule(float from, float to, float y, float thickness, Color color) throws IOException {
        content.beginMarkedContent(COSName.ARTIFACT);
        content.setNonStrokingColor(color);
        content.addRect(from, y, to - from, thickness);
        content.fill();
        content.endMarkedContent();
    }

    /** The lines that a text takes in a column; its own line ends are kept. */
    List<String> lines(Style style, float width, String text) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.lines().toList()) {
            StringBuilder line = new StringBuilder();
            for (String word : words(style, width, paragraph)) {
                if (!line.isEmpty() && width(style, line + " " + word) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** A word that is wider than the column is broken. */
    private List<String> words(Style style, float width, String paragraph) throws IOException {
        List<String> words = new ArrayList<>();
        for (String word : paragraph.strip().split("\\s+")) {
            String rest = word;
            while (width(style, rest) > width) {
                int fits = rest.length() - 1;
                while (fits > 1 && width(style, rest.substring(0, fits)) > width) {
                    fits--;
                }
                words.add(rest.substring(0, fits));
                rest = rest.substring(fits);
            }
            words.add(rest);
        }
        return words;
    }

    byte[] bytes() throws IOException {
        content.close();
        PDNumberTreeNode parents = new PDNumberTreeNode(COSArray.class);
        parents.setNumbers(Map.of(0, elementOfMark));
        page.setStructParents(0);
        PDStructureTreeRoot root = document.getDocumentCatalog().getStructureTreeRoot();
        root.setParentTree(parents);
        root.setParentTreeNextKey(1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private PDStructureElement structure(String title, String language) {
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage(language);
        PDMarkInfo marked = new PDMarkInfo();
        marked.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(marked);
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
        PDStructureTreeRoot root = new PDStructureTreeRoot();
        document.getDocumentCatalog().setStructureTreeRoot(root);
        return in(root, "Document");
    }

    private float width(Style style, String text) throws IOException {
        return fonts.get(style.cut()).getStringWidth(typeface.printable(text)) / 1000 * style.size();
    }
}
