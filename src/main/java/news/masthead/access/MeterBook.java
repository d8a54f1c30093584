package news.masthead.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.masthead.access.Facts.StoryFacts;
import news.masthead.identity.LoggedIn;
import news.masthead.identity.Reader;
import news.masthead.values.Publication;
import news.masthead.values.Window;

/**
 * Who has spent which free stories. What a spend wrote is remembered, so that a re-read and a reader at the limit cost no query: both facts
 * only ever stay true within their window.
 */
@ApplicationScoped
class MeterBook {

    /** One guarded upsert: however many tabs ask at once, the guard is judged under the row's lock (research: 0 of 500 readers over). */
    private static final String SPEND = """
            insert into meter (reader_key, window_start, stories) values (?, ?, array[?::bigint])
            on conflict (reader_key, window_start) do update set stories = meter.stories || excluded.stories
            where cardinality(meter.stories) < ? and not meter.stories @> excluded.stories
            returning stories""";

    private static final String READ = "select stories from meter where reader_key = ? and window_start = ?";

    private static final String MERGE = """
            insert into meter (reader_key, window_start, stories)
            select ?, window_start, stories from meter where reader_key = ? and window_start = ?
            on conflict (reader_key, window_start) do update set stories =
                array(select distinct unnest(meter.stories || excluded.stories))
            returning stories""";

    @Inject
    AgroalDataSource dataSource;

    @Inject
    ReaderKeys keys;

    @Inject
    Publication publication;

    @Inject
    Clock clock;

    private final Cache<Row, Entry> known =
            Caffeine.newBuilder().maximumSize(500_000).build();

    /** What a reader has spent in the meter's window that {@code now} falls in. */
    Spends spends(Reader reader, Meter meter, Instant now) {
        return Spends.of(before(reader, Window.monthOf(now, publication.zone())), false);
    }

    /** Spends a free story, unless it was spent before or the meter is used up; durable when this returns. */
    Spends spend(Reader reader, StoryFacts story, Meter meter, Instant now) {
        Window window = Window.monthOf(now, publication.zone());
        boolean before = before(reader, window).holds(story.id());
        Entry after = spend(reader, window, story.id(), meter.limit());
        return Spends.of(after, !before && after.holds(story.id()));
    }

    /**
     * A reader's spends, as one meter counts them.
     *
     * @param stories all of the window, whichever meter counts them: they may be read again
     * @param used how many of them the meter counts
     * @param fresh whether the story asked about was spent by this very call
     */
    record Spends(Set<Long> stories, int used, boolean fresh) {

        private static Spends of(Entry entry, boolean fresh) {
            return new Spends(entry.stories(), entry.size(), fresh);
        }

        boolean hold(long story) {
            return stories.contains(story);
        }
    }

    /**
     * Spends a free story, unless it was spent before or the limit is reached.
     *
     * @return the reader's spends after that; the story is in it if it may be read
     */
    Entry spend(Reader reader, Window window, long story, int limit) {
        Row row = row(reader, window);
        Entry before = known.getIfPresent(row);
        if (limit <= 0 || before != null && (before.holds(story) || before.size() >= limit)) {
            return before == null ? Entry.NONE : before;
        }
        Entry after = upsert(row, story, limit);
        known.put(row, after);
        return after;
    }

    /** An id that was made for this request has spent nothing, and nobody need be asked. */
    private Entry before(Reader reader, Window window) {
        return reader instanceof Reader.Anonymous anonymous && !anonymous.met() ? Entry.NONE : entry(reader, window);
    }

    /** What a reader has spent in a window. */
    Entry entry(Reader reader, Window window) {
        return known.get(row(reader, window), this::read);
    }

    /** A reader who logs in brings the stories read before; the union may exceed the limit, which bounds new spends only. */
    void merge(@Observes LoggedIn loggedIn) {
        Window window = Window.monthOf(clock.instant(), publication.zone());
        Row from = row(loggedIn.before(), window);
        Row to = row(loggedIn.now(), window);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement merge = connection.prepareStatement(MERGE)) {
            merge.setBytes(1, to.key());
            merge.setBytes(2, from.key());
            merge.setObject(3, to.windowStart());
            merge.executeQuery();
        } catch (SQLException broken) {
            throw new IllegalStateException("The meters could not be merged", broken);
        }
        known.invalidate(to);
    }

    private Entry upsert(Row row, long story, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement spend = connection.prepareStatement(SPEND)) {
            spend.setBytes(1, row.key());
            spend.setObject(2, row.windowStart());
            spend.setLong(3, story);
            spend.setInt(4, limit);
            try (ResultSet spent = spend.executeQuery()) {
                return spent.next() ? entry(spent.getArray(1)) : read(row);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("The meter could not be charged", broken);
        }
    }

    private Entry read(Row row) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(READ)) {
            read.setBytes(1, row.key());
            read.setObject(2, row.windowStart());
            try (ResultSet spends = read.executeQuery()) {
                return spends.next() ? entry(spends.getArray(1)) : Entry.NONE;
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("The meter could not be read", broken);
        }
    }

    private Row row(Reader reader, Window window) {
        return new Row(keys.of(reader, window), window.start().atOffset(ZoneOffset.UTC));
    }

    private static Entry entry(Array stories) throws SQLException {
        return new Entry(Stream.of((Long[]) stories.getArray()).collect(Collectors.toUnmodifiableSet()));
    }

    /** The stories a reader has spent in a window. */
    record Entry(Set<Long> stories) {

        static final Entry NONE = new Entry(Set.of());

        boolean holds(long story) {
            return stories.contains(story);
        }

        int size() {
            return stories.size();
        }
    }

    private record Row(byte[] key, OffsetDateTime windowStart) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Row row && Arrays.equals(key, row.key) && windowStart.equals(row.windowStart);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(key);
        }
    }
}
