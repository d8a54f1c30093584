package news.masthead.billing;

import com.stripe.StripeClient;
import com.stripe.model.Customer;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.testhelpers.TestClockCreateParams;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import news.masthead.identity.Account;
import news.masthead.identity.Accounts;
import news.masthead.identity.Erasure;

/** The accounts as Stripe's customers, one each. They are joined by this table alone, never by e-mail address. */
@ApplicationScoped
class Customers {

    @Inject
    StripeClient stripe;

    @Inject
    StripeAccount stripeAccount;

    @Inject
    StripeCustomer.Repository customers;

    @Inject
    Accounts accounts;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /** The account's customer, {@code cus_…}, made at Stripe the first time. */
    String ensure(long account) {
        StripeCustomer known = claim(account);
        return known.customer != null ? known.customer : settle(account, created(known));
    }

    /** The account a customer is; none for one that is not ours. */
    Optional<Long> accountOf(String customer) {
        return QuarkusTransaction.requiringNew()
                .call(() -> customers.ofStripe(customer).map(one -> one.account));
    }

    /**
     * How the account's customer stands at Stripe. One that was deleted there is forgotten, so that the next {@link #ensure} makes a new one.
     * https://docs.stripe.com/api/customers/retrieve
     */
    Footing footing(long account) {
        Optional<String> known = QuarkusTransaction.requiringNew()
                .call(() -> customers.findByIdOptional(account).map(one -> one.customer));
        Footing footing = known.map(this::footingOf).orElse(Footing.SOUND);
        if (footing == Footing.DELETED) {
            QuarkusTransaction.requiringNew().run(() -> customers.deleteById(account));
        }
        return footing;
    }

    private Footing footingOf(String customer) {
        try {
            Customer found = StripeFailure.asking(() -> stripe.v1().customers().retrieve(customer));
            return Boolean.TRUE.equals(found.getDeleted()) ? Footing.DELETED : footingIn(found.getCurrency());
        } catch (StripeFailure failure) {
            if (failure.isMissing()) {
                return Footing.DELETED;
            }
            throw failure;
        }
    }

    /** https://docs.stripe.com/api/customers/object#customer_object-currency : null until the first recurring payment settles it. */
    private static Footing footingIn(String currency) {
        return Catalogue.isOurs(currency) ? Footing.SOUND : Footing.OTHER_CURRENCY;
    }

    enum Footing {
        /** May buy, or is not at Stripe yet. */
        SOUND,
        DELETED,
        /** Has paid in another currency, and Stripe never mixes two on one customer. */
        OTHER_CURRENCY
    }

    private StripeCustomer claim(long account) {
        return QuarkusTransaction.requiringNew().call(() -> {
            entities.createNativeQuery("""
                            insert into stripe_customer (account, claim, claimed_at)
                            select :account, :claim, :now from account where id = :account and erased_at is null
                            and (erasing_at is null or erasing_at < :stale) for share
                            on conflict (account) do nothing""")
                    .setParameter("account", account)
                    .setParameter("claim", UUID.randomUUID())
                    .setParameter("now", clock.instant())
                    .setParameter("stale", clock.instant().minus(Erasure.UNDER_WAY))
                    .executeUpdate();
            return customers
                    .findByIdOptional(account)
                    .orElseThrow(() -> new IllegalStateException("Account " + account + " is being erased"));
        });
    }

    private String settle(long account, String customer) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        customers.update("customer = ?1 where account = ?2 and customer is null", customer, account));
        return claim(account).customer;
    }

    private String created(StripeCustomer claim) {
        Account account = accounts.find(claim.account).orElseThrow();
        CustomerCreateParams.Builder customer = CustomerCreateParams.builder()
                .setEmail(account.email)
                .setName(account.name)
                .putMetadata("account", account.id.toString());
        if (stripeAccount.hasTestClocks()) {
            customer.setTestClock(testClock(claim));
        }
        CustomerCreateParams params = customer.build();
        Customer made = IdempotencyKey.creating(
                "customer-" + claim.claim,
                params,
                key -> stripe.v1().customers().create(params, key));
        return made.getId();
    }

    /** Stripe takes three customers on one clock, so each gets its own. */
    private String testClock(StripeCustomer claim) {
        TestClockCreateParams params = TestClockCreateParams.builder()
                .setFrozenTime(claim.claimedAt.getEpochSecond())
                .setName("Account " + claim.account)
                .build();
        return IdempotencyKey.creating(
                        "clock-" + claim.claim,
                        params,
                        key -> stripe.v1().testHelpers().testClocks().create(params, key))
                .getId();
    }
}
