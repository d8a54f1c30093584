package news.masthead.desk;

import news.masthead.story.Story;
import news.masthead.web.Links;
import news.masthead.web.Site;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a story stands that a tool brought. */
@Schema(name = "StoryAddress")
record ToolAnswer(
        @Schema(examples = "126112600001") long id,
        @Schema(description = "Where readers find it.") String path,

        @Schema(description = "The same with the address of the site.")
        String url,

        @Schema(description = "1 for a new story, one more with each change.")
        int version) {

    static ToolAnswer of(Story story, Site site) {
        return of(story.id, Links.story(story.section, story.slug, story.id), story.version, site);
    }

    static ToolAnswer of(long id, String path, int version, Site site) {
        return new ToolAnswer(id, path, Links.absolute(site, path).toString(), version);
    }
}
