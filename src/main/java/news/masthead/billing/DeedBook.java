package news.masthead.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import news.masthead.values.Money;

/** What staff did, on record. */
@ApplicationScoped
public class DeedBook {

    @Inject
    EntityManager entities;

    /** Writes it down, once under its id. */
    @Transactional
    void add(Deed deed) {
        entities.createNativeQuery("""
                        insert into billing_deed (id, at, made_by, account, what, subject, paise, reason, before, after)
                        values (:id, :at, :by, :account, :what, :subject, :paise, :reason, :before, :after)
                        on conflict (id) do nothing""")
                .setParameter("id", deed.id())
                .setParameter("at", deed.at())
                .setParameter("by", deed.by())
                .setParameter("account", deed.account())
                .setParameter("what", deed.what().name())
                .setParameter("subject", deed.subject())
                .setParameter("paise", deed.amount().paise())
                .setParameter("reason", deed.reason())
                .setParameter("before", deed.before())
                .setParameter("after", deed.after())
                .executeUpdate();
    }

    /** Forgets what was typed about an account that is being erased. What was done, when, by whom and for how much stays. */
    @Transactional(Transactional.TxType.MANDATORY)
    void forgetWhy(long account) {
        for (String table : List.of("billing_deed", "refund_order")) {
            entities.createNativeQuery("update " + table + " set reason = :forgotten where account = :account")
                    .setParameter("forgotten", Deed.FORGOTTEN)
                    .setParameter("account", account)
                    .executeUpdate();
        }
    }

    /** The newest first. */
    @Transactional
    public List<Deed> of(long account) {
        List<Object[]> rows = entities.createNativeQuery("""
                        select id, at, made_by, account, what, subject, paise, reason, before, after from billing_deed
                        where account = :account order by at desc, id""", Object[].class)
                .setParameter("account", account)
                .getResultList();
        return rows.stream().map(DeedBook::deed).toList();
    }

    private static Deed deed(Object[] row) {
        return new Deed(
                (UUID) row[0],
                (Instant) row[1],
                ((Number) row[2]).longValue(),
                ((Number) row[3]).longValue(),
                Deed.What.valueOf((String) row[4]),
                (String) row[5],
                new Money(((Number) row[6]).longValue()),
                (String) row[7],
                (String) row[8],
                (String) row[9]);
    }
}
