package news.masthead.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.masthead.story.Withdrawal;
import news.masthead.story.Withdrawals;

/** The receipts of a story's last withdrawal, for the tag {@code killreceipts}. */
@ApplicationScoped
class ReceiptLists {

    @Inject
    Withdrawals withdrawals;

    @Inject
    Frames frames;

    @Inject
    WithdrawalMessages messages;

    /** Null for a story that was never taken out of the paper. */
    ReceiptList of(long story) {
        return withdrawals.lastOf(story).map(this::list).orElse(null);
    }

    private ReceiptList list(Withdrawal order) {
        boolean overdue = withdrawals.isOverdue(order);
        return new ReceiptList(
                frames.stamp(order.receivedAt),
                withdrawals.linesOf(order).stream()
                        .map(line -> row(line, order.receivedAt, overdue))
                        .toList());
    }

    private ReceiptList.Row row(Withdrawals.Line line, Instant received, boolean overdue) {
        return line.droppedAt()
                .map(dropped -> new ReceiptList.Row(
                        line.surface(),
                        line.node(),
                        messages.receiptAfter(seconds(Duration.between(received, dropped))),
                        false))
                .orElseGet(() -> new ReceiptList.Row(
                        line.surface(),
                        line.node(),
                        overdue ? messages.receiptMissing(lastSeen(line.lastSeen())) : messages.receiptAwaited(),
                        overdue));
    }

    private String lastSeen(Optional<Instant> at) {
        return at.map(seen -> frames.stamp(seen).words()).orElse("");
    }

    private static String seconds(Duration took) {
        return BigDecimal.valueOf(took.toMillis(), 3).toPlainString();
    }
}
