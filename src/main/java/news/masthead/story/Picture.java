package news.masthead.story;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An image of a story, named by the SHA-256 of its bytes (64 hex digits), so that an address never shows another picture. */
@Entity
public class Picture extends PanacheEntityBase {

    @Id
    public String id;

    @Column(name = "media_type")
    public String mediaType;

    /** In pixels. */
    public int width;

    /** In pixels. */
    public int height;

    public byte[] bytes;

    protected Picture() {}

    Picture(String id, String mediaType, int width, int height, byte[] bytes) {
        this.id = id;
        this.mediaType = mediaType;
        this.width = width;
        this.height = height;
        this.bytes = bytes;
    }
}
