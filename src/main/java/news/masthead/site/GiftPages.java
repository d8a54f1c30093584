package news.masthead.site;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import news.masthead.access.Gifts;
import news.masthead.story.Story;
import news.masthead.values.Dates;
import news.masthead.web.Heading;
import news.masthead.web.Layout;
import news.masthead.web.Links;
import news.masthead.web.NavLink;
import news.masthead.web.Site;
import news.masthead.web.Stamp;
import news.masthead.web.Viewer;

/** The page a giver gets. */
@ApplicationScoped
class GiftPages {

    @Inject
    Layout layout;

    @Inject
    GiftMessages messages;

    @Inject
    Dates dates;

    @Inject
    Site site;

    TemplateInstance of(Gifts.Giving giving, Story story) {
        return switch (giving) {
            case Gifts.Giving.Open open ->
                page(messages.heading(), story, link(open, story), open.limit(), dates.day(open.resets()));
            case Gifts.Giving.NoneLeft none ->
                page(messages.noneLeft(none.limit()), story, null, none.limit(), dates.day(none.resets()));
        };
    }

    private GiftPage page(String title, Story story, GiftPage.Link link, int limit, String resets) {
        return new GiftPage(
                layout.around(Heading.unlisted(title, Teasers.link(story)), Viewer.SUBSCRIBER),
                NavLink.to(story.headline, Teasers.link(story)),
                link,
                limit,
                resets);
    }

    private GiftPage.Link link(Gifts.Giving.Open open, Story story) {
        String address = Links.absolute(site, Links.gift(open.token())).toString();
        return new GiftPage.Link(
                address,
                "mailto:?subject=" + encoded(story.headline) + "&body=" + encoded(address),
                new Stamp(open.expires().toString(), dates.minute(open.expires())),
                open.readers(),
                open.opened(),
                open.left());
    }

    /** As mail addresses have it, where a plus sign is a plus sign (RFC 6068, section 5). */
    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
