package news.masthead.story;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.masthead.values.Slug;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

/** A story of the paper with its free words. Its gated words are a {@link Body}, which this has no way to. */
@Entity
public class Story extends PanacheEntityBase {

    @Id
    public Long id;

    /** 1 when first published, one more with each change. */
    public int version;

    @Enumerated(EnumType.STRING)
    StoryStatus status;

    @Enumerated(EnumType.STRING)
    public AccessClass access;

    public String section;

    public String slug;

    public String headline;

    public String teaser;

    /** Safe HTML that everybody may read; the whole story where it is free and has no body. */
    public String opening;

    @Embedded
    Provenance provenance;

    @Embedded
    Illustration illustration;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "story_author", joinColumns = @JoinColumn(name = "story"))
    @OrderColumn(name = "position")
    @Column(name = "author")
    public List<String> authors;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "story_topic", joinColumns = @JoinColumn(name = "story"))
    @OrderColumn(name = "position")
    @Column(name = "topic")
    public List<String> topics;

    @Column(name = "published_at")
    public Instant publishedAt;

    @Column(name = "updated_at")
    public Instant updatedAt;

    /** Worked out from the source's licence by the database; null for never. */
    @Column(name = "lapses_at", insertable = false, updatable = false)
    Instant lapsesAt;

    String correction;

    @Column(name = "corrected_at")
    Instant correctedAt;

    String notice;

    @Column(name = "killed_at")
    Instant killedAt;

    protected Story() {}

    Story(long id, Copy copy, Instant publishedAt) {
        this.id = id;
        this.version = 0;
        this.status = StoryStatus.PUBLISHED;
        this.publishedAt = publishedAt;
        take(copy, publishedAt);
    }

    /** None for the paper's own copy. */
    public Optional<Provenance> provenance() {
        return Optional.ofNullable(provenance);
    }

    public Optional<Illustration> illustration() {
        return Optional.ofNullable(illustration);
    }

    /** What was wrong before, in the editor's words. */
    public Optional<String> correction() {
        return Optional.ofNullable(correction);
    }

    public Optional<Instant> correctedAt() {
        return Optional.ofNullable(correctedAt);
    }

    public boolean isKilled() {
        return status == StoryStatus.KILLED;
    }

    /** Out of the paper until it is released. */
    public boolean isWithheld() {
        return status == StoryStatus.WITHHELD;
    }

    /** Whether readers find it. */
    public boolean isPublished() {
        return status == StoryStatus.PUBLISHED;
    }

    /** Whether somebody paid for its spreading; readers are told. */
    public boolean isPaid() {
        return provenance().filter(Provenance::paid).isPresent();
    }

    /** Whether the right to show its words has ended, whoever asks for them. */
    public boolean hasLapsed(Instant now) {
        return lapsesAt != null && !now.isBefore(lapsesAt);
    }

    void take(Copy copy, Instant at) {
        version++;
        updatedAt = at;
        headline = copy.headline();
        slug = slug == null ? Slug.of(copy.headline()).value() : slug;
        teaser = copy.teaser();
        section = copy.section();
        access = copy.access();
        opening = copy.opening();
        provenance = copy.provenance().orElse(null);
        illustration = copy.illustration().orElse(null);
        authors = List.copyOf(copy.authors());
        topics = List.copyOf(copy.topics());
    }

    void correct(Copy copy, String correctionNote, Instant at) {
        take(copy, at);
        correction = correctionNote;
        correctedAt = at;
    }

    void kill(String neutralNotice, Instant at) {
        leave(StoryStatus.KILLED, neutralNotice, at);
        killedAt = at;
    }

    void withhold(String neutralNotice, Instant at) {
        leave(StoryStatus.WITHHELD, neutralNotice, at);
    }

    void release(Seal.Sealed words, Instant at) {
        version++;
        status = StoryStatus.PUBLISHED;
        updatedAt = at;
        notice = null;
        teaser = words.teaser();
        opening = words.opening();
        illustration = words.illustration();
    }

    private void leave(StoryStatus why, String neutralNotice, Instant at) {
        version++;
        status = why;
        updatedAt = at;
        notice = neutralNotice;
        teaser = "";
        opening = "";
        illustration = null;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Story, Long> {}
}
