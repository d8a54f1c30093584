package news.masthead.wire.transport;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import news.masthead.jobs.RecurringJob;
import news.masthead.wire.Connections;
import news.masthead.wire.Delivery;
import news.masthead.wire.Feed;
import news.masthead.wire.Transports;
import news.masthead.wire.WireDesk;

/**
 * Fetches every configured feed when it is its turn. What a feed holds again and again ends as duplicates; a file that did not change is not even
 * handed to the desk.
 */
@ApplicationScoped
class Feeds implements RecurringJob {

    private static final Duration LOOK_WHOSE_TURN_IT_IS = Duration.ofSeconds(5);
    private static final int AT_ONCE = 4;
    private static final Duration LONGEST_BACKOFF = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 10;

    /** So that many sites do not ask at the same second. */
    private static final double JITTER = 0.1;

    @Inject
    Connections connections;

    @Inject
    FeedSettings settings;

    @Inject
    FeedCursor.Repository cursors;

    @Inject
    WireDesk desk;

    @Inject
    Transports transports;

    @Inject
    Clock clock;

    private Fetch fetch;

    /** Wrong settings stop the start. */
    void begin(@Observes StartupEvent starting) {
        Set<InetAddress> allowed = new HashSet<>();
        settings.mayReach().orElse(List.of()).forEach(address -> allowed.add(literal(address)));
        fetch = new Fetch(new Reach(allowed, InetAddress::getAllByName));
    }

    void end(@Observes ShutdownEvent stopping) throws IOException {
        fetch.close();
    }

    @Override
    public String name() {
        return "wire-feeds";
    }

    @Override
    public Duration pause() {
        return LOOK_WHOSE_TURN_IT_IS;
    }

    @Override
    public void run() {
        try (ExecutorService some = Executors.newFixedThreadPool(AT_ONCE)) {
            connections
                    .feeds()
                    .forEach((source, feeds) -> feeds.forEach(feed -> some.execute(() -> look(source, feed, fetch))));
        }
    }

    /** Asks for a feed if it is its turn, and takes what is new. Never throws: one feed stops no other. */
    void look(String source, Feed feed, Fetch fetching) {
        Transports.Line line = new Transports.Line(Transports.Kind.FEED, source, shown(feed));
        try {
            FeedCursor cursor = cursors.of(new FeedCursor.Id(source, feed.url().toString()), clock.instant());
            if (!clock.instant().isBefore(cursor.nextAt)) {
                take(source, feed, fetching, cursor, line);
            }
        } catch (FeedAddress.Unfit unfit) {
            transports.failed(line, "It cannot be fetched: " + unfit.getMessage() + ".");
        } catch (RuntimeException failure) {
            transports.failed(line, "What it answered could not be kept; it is asked again: " + failure.getMessage());
        }
    }

    private void take(String source, Feed feed, Fetch fetching, FeedCursor cursor, Transports.Line line)
            throws FeedAddress.Unfit {
        Answer answer = fetching.get(FeedAddress.configured(feed.url()), cursor.validators());
        switch (answer) {
            case Answer.Unchanged unchanged -> well(cursor, feed, line);
            case Answer.Failed failed -> ill(cursor, feed, line, failed);
            case Answer.Fresh fresh -> {
                if (isReadable(source, fresh, cursor, line)) {
                    well(cursor, feed, line);
                } else {
                    ill(
                            cursor,
                            feed,
                            line,
                            Answer.Failed.because("It answers nothing we can read; that lies in quarantine."));
                }
            }
        }
        cursors.keep(cursor);
    }

    /** Whether there was anything in it to read. What came last time, when all was well, is not taken again. */
    private boolean isReadable(String source, Answer.Fresh fresh, FeedCursor cursor, Transports.Line line) {
        Delivery delivery = new Delivery(fresh.bytes(), fresh.charset(), "feed", line.name());
        boolean known = cursor.failures == 0 && delivery.hash().equals(cursor.hash);
        boolean readable = known
                || desk.accept(source, delivery).items().stream()
                        .anyMatch(item -> !item.outcome().equals("quarantined"));
        cursor.passes(fresh.validators(), delivery.hash());
        return readable;
    }

    private void well(FeedCursor cursor, Feed feed, Transports.Line line) {
        cursor.waits(0, clock.instant().plus(jittered(feed.pause())));
        transports.worked(line);
    }

    private void ill(FeedCursor cursor, Feed feed, Transports.Line line, Answer.Failed failed) {
        int failures = cursor.failures + 1;
        Duration backoff = feed.pause().multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        Duration pause = longer(feed.pause(), shorter(backoff, LONGEST_BACKOFF));
        Instant until = clock.instant().plus(jittered(pause));
        Instant asked = clock.instant().plus(failed.retryAfter().orElse(Duration.ZERO));
        cursor.waits(failures, asked.isAfter(until) ? asked : until);
        transports.failed(line, failed.sentence());
    }

    private static Duration jittered(Duration pause) {
        double factor = ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER);
        return Duration.ofMillis((long) (pause.toMillis() * factor));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Without what may hold a key. */
    private static String shown(Feed feed) {
        return feed.url().toString().replaceFirst("[?#].*", "").replaceFirst("//[^/@]*@", "//");
    }

    private static InetAddress literal(String address) {
        try {
            if (address.matches("[0-9a-fA-F.:]+")) {
                return InetAddress.getByName(address);
            }
        } catch (UnknownHostException noAddress) {
            throw new IllegalArgumentException("masthead.wire.may-reach holds no address: " + address, noAddress);
        }
        throw new IllegalArgumentException("masthead.wire.may-reach takes addresses in numbers, not " + address);
    }
}
