package news.masthead.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import news.masthead.jobs.Broadcast;
import news.masthead.jobs.Listener;
import news.masthead.jobs.Lookout;
import news.masthead.story.EditionRow.Numbers;

/**
 * Which edition of the paper this node knows of. Every change of the paper begins a new one, on all nodes: the node that made the change knows it
 * before its verb returns, the others are told with the commit. A node that cannot hear asks the database itself for as long as it answers;
 * where it is silent, what is known stands.
 */
@ApplicationScoped
public class Editions implements Listener {

    private static final String TOPIC = "edition";

    @Inject
    EditionRow row;

    @Inject
    Broadcast broadcast;

    @Inject
    Receipts receipts;

    @Inject
    TransactionSynchronizationRegistry transactions;

    private final Lookout lookout = new Lookout(this::readRow);
    private volatile Known known = new Known(new Numbers(-1, -1), 0, 0);

    /**
     * @param turn counts the changes that this process has learned of: a database that was restored counts its editions from an older one again,
     *     this goes on
     * @param withdrawnAt the turn in which a story last left the paper
     */
    private record Known(Numbers numbers, long turn, long withdrawnAt) {

        Known and(Numbers news) {
            boolean withdrew = news.withdrawn() != numbers.withdrawn();
            return new Known(news, turn + 1, withdrew ? turn + 1 : withdrawnAt);
        }
    }

    /** The edition as a number of this process, which grows with every change. Take it before reading anything that goes into a page. */
    public long now() {
        if (!broadcast.hears()) {
            lookout.look();
        }
        return known.turn;
    }

    /** Whether a story left the paper after {@code edition}: then nothing that was read in it may be shown. */
    public boolean withdrewSince(long edition) {
        return now() > edition && known.withdrawnAt > edition;
    }

    /** The paper changes; with the commit of the transaction around this call it becomes an edition. */
    void changed() {
        begun();
    }

    /** As {@link #changed}, and a story leaves the paper. */
    void withdrew() {
        begun().withdraws = true;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void heard(String words) {
        heard(Numbers.of(words));
    }

    @Override
    public void catchUp() {
        readRow();
        receipts.catchUp();
    }

    /** News can be older than what is known: this node knows its own changes before it hears of them. */
    private synchronized void heard(Numbers told) {
        if (told.number() > known.numbers.number()) {
            learn(told);
        }
    }

    private void readRow() {
        try {
            found(row.read());
        } catch (SQLException silent) {
            throw new IllegalStateException("The edition could not be read", silent);
        }
    }

    private synchronized void found(Numbers committed) {
        if (!committed.equals(known.numbers)) {
            learn(committed);
        }
    }

    private void learn(Numbers numbers) {
        long before = known.withdrawnAt;
        known = known.and(numbers);
        if (known.withdrawnAt != before) {
            receipts.catchUp();
        }
    }

    private NextEdition begun() {
        if (transactions.getResource(TOPIC) == null) {
            NextEdition next = new NextEdition();
            transactions.putResource(TOPIC, next);
            transactions.registerInterposedSynchronization(next);
        }
        return (NextEdition) transactions.getResource(TOPIC);
    }

    /**
     * Takes its number as the last thing before the commit: until then other changes need not wait for this one, and nothing is locked after the
     * row that all of them need.
     */
    private final class NextEdition implements Synchronization {

        private boolean withdraws;
        private Numbers numbers;

        @Override
        public void beforeCompletion() {
            try {
                numbers = row.next(withdraws);
                broadcast.tell(TOPIC, numbers.words());
            } catch (SQLException broken) {
                throw new IllegalStateException("The next edition could not begin", broken);
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                heard(numbers);
            }
        }
    }
}
