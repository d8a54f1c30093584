package news.masthead.web;

/**
 * What a page says of itself.
 *
 * @param title without the publication's name
 * @param description one plain sentence, or empty
 * @param path its address from the root; log-in comes back to it
 * @param indexed whether search engines may list it
 * @param section slug of the section it belongs to, or empty
 */
public record Heading(String title, String description, String path, boolean indexed, String section) {

    /** A page that search engines must not list: an account, a desk, an error. */
    public static Heading unlisted(String title, String path) {
        return new Heading(title, "", path, false, "");
    }
}
