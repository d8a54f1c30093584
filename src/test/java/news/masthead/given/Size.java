package news.masthead.given;

/** The two sizes of a heavy test: {@code ./mvnw verify} runs the small one, {@code -Pfull} the counts of the issues' bars. */
public final class Size {

    private Size() {}

    public static int of(int small, int full) {
        return "full".equals(System.getProperty("masthead.test.size")) ? full : small;
    }
}
