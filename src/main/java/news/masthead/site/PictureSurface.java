package news.masthead.site;

import jakarta.enterprise.context.ApplicationScoped;
import news.masthead.story.Surface;

/** The pictures' own addresses. */
@ApplicationScoped
class PictureSurface implements Surface {

    @Override
    public String name() {
        return "pictures";
    }

    /** Nothing is kept: each request asks the database whether a story of the paper shows the picture. */
    @Override
    public void drop(long story) {}
}
