package news.masthead.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** What an editor typed of a story of the paper's own, beside {@link StoryFields}. */
record OwnFields(
        @RestForm("author") List<String> authors,
        @RestForm String dateline,
        @RestForm String firstPublished,
        @RestForm FileUpload picture,
        @RestForm String pictureAlt,
        @RestForm String pictureCaption,
        @RestForm String pictureCredit) {

    /** Stories of the archive came out when the paper did, in the morning. */
    private static final int MORNING = 6;

    OwnFields {
        authors = authors == null ? List.of() : List.copyOf(authors);
        dateline = orEmpty(dateline);
        firstPublished = orEmpty(firstPublished).strip();
        pictureAlt = orEmpty(pictureAlt);
        pictureCaption = orEmpty(pictureCaption);
        pictureCredit = orEmpty(pictureCredit);
    }

    static OwnFields none() {
        return new OwnFields(List.of(), "", "", null, "", "", "");
    }

    boolean hasPicture() {
        return picture != null && picture.size() > 0;
    }

    /**
     * None where no day was typed.
     *
     * @throws DateTimeException if what was typed is no day
     */
    Optional<Instant> firstPublishedIn(ZoneId zone) {
        return firstPublished.isEmpty()
                ? Optional.empty()
                : Optional.of(LocalDate.parse(firstPublished)
                        .atTime(MORNING, 0)
                        .atZone(zone)
                        .toInstant());
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value;
    }
}
