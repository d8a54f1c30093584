package news.masthead.story;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A journalist of the paper. */
@Entity
public class Author extends PanacheEntityBase {

    @Id
    public String id;

    public String name;

    public String bio;

    protected Author() {}

    Author(String id, String name, String bio) {
        this.id = id;
        this.name = name;
        this.bio = bio;
    }
}
