package news.masthead.billing;

/** The two sizes of a heavy test: the same code with another count. */
final class Size {

    private Size() {}

    static int of(int small, int full) {
        return System.getProperty("masthead.test.size", "small").equals("full") ? full : small;
    }
}
