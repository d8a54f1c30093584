package news.masthead.site;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import news.masthead.web.Chrome;
import news.masthead.web.NavLink;
import news.masthead.web.Stamp;

/**
 * What comes of giving a story. Kept by nobody: the link is the giver's.
 *
 * @param story its headline and address
 * @param link null where the month's gifts are used up
 * @param limit how many stories a giver may give in a month
 * @param resets the day from which there are as many again
 */
@CheckedTemplate(basePath = "site", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record GiftPage(Chrome chrome, NavLink story, Link link, int limit, String resets) implements TemplateInstance {

    /**
     * @param address absolute, to be copied
     * @param mail the same as the beginning of an e-mail
     * @param left how many other stories may be given this month
     */
    record Link(String address, String mail, Stamp until, int readers, int opened, int left) {}
}
