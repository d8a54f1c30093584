package news.masthead.story;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** What stood in the paper from one change to the next. */
@Entity
@Table(name = "story_version")
public class StoryVersion extends PanacheEntityBase {

    @EmbeddedId
    public Id id;

    public Instant at;

    /** Who made the change: an editor's name, or the agency's id. */
    public String editor;

    /** What was done, in a few words. */
    public String change;

    public String headline;

    String teaser;

    String opening;

    String body;

    protected StoryVersion() {}

    StoryVersion(Story story, String body, String editor, String change) {
        this.id = new Id(story.id, story.version);
        this.at = story.updatedAt;
        this.editor = editor;
        this.change = change;
        this.headline = story.headline;
        this.teaser = story.teaser;
        this.opening = story.opening;
        this.body = body;
    }

    @Embeddable
    public record Id(
            @Column(name = "story") long story,
            @Column(name = "version") int version) {}
}
