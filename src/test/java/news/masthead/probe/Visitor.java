package news.masthead.probe;

/**
 * Somebody who asks, by the cookies of that browser.
 *
 * @param cookies as in a {@code Cookie} header; empty for none
 */
record Visitor(String name, String cookies, May may) {

    /** What the site owes this visitor. */
    enum May {
        /** Has a meter of its own with something left: no premium story, but a metered one. */
        READ_METERED,
        /** Has used the meter up, or has none: no gated word at all. */
        READ_NOTHING,
        READ_EVERYTHING
    }

    static Visitor unknown() {
        return new Visitor("anonymous, new", "", May.READ_METERED);
    }

    boolean mayRead(Canary story) {
        return switch (may) {
            case READ_EVERYTHING -> true;
            case READ_METERED -> story.wall() == Canary.Wall.METERED;
            case READ_NOTHING -> false;
        };
    }

    boolean isAnonymous() {
        return !cookies.contains("session=");
    }

    @Override
    public String toString() {
        return name;
    }
}
