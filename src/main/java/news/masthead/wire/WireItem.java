package news.masthead.wire;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import news.masthead.story.Story;
import news.masthead.wire.format.Verdict;
import news.masthead.wire.format.WireCopy;
import news.masthead.wire.format.WireMessage;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One version of an agency's item, and where it stands on the desk. */
@Entity
@Table(name = "wire_item")
public class WireItem extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    /** Id of the agency. */
    public String source;

    public String guid;

    public String version;

    @Column(name = "content_hash")
    String contentHash;

    @Column(name = "file_hash")
    String fileHash;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    @Enumerated(EnumType.STRING)
    Standing standing;

    /** Why it stands where it stands, in a sentence; may be empty. */
    public String reason;

    public String headline;

    public String slugline;

    /** 1 (flash) to 9; 0 for an item that gives none, or one of another alphabet. */
    @JdbcTypeCode(SqlTypes.SMALLINT)
    public int urgency;

    /** Slug of the section its story stands in, else of the one its agency's profile suggests; empty for neither. */
    public String section;

    /** None for no embargo with an instant. */
    Instant embargo;

    /** What the takes of its story have in common; may be empty. */
    String thread;

    /** When the agency made this version, else when it came. */
    @Column(name = "made_at")
    Instant madeAt;

    @Column(name = "received_at")
    public Instant receivedAt;

    @Convert(converter = CopyAsJson.class)
    WireCopy copy;

    /** The story it became, or is an update of. */
    Long story;

    /** What the agency wants with it. */
    public enum Kind {
        FILED,
        UPDATED,
        CORRECTED,
        KILLED,
        WITHHELD,
        ADVISORY,
        /** A file that holds nothing we can read. */
        UNREADABLE;

        /** Whether it is an order to take something out of the paper, and no words for it. */
        public boolean isRecall() {
            return this == KILLED || this == WITHHELD;
        }
    }

    /** Where it stands. */
    public enum Standing {
        NEW,
        /** May not be published, for now or ever: an embargo, a message to editors. */
        HELD,
        QUARANTINED,
        PUBLISHED,
        IGNORED,
        /** A newer version came. */
        SUPERSEDED,
        /** An order to kill, or what one fell on. */
        KILLED
    }

    protected WireItem() {}

    WireItem(WireFile.Id file, String guid, Kind kind, Instant receivedAt) {
        this.source = file.source();
        this.fileHash = file.hash();
        this.guid = guid;
        this.version = "";
        this.contentHash = file.hash();
        this.kind = kind;
        this.reason = "";
        this.headline = "";
        this.slugline = "";
        this.section = "";
        this.thread = "";
        this.madeAt = receivedAt;
        this.receivedAt = receivedAt;
    }

    void holds(WireCopy words, String hash) {
        copy = words;
        contentHash = hash;
        version = words.version();
        headline = words.readableHeadline();
        slugline = words.slugline();
        urgency = words.urgency().matches("[1-9]") ? Integer.parseInt(words.urgency()) : 0;
        thread = kind == Kind.ADVISORY || kind.isRecall() ? "" : Threads.of(words);
        madeAt = words.versionCreated().at() == null
                ? receivedAt
                : words.versionCreated().at();
        embargo = Verdict.of(WireMessage.of(words), receivedAt).embargo().orElse(null);
    }

    boolean saysTheSameAs(WireItem other) {
        return version.equals(other.version) && contentHash.equals(other.contentHash);
    }

    void suits(String suggested) {
        section = suggested;
    }

    /** What was read of its file before gives way to what is read now; where it stands does not change. */
    void isReadAs(WireItem now) {
        guid = now.guid;
        kind = now.kind;
        section = story == null ? now.section : section;
        holds(now.copy, now.contentHash);
    }

    void stands(Standing where, String why) {
        standing = where;
        reason = why;
    }

    void isUpdateOf(long published) {
        story = published;
    }

    /** A kill in prose names a story by its headline, so an item without one is called as its story is. */
    void becomes(Story published) {
        story = published.id;
        section = published.section;
        headline = copy == null ? published.headline : headline;
        stands(Standing.PUBLISHED, "");
    }

    /** None where the file could not be read. */
    public Optional<WireCopy> copy() {
        return Optional.ofNullable(copy);
    }

    /** The story it became, or is an update of. */
    public Optional<Long> story() {
        return Optional.ofNullable(story);
    }

    public Optional<Instant> embargo() {
        return Optional.ofNullable(embargo);
    }

    /** Where it stands at a moment: what is new is held until its embargo ends. */
    public Standing standingAt(Instant now) {
        return standing == Standing.NEW && embargo != null && now.isBefore(embargo) ? Standing.HELD : standing;
    }
}
