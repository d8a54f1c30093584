package news.masthead.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** This process as the others see it: a name that no other process has, and a row that says when it was last seen. */
@ApplicationScoped
class Node {

    private static final Duration REMEMBERED = Duration.ofDays(1);

    /** Also a beat on the channel: one transaction, one write. */
    private static final String SEEN = """
            with seen as (
                insert into node (name, started_at, last_seen) values (?, ?, ?)
                on conflict (name) do update set started_at = excluded.started_at, last_seen = excluded.last_seen)
            select pg_notify(?, ?)""";

    @Inject
    Clock clock;

    private final String name = hostName() + "-" + ProcessHandle.current().pid();

    private Instant started;

    String name() {
        return name;
    }

    /** Marks the node as alive and tells {@code words} on the channel. */
    void beat(Connection line, String words) throws SQLException {
        Instant now = clock.instant();
        started = started == null ? now : started;
        try (PreparedStatement seen = line.prepareStatement(SEEN)) {
            seen.setString(1, name);
            seen.setObject(2, at(started));
            seen.setObject(3, at(now));
            seen.setString(4, Broadcast.CHANNEL);
            seen.setString(5, words);
            seen.execute();
        }
    }

    /** Forgets those that died long ago. */
    void clearAway(Connection line) throws SQLException {
        try (PreparedStatement gone = line.prepareStatement("delete from node where last_seen < ?")) {
            gone.setObject(1, at(clock.instant().minus(REMEMBERED)));
            gone.execute();
        }
    }

    /** A node that ends in order is missed by nobody. */
    void leave(Connection line) throws SQLException {
        try (PreparedStatement gone = line.prepareStatement("delete from node where name = ?")) {
            gone.setString(1, name);
            gone.execute();
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "node";
        }
    }
}
