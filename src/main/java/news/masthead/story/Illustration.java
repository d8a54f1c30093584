package news.masthead.story;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A picture as one story uses it.
 *
 * @param picture id of a {@link Picture}
 * @param alt what a reader who cannot see it needs to know
 * @param credit whose picture it is
 */
@Embeddable
public record Illustration(
        String picture,
        @Column(name = "picture_alt") String alt,
        @Column(name = "picture_caption") String caption,
        @Column(name = "picture_credit") String credit) {}
