package news.masthead.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import news.masthead.story.Surface;
import news.masthead.web.Links;

/** The pages at stories' own addresses, which also list others. */
@ApplicationScoped
class StoryPageSurface implements Surface {

    @Inject
    Renditions renditions;

    @Override
    public String name() {
        return "story pages";
    }

    @Override
    public void drop(long story) {
        renditions.forget(Links::isStory);
    }
}
