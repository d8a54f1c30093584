package news.masthead.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** The paper's pictures. */
@ApplicationScoped
public class Pictures {

    private static final int MOST_BYTES = 5_000_000;
    private static final long MOST_PIXELS = 40_000_000;
    private static final Map<String, String> MEDIA_TYPES =
            Map.of("png", "image/png", "jpeg", "image/jpeg", "webp", "image/webp");

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * Keeps a picture without what its file says beside it; the same picture twice is one.
     *
     * @param bytes PNG, JPEG or WebP, at most 5 MB and 40 megapixels; told by what they are, not by a name
     * @throws UnfitCopy if they are something else
     */
    @Transactional
    public Picture add(byte[] bytes) {
        Picture picture = read(bytes);
        Picture known = entities.find(Picture.class, picture.id);
        if (known != null) {
            return known;
        }
        entities.persist(picture);
        return picture;
    }

    /** A picture that some story of the paper shows; none for one that left the paper, or lapsed, with its story. */
    @Transactional
    public Optional<Picture> shown(String id) {
        return entities.createQuery(
                        "from Picture p where p.id = :id and exists (select 1 from Story s where s.illustration.picture = p.id and s.status = :published and (s.lapsesAt is null or s.lapsesAt > :now))",
                        Picture.class)
                .setParameter("id", id)
                .setParameter("published", StoryStatus.PUBLISHED)
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst();
    }

    /** Of a picture, without its bytes. */
    @Transactional
    public Optional<Size> size(String id) {
        return entities.createQuery("select width, height from Picture where id = :id", Size.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    private static Picture read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new UnfitCopy(List.of("The picture is larger than 5 MB."));
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw notAPicture();
            }
            ImageReader reader = readers.next();
            reader.setInput(in);
            String mediaType = MEDIA_TYPES.get(reader.getFormatName().toLowerCase(Locale.ROOT));
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (mediaType == null || (long) width * height > MOST_PIXELS) {
                throw notAPicture();
            }
            byte[] bare = PictureNotes.removed(bytes);
            return new Picture(sha256(bare), mediaType, width, height, bare);
        } catch (IOException | RuntimeException broken) {
            throw broken instanceof UnfitCopy unfit ? unfit : notAPicture();
        }
    }

    private static UnfitCopy notAPicture() {
        return new UnfitCopy(List.of("This is not a PNG, JPEG or WebP picture of at most 40 megapixels."));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** In pixels. */
    public record Size(int width, int height) {}
}
