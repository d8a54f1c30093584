package news.masthead.access;

/** Where a story's words would go. */
public enum Outlet {
    PAGE(true),
    PRINT(true),
    EPAPER(false),
    FEED(false),
    SEARCH(false),
    NEWSLETTER(false),
    API(false);

    private final boolean spends;

    Outlet(boolean spends) {
        this.spends = spends;
    }

    /** Whether a person opens one story there, which may cost a free one; elsewhere nothing is ever spent. */
    boolean spends() {
        return spends;
    }
}
