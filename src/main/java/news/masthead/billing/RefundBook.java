package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The orders to refund. Two for one payment are judged one after the other, on every node. */
@ApplicationScoped
class RefundBook {

    private static final int ROOM = 126;

    @Inject
    RefundOrder.Repository orders;

    @Inject
    EntityManager entities;

    /**
     * Writes an order down, where that much is left of the payment: of what the ledger knows, and of what was given back so lately that the ledger does
     * not know it yet.
     *
     * @param known the refunds of the payment that the ledger has
     * @return what is in its way; none where it is written down now, or was before
     */
    @Transactional
    Optional<Refusal> begin(RefundOrder order, Payment payment, List<String> known) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(:room, hashtext(:payment))")
                .setParameter("room", ROOM)
                .setParameter("payment", payment.id())
                .getSingleResult();
        if (orders.findByIdOptional(order.id).isPresent()) {
            return Optional.empty();
        }
        if (orders.unansweredOf(payment.id()).isPresent()) {
            return Optional.of(Refusal.UNANSWERED);
        }
        long fresh = orders.doneOf(payment.id()).stream()
                .filter(done -> !known.contains(done.refund))
                .mapToLong(done -> done.paise)
                .sum();
        if (order.paise > payment.left().paise() - fresh) {
            return Optional.of(Refusal.TOO_MUCH);
        }
        orders.persistAndFlush(order);
        return Optional.empty();
    }

    @Transactional
    Optional<RefundOrder> find(UUID id) {
        return orders.findByIdOptional(id);
    }

    @Transactional
    List<RefundOrder> unanswered(long account) {
        return orders.unanswered(account);
    }

    @Transactional
    void done(UUID id, String refund) {
        orders.findById(id).isDone(refund);
    }

    @Transactional
    void refused(UUID id) {
        orders.findById(id).isRefused();
    }

    /** Why an order is not written down. */
    enum Refusal {
        /** More than is left. */
        TOO_MUCH,
        /** Another one for the same payment waits for Stripe's answer. */
        UNANSWERED
    }
}
