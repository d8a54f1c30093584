package news.masthead.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.masthead.values.Window;
import news.masthead.wire.format.WireReader;

/** Every file that came, and where each item in it ended. Nothing that was kept is missing here. */
@ApplicationScoped
public class Arrivals {

    @Inject
    ArrivalLists lists;

    @Inject
    WireFile.Repository files;

    @Inject
    WireItems items;

    @Inject
    Reading.Repository readings;

    @Inject
    EntityManager entities;

    /** A choice of files by where at least one item in them ended. */
    public enum Ending {
        ALL("true"),
        ACCEPTED,
        DUPLICATE,
        SUPERSEDED,
        QUARANTINED,
        /** Kept, and not yet taken to any end. */
        UNREAD("f.read_at is null");

        private final String where;

        Ending() {
            this.where = "exists (select 1 from wire_outcome o where o.source = f.source and o.file_hash = f.hash"
                    + " and o.outcome = '" + name() + "')";
        }

        Ending(String where) {
            this.where = where;
        }

        String where() {
            return where;
        }
    }

    /**
     * Which files an editor wants to see.
     *
     * @param source id of an agency; empty for all
     * @param received the span in which they came for the first time or the last; none for whenever
     */
    public record Choice(Ending ending, String source, Optional<Window> received) {

        /** The same choice of files that ended elsewhere. */
        public Choice of(Ending other) {
            return new Choice(other, source, received);
        }
    }

    /** A file's name among all: the agency's id, and the SHA-256 of its bytes in hexadecimal. */
    public record Name(String source, String hash) {}

    /**
     * A file as it came.
     *
     * @param name its own name; empty where the transport knows none
     * @param lastReceivedAt when the same bytes came last; none while they came once
     * @param arrivals how often they came
     * @param size in bytes
     * @param charset what the transport said of the bytes; empty for nothing
     * @param readAt none while it waits to be read
     * @param readBy the build that read it first; empty where nobody noted it
     */
    public record File(
            Name id,
            String transport,
            String name,
            Instant receivedAt,
            Optional<Instant> lastReceivedAt,
            int arrivals,
            long size,
            String charset,
            Optional<Instant> readAt,
            String readBy) {}

    /**
     * Where an item of a file ended.
     *
     * @param number its place in the file, from 1
     * @param item its id on the desk
     * @param reason a sentence; may be empty
     */
    public record Ended(int number, long item, String headline, Outcome.End end, String reason) {}

    /**
     * @param items the first of them
     * @param count how many items there are
     */
    public record Arrival(File file, List<Ended> items, long count) {}

    /** Newest first. */
    @Transactional
    public List<Arrival> newest(Choice choice, int limit) {
        return lists.newest(choice, limit);
    }

    /** Those that came before {@code file}, newest first. */
    @Transactional
    public List<Arrival> olderThan(Name file, Choice choice, int limit) {
        return lists.olderThan(file, choice, limit);
    }

    /** Those that came after {@code file} and are nearest to it, newest first. */
    @Transactional
    public List<Arrival> newerThan(Name file, Choice choice, int limit) {
        return lists.newerThan(file, choice, limit);
    }

    /** How many files of a choice ended where; {@link Inbox#MOST_COUNTED} and one for any more than that. */
    @Transactional
    public Map<Ending, Long> counts(Choice choice) {
        return lists.counts(choice, Inbox.MOST_COUNTED);
    }

    /** One file with all its items. */
    @Transactional
    public Optional<Arrival> arrival(Name file) {
        return lists.one(file).map(known -> {
            List<Ended> ends =
                    items.outcomesOf(id(file)).stream().map(this::ended).toList();
            return new Arrival(known, ends, ends.size());
        });
    }

    /** Every file that brought an item, oldest first. */
    @Transactional
    public List<File> filesOf(WireItem item) {
        return lists.filesOf(item.id);
    }

    /** The file that an item was read from. */
    public Name nameOf(WireItem item) {
        return new Name(item.source, item.fileHash);
    }

    /** Each time a file was read again, newest first. */
    @Transactional
    public List<Reading> readingsOf(Name file) {
        return readings.of(id(file));
    }

    /**
     * A file's bytes.
     *
     * @param text the bytes as characters, for a person to look at
     */
    public record Raw(byte[] bytes, String text) {}

    @Transactional
    public Optional<Raw> raw(Name file) {
        return files.file(id(file)).map(kept -> new Raw(kept.bytes, WireReader.text(kept.bytes, kept.charset)));
    }

    /** The agencies of all files, configured or not. */
    @Transactional
    public List<String> sources() {
        // Skips from agency to agency on the index instead of reading every file's row.
        return ((List<?>) entities.createNativeQuery("""
                        with recursive s(source) as (
                            (select source from wire_file order by source limit 1)
                            union all
                            select (select f.source from wire_file f where f.source > s.source order by f.source limit 1)
                            from s where s.source is not null)
                        select source from s where source is not null""", String.class).getResultList())
                .stream().map(String.class::cast).toList();
    }

    private Ended ended(Outcome outcome) {
        WireItem item = items.findById(outcome.item);
        return new Ended(outcome.id.number(), item.id, item.headline, outcome.outcome, outcome.reason);
    }

    private static WireFile.Id id(Name file) {
        return new WireFile.Id(file.source(), file.hash());
    }
}
