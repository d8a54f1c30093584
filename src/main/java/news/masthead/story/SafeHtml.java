package news.masthead.story;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** The news allow-list: what wire copy and editors may put on a page. Wire copy is hostile input. */
public final class SafeHtml {

    private static final PolicyFactory NEWS = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "h2",
                    "h3",
                    "h4",
                    "ul",
                    "ol",
                    "li",
                    "blockquote",
                    "pre",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td",
                    "a",
                    "em",
                    "strong",
                    "br",
                    "figure",
                    "figcaption")
            .allowStandardUrlProtocols()
            .allowAttributes("href")
            .onElements("a")
            .requireRelNofollowOnLinks()
            .toFactory();

    private SafeHtml() {}

    /** {@code html} with only paragraphs, headings, lists, quotes, tables, emphasis and http, https or mailto links left; null gives the empty text. */
    public static String of(String html) {
        return html == null ? "" : NEWS.sanitize(html).strip();
    }

    /** As {@link #of}, its links marked as paid for. */
    static String sponsored(String html) {
        Document safe = Jsoup.parseBodyFragment(of(html));
        safe.select("a[href]").attr("rel", "sponsored nofollow");
        safe.outputSettings().prettyPrint(false);
        return safe.body().html();
    }
}
