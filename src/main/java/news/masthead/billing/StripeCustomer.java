package news.masthead.billing;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Which customer at Stripe an account is. */
@Entity
@Table(name = "stripe_customer")
class StripeCustomer extends PanacheEntityBase {

    @Id
    long account;

    /** Names the request that makes the customer. */
    UUID claim;

    @Column(name = "claimed_at")
    Instant claimedAt;

    /** {@code cus_…}; null until Stripe has answered. */
    String customer;

    protected StripeCustomer() {}

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<StripeCustomer, Long> {

        Optional<StripeCustomer> ofStripe(String customer) {
            return find("customer", customer).firstResultOptional();
        }
    }
}
