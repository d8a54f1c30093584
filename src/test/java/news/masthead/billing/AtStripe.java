package news.masthead.billing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Set;

/**
 * The site with Stripe's own sandbox behind it, where {@code STRIPE_TEST_KEY} is set, else with the twin, by the same means: what a test of this
 * profile does goes through Stripe's documented API alone. Such tests carry the tag {@code sandbox}.
 */
public class AtStripe implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Sandbox.class), new TestResourceEntry(PostOffice.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(MovableClock.class, Till.class, Shopper.class);
    }
}
