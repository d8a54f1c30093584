package news.masthead.ops;

import java.util.List;
import news.masthead.web.NavLink;

/**
 * What stands around every page of the people who run the place.
 *
 * @param title the page's own title
 * @param tabs the pages that this person may open, in order
 * @param tab the slug of the one this page belongs to
 * @param who the name of the one who is logged in
 * @param site the address of the reader's front page
 * @param logout where the log-out is posted
 */
record OpsFrame(
        String title,
        String publication,
        String language,
        List<NavLink> tabs,
        String tab,
        String who,
        String site,
        String logout) {}
