package news.masthead.jobs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * What a node remembers of rows that any node may change. A value is of one subject, for example an account; whoever changes rows of a subject
 * says so in the same transaction ({@link #changed}). This node then forgets before the transactional call returns, the others as soon as they
 * hear it: within milliseconds. A node that does not hear the others knows so after 2 seconds, and then holds nothing longer than one.
 *
 * <p>No reading that a change overtook is kept: a value counts only if its reading began after the last news of its subject.
 */
public abstract class Memory<K, V> implements Listener {

    /** Also how long a change lasts unseen that was made by hand, past {@link #changed}. */
    private static final Duration HELD = Duration.ofMinutes(1);

    private static final long HELD_BY_THE_DEAF = Duration.ofSeconds(1).toNanos();

    private static final int MOST = 200_000;

    /** News are noted by the remainder of their subject: more may be forgotten than must be, never less. */
    private static final int NOTES = 1 << 16;

    @Inject
    Broadcast broadcast;

    @Inject
    TransactionSynchronizationRegistry transactions;

    private final Cache<K, Remembered<V>> remembered =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(HELD).build();

    private final AtomicLong turn = new AtomicLong();
    private final AtomicLongArray newsOf = new AtomicLongArray(NOTES);
    private final AtomicLong newsOfAll = new AtomicLong();

    /**
     * @param turn in which its reading began
     * @param at {@code System.nanoTime()} before its reading began
     */
    private record Remembered<V>(V value, long turn, long at) {}

    /** What is committed, asked for in a transaction of its own. */
    protected abstract V read(K key);

    /** Whom a value is about. */
    protected abstract long subject(K key, V value);

    public V get(K key) {
        Remembered<V> known = remembered.getIfPresent(key);
        if (known != null && counts(key, known)) {
            return known.value();
        }
        long began = turn.get();
        long at = System.nanoTime();
        V value = read(key);
        remembered.put(key, new Remembered<>(value, began, at));
        return value;
    }

    /** Rows of a subject change with the transaction around this call. */
    public void changed(long subject) {
        broadcast.tell(topic(), Long.toString(subject));
        transactions.registerInterposedSynchronization(new ForgetWhenDone(subject));
    }

    @Override
    public void heard(String words) {
        forget(Long.parseLong(words));
    }

    @Override
    public void catchUp() {
        newsOfAll.accumulateAndGet(turn.incrementAndGet(), Math::max);
    }

    private boolean counts(K key, Remembered<V> known) {
        return known.turn() >= newsOf.get(note(subject(key, known.value())))
                && known.turn() >= newsOfAll.get()
                && (System.nanoTime() - known.at() < HELD_BY_THE_DEAF || broadcast.hears());
    }

    /** A turn is noted by two threads at once now and then; the later one stays. */
    private void forget(long subject) {
        newsOf.accumulateAndGet(note(subject), turn.incrementAndGet(), Math::max);
    }

    private static int note(long subject) {
        return Math.floorMod(subject, NOTES);
    }

    private final class ForgetWhenDone implements Synchronization {

        private final long subject;

        ForgetWhenDone(long subject) {
            this.subject = subject;
        }

        @Override
        public void beforeCompletion() {}

        /** Whatever came of it: nothing is lost by looking again. */
        @Override
        public void afterCompletion(int status) {
            forget(subject);
        }
    }
}
