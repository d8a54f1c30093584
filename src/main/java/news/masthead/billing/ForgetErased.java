package news.masthead.billing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import news.masthead.jobs.Job;

/** Empties the events that tell of an erased reader, in which Stripe wrote name and address. That they came stays on record. */
@ApplicationScoped
class ForgetErased implements Job {

    @Inject
    EntityManager entities;

    @Override
    public String name() {
        return "forget-erased-readers-events";
    }

    @Override
    public void run(String account) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("""
                                update stripe_event set raw = convert_to('{}', 'UTF8')
                                where state <> 'WAITING' and exists (select 1 from stripe_customer c where c.account = :account
                                    and position(convert_to(c.customer, 'UTF8') in raw) > 0)""")
                        .setParameter("account", Long.valueOf(account))
                        .executeUpdate());
    }
}
