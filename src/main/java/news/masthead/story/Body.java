package news.masthead.story;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The gated words of one story: safe HTML that only a grant opens for a reader. */
@Entity
@Table(name = "story_body")
public class Body extends PanacheEntityBase {

    @Id
    public Long story;

    public String html;

    protected Body() {}

    Body(Long story, String html) {
        this.story = story;
        this.html = html;
    }

    /** The bodies of stories that are in the paper; a killed story has none. */
    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Body, Long> {}
}
