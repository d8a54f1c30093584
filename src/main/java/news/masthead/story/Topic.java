package news.masthead.story;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What a story is about, across sections. */
@Entity
public class Topic extends PanacheEntityBase {

    @Id
    public String slug;

    public String name;

    protected Topic() {}

    Topic(String slug, String name) {
        this.slug = slug;
        this.name = name;
    }
}
