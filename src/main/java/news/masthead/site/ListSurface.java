package news.masthead.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import news.masthead.story.Surface;
import news.masthead.web.Links;

/** The front page and the sections. */
@ApplicationScoped
class ListSurface implements Surface {

    @Inject
    Renditions renditions;

    @Override
    public String name() {
        return "front and sections";
    }

    @Override
    public void drop(long story) {
        renditions.forget(path -> !Links.isStory(path));
    }
}
