package news.masthead.wire;

import java.util.ArrayList;
import java.util.List;
import news.masthead.story.SafeHtml;
import news.masthead.wire.format.WireCopy;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;

/** Some agencies send the dateline apart from the words. In the paper it opens the first paragraph. */
final class Dateline {

    private Dateline() {}

    static List<String> into(WireCopy copy) {
        List<String> blocks = new ArrayList<>(copy.story());
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).startsWith("<p>")) {
                blocks.set(i, opened(blocks.get(i), copy.dateline()));
                break;
            }
        }
        return List.copyOf(blocks);
    }

    private static String opened(String paragraph, String dateline) {
        boolean there = Jsoup.parseBodyFragment(paragraph).text().startsWith(dateline);
        return there
                ? paragraph
                : SafeHtml.of("<p>" + Entities.escape(dateline) + " " + paragraph.substring("<p>".length()));
    }
}
