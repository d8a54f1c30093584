package news.masthead.jobs;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Listens on the channel, on a connection and a thread of its own, and takes up a new line when the old one is cut. It beats twice a second;
 * notifications come in order, so when its own beat is back, it has heard all that was told before that beat.
 */
@ApplicationScoped
class Ear {

    private static final Logger LOG = Logger.getLogger(Ear.class);
    private static final String BEAT = "beat";
    private static final Duration BETWEEN_BEATS = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration BEFORE_THE_NEXT_TRY = Duration.ofMillis(250);
    private static final Duration FOR_THE_END = Duration.ofSeconds(1);

    @Inject
    DirectLine lines;

    @Inject
    Node node;

    @Inject
    @All
    List<Listener> all;

    private Map<String, Listener> listeners;
    private Thread thread;
    private volatile boolean stopping;

    /** {@code System.nanoTime()} at the sending of the last beat that came back; means nothing while the line is cut. */
    private volatile long heardUntil;

    private volatile boolean lineIsUp;
    private boolean complained;

    void start(@Observes StartupEvent starting) {
        listeners = all.stream().collect(Collectors.toMap(Listener::topic, Function.identity()));
        thread = new Thread(this::listenForEver, "ear");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent ending) throws InterruptedException {
        stopping = true;
        thread.join(FOR_THE_END);
    }

    boolean hears() {
        return lineIsUp && System.nanoTime() - heardUntil < PATIENCE.toNanos();
    }

    private void listenForEver() {
        while (!stopping) {
            try (Connection line = lines.listening("masthead ear " + node.name(), PATIENCE)) {
                listen(line);
            } catch (SQLException | RuntimeException cut) {
                lineIsUp = false;
                complain(cut);
                pause();
            }
        }
    }

    private void listen(Connection line) throws SQLException {
        try (Statement listen = line.createStatement()) {
            listen.execute("listen " + Broadcast.CHANNEL);
        }
        node.clearAway(line);
        listeners.values().forEach(Listener::catchUp);
        PGConnection channel = line.unwrap(PGConnection.class);
        for (long beat = 0; !stopping; beat++) {
            beatAndHear(line, channel, BEAT + " " + node.name() + " " + beat);
        }
        lineIsUp = false;
        node.leave(line);
    }

    private void beatAndHear(Connection line, PGConnection channel, String beat) throws SQLException {
        long sent = System.nanoTime();
        node.beat(line, beat);
        for (long left = BETWEEN_BEATS.toNanos(); left > 0; left = sent + BETWEEN_BEATS.toNanos() - System.nanoTime()) {
            int millis = (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(left));
            for (PGNotification notification : channel.getNotifications(millis)) {
                hear(notification.getParameter(), beat, sent);
            }
        }
    }

    private void hear(String told, String ownBeat, long sent) {
        if (told.equals(ownBeat)) {
            heardUntil = sent;
            lineIsUp = true;
            complained = false;
        } else {
            String[] topic = told.split(" ", 2);
            if (listeners.containsKey(topic[0])) {
                listeners.get(topic[0]).heard(topic[1]);
            }
        }
    }

    /** Once for each time that the line is cut. */
    private void complain(Exception cut) {
        if (!complained) {
            LOG.warnf("The line to the other nodes is cut; until it is up again, the database is asked: %s", cut);
        }
        complained = true;
    }

    private static void pause() {
        try {
            Thread.sleep(BEFORE_THE_NEXT_TRY);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
