package news.masthead.web;

import java.util.List;

/**
 * What {@code layout.html} needs around every page: the words in the head, the nameplate, the sections and the doors.
 *
 * <p>Holds nothing about one reader but four flags, so that a page can be rendered once for each combination and kept. A
 * reader's name or count belongs in the page's own record, never here.
 *
 * @param title the page's own title, without the publication's name
 * @param description one plain sentence for search engines and link previews; may be empty
 * @param canonical the page's absolute address; empty where the page must not be indexed
 * @param publication the publication's name, as it stands on the nameplate
 * @param tagline the line under the nameplate
 * @param language BCP 47 tag of the page's language, such as {@code en-IN}
 * @param today today's date in the publisher's zone, in words
 * @param section the slug of the section this page belongs to; empty on every other page
 * @param sections the sections in the order of the navigation
 * @param doors where the standing links lead
 * @param signedIn whether the reader is logged in
 * @param subscribed whether the reader holds a live subscription, so that none is offered
 * @param staff whether the reader may enter the desk
 * @param owing whether a payment of the reader's failed, so that the page says where to put it right; never on the pages of the plan, which
 *     say it themselves
 */
public record Chrome(
        String title,
        String description,
        String canonical,
        String publication,
        String tagline,
        String language,
        String today,
        String section,
        List<NavLink> sections,
        Doors doors,
        boolean signedIn,
        boolean subscribed,
        boolean staff,
        boolean owing) {

    /** The addresses of the links that stand on every page. {@code login} and {@code logout} carry the way back. */
    public record Doors(
            String front, String subscribe, String login, String logout, String account, String desk, String payment) {}
}
