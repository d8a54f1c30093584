package news.masthead.web;

/** A link with its words. The slug tells which one is the current page's; it is empty where that means nothing. */
public record NavLink(String slug, String label, String href) {

    /** A link that is never the current page's. */
    public static NavLink to(String label, String href) {
        return new NavLink("", label, href);
    }
}
