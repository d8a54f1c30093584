package news.masthead.wire;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An editor's word that the agency lets an item be used which it, or our doubt, held back. */
@Entity
@Table(name = "wire_leave")
public class Leave extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long item;

    /** The editor's name. */
    public String editor;

    /** What the agency said, and who said it, in the editor's words. */
    public String word;

    public Instant at;

    protected Leave() {}

    Leave(long item, String editor, String word, Instant at) {
        this.item = item;
        this.editor = editor;
        this.word = word;
        this.at = at;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Leave, Long> {}
}
