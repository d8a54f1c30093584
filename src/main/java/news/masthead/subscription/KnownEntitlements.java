package news.masthead.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import news.masthead.jobs.Memory;

/** The entitlements of each account as this node knows them. */
@ApplicationScoped
class KnownEntitlements extends Memory<Long, List<KnownEntitlements.Span>> {

    private static final String TOPIC = "entitlement";

    @Inject
    EntityManager entities;

    /**
     * @param plan code of the plan
     * @param lacksAPayment whether it is of a subscription whose last payment failed
     */
    record Span(Instant start, Instant end, String plan, boolean lacksAPayment) {
        boolean contains(Instant at) {
            return !at.isBefore(start) && at.isBefore(end);
        }
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    protected List<Span> read(Long account) {
        List<Object[]> rows = entities.createNativeQuery("""
                        select e.starts_at, e.ends_at, case e.cause_kind when 'COMP' then :comp else s.plan end,
                            coalesce(s.state = 'PAST_DUE', false)
                        from entitlement e
                        left join subscription s on e.cause_kind = 'SUBSCRIPTION' and s.provider_ref = e.cause
                        where e.account = :account""", Object[].class)
                .setParameter("comp", Comp.PLAN)
                .setParameter("account", account)
                .getResultList();
        return rows.stream()
                .map(row -> new Span((Instant) row[0], (Instant) row[1], (String) row[2], (Boolean) row[3]))
                .toList();
    }

    @Override
    protected long subject(Long account, List<Span> spans) {
        return account;
    }

    void changed(@Observes EntitlementChanged change) {
        changed(change.account());
    }
}
