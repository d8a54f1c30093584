package news.masthead.billing;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.Payout;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Payouts and their entries, as Stripe told them, and whose money each entry is. */
@ApplicationScoped
class PayoutBook {

    private static final String ARRIVED = "paid";

    /** https://docs.stripe.com/payouts#payout-failures */
    private static final Duration MAY_COME_BACK = Duration.ofDays(10);

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /** Whether it arrived so long ago that Stripe need not be asked again: a bank may send one back for some days yet. */
    @Transactional
    boolean isClosed(String payout) {
        return !entities.createNativeQuery(
                        "select 1 from payout where id = :id and status = :arrived and arrives_at < :long_ago")
                .setParameter("id", payout)
                .setParameter("arrived", ARRIVED)
                .setParameter("long_ago", clock.instant().minus(MAY_COME_BACK))
                .getResultList()
                .isEmpty();
    }

    /** @param entries without the payout's own */
    @Transactional
    void keep(Payout payout, List<BalanceTransaction> entries) {
        entities.createNativeQuery("""
                        insert into payout (id, created_at, arrives_at, status, automatic, paise)
                        values (:id, :created, :arrives, :status, :automatic, :paise)
                        on conflict (id) do update set status = excluded.status, arrives_at = excluded.arrives_at""")
                .setParameter("id", payout.getId())
                .setParameter("created", Instant.ofEpochSecond(payout.getCreated()))
                .setParameter("arrives", Instant.ofEpochSecond(payout.getArrivalDate()))
                .setParameter("status", payout.getStatus())
                .setParameter("automatic", payout.getAutomatic())
                .setParameter("paise", payout.getAmount())
                .executeUpdate();
        entries.forEach(entry -> keep(payout.getId(), entry));
    }

    private void keep(String payout, BalanceTransaction entry) {
        entities.createNativeQuery("""
                        insert into payout_entry (id, payout, category, source, at, gross, fee, net)
                        values (:id, :payout, :category, nullif(:source, ''), :at, :gross, :fee, :net)
                        on conflict (id) do nothing""")
                .setParameter("id", entry.getId())
                .setParameter("payout", payout)
                .setParameter("category", entry.getReportingCategory())
                .setParameter("source", entry.getSource() == null ? "" : entry.getSource())
                .setParameter("at", Instant.ofEpochSecond(entry.getCreated()))
                .setParameter("gross", entry.getAmount())
                .setParameter("fee", entry.getFee())
                .setParameter("net", entry.getNet())
                .executeUpdate();
    }

    /**
     * Finds the invoice of each entry that has none: a charge by its payment in the ledger, a refund and a dispute among the facts. What is not
     * found, such as another application's money on the same account, is looked for again the next time.
     */
    @Transactional
    void match() {
        entities.createNativeQuery("""
                        update payout_entry entry set invoice = fact.invoice from billing_fact fact
                        where entry.invoice is null and fact.ref = entry.source and fact.kind in ('REFUNDED', 'DISPUTED')""").executeUpdate();
        entities.createNativeQuery("""
                        update payout_entry entry set invoice = paid.object from stripe_object payment, stripe_object paid
                        where entry.invoice is null
                            and payment.kind = 'payment_intent' and payment.content -> 'latest_charge' ->> 'id' = entry.source
                            and paid.subscription = payment.subscription and paid.kind = 'invoice'
                            and jsonb_path_exists(paid.content, '$.payments.data[*].payment ? (@.payment_intent == $payment)',
                                jsonb_build_object('payment', payment.object))""").executeUpdate();
    }
}
