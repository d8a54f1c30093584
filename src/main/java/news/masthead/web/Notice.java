package news.masthead.web;

/** One sentence above a page's content: what has just happened, or what the reader has to put right. */
public record Notice(boolean problem, String words) {

    /** Something went as asked. */
    public static Notice done(String words) {
        return new Notice(false, words);
    }

    /** Something did not, and the reader can do something about it. */
    public static Notice problem(String words) {
        return new Notice(true, words);
    }
}
