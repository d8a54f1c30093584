package news.masthead.desk;

import java.util.List;
import news.masthead.web.NavLink;

/**
 * What stands around every page of the desk.
 *
 * @param title the page's own title
 * @param tabs the desk's pages in order
 * @param tab the slug of the one this page belongs to
 * @param editor the name of the one who is logged in
 * @param site the address of the reader's front page
 * @param logout where the log-out is posted
 * @param alerts a sentence for each agency that is silent for too long
 * @param health the address of the page that says more
 */
record Frame(
        String title,
        String publication,
        String language,
        List<NavLink> tabs,
        String tab,
        String editor,
        String site,
        String logout,
        List<String> alerts,
        String health) {}
