package news.masthead.desk;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import news.masthead.story.SafeHtml;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/** The words of a file that no parser understands, as far as a person needs them to begin with. */
final class RawWords {

    private static final int MOST = 50_000;

    private RawWords() {}

    /** One paragraph for each of the file: those that its markup names, else those that empty lines part. Safe, and never published unread. */
    static String asHtml(String raw) {
        String text = raw.substring(0, Math.min(MOST, raw.length())).strip();
        List<String> paragraphs = text.startsWith("<") ? ofMarkup(text) : ofText(text);
        return SafeHtml.of(paragraphs.stream()
                .map(words -> "<p>" + Entities.escape(words) + "</p>")
                .collect(Collectors.joining("\n")));
    }

    private static List<String> ofMarkup(String text) {
        Document page = Jsoup.parse(text);
        List<String> paragraphs = page.select("p").stream()
                .map(Element::text)
                .filter(words -> !words.isBlank())
                .toList();
        return paragraphs.isEmpty() ? ofText(page.wholeText()) : paragraphs;
    }

    private static List<String> ofText(String text) {
        return Arrays.stream(text.split("\\R[ \\t]*\\R"))
                .map(words -> words.replaceAll("[\\s\\p{Cntrl}]+", " ").strip())
                .filter(words -> !words.isEmpty())
                .toList();
    }
}
