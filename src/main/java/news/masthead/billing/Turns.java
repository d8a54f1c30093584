package news.masthead.billing;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets one account do one thing at a time on this node, so that many clicks ask Stripe once. It only spares work: what must hold on every
 * node is held by the database's one pending checkout and by idempotency keys.
 */
final class Turns {

    private static final int STRIPES = 256;

    private final Lock[] locks =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(Lock[]::new);

    <T> T take(long account, Supplier<T> work) {
        Lock lock = locks[(int) (account % STRIPES)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
