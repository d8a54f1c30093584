package news.masthead.wire.format;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What must not be in a page, found by reading it again as a browser would, twice: what one reading makes harmless, the next may wake. */
final class Offences {

    /** Ways in which wire copy could harm a page. */
    enum Kind {
        SCRIPT,
        STYLE,
        HANDLER,
        FOREIGN_SCHEME,
        /** Any element or attribute that no block needs. */
        STRANGER
    }

    private static final Set<String> KNOWN = Set.of(
            "html",
            "head",
            "body",
            "h1",
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
            "figcaption");
    private static final Set<String> ATTRIBUTES = Set.of("href", "rel");
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");
    /** As browsers do, white space and control characters within are passed over. */
    private static final Pattern SCHEME = Pattern.compile("^([^/?#:]*):");

    private Offences() {}

    static Set<Kind> in(String page) {
        Set<Kind> found = EnumSet.noneOf(Kind.class);
        String html = page;
        for (int reading = 0; reading < 2; reading++) {
            Document document = Jsoup.parse(html);
            document.getAllElements().stream()
                    .filter(element -> !(element instanceof Document))
                    .forEach(element -> found.addAll(of(element)));
            html = document.outerHtml();
        }
        return found;
    }

    private static List<Kind> of(Element element) {
        List<Kind> found = new ArrayList<>();
        String name = element.normalName();
        if (name.equals("script")) {
            found.add(Kind.SCRIPT);
        } else if (name.equals("style") || element.hasAttr("style")) {
            found.add(Kind.STYLE);
        }
        if (!KNOWN.contains(name)) {
            found.add(Kind.STRANGER);
        }
        element.attributes().forEach(attribute -> found.addAll(of(attribute)));
        return found;
    }

    private static List<Kind> of(Attribute attribute) {
        List<Kind> found = new ArrayList<>();
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        if (name.startsWith("on")) {
            found.add(Kind.HANDLER);
        }
        if (!ATTRIBUTES.contains(name)) {
            found.add(Kind.STRANGER);
        }
        Matcher scheme = SCHEME.matcher(attribute.getValue().replaceAll("[\\p{Cntrl}\\p{Z}]", ""));
        if (!name.equals("rel")
                && scheme.find()
                && !SCHEMES.contains(scheme.group(1).toLowerCase(Locale.ROOT))) {
            found.add(Kind.FOREIGN_SCHEME);
        }
        return found;
    }
}
