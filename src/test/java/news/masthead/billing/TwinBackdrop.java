package news.masthead.billing;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import news.masthead.billing.twin.StripeTwin;

/** As {@link Backdrop}, with the Stripe twin behind it and its webhooks coming in. Tests get the twin injected as a field. */
public class TwinBackdrop extends Backdrop {

    private StripeTwin twin;

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = super.start();
        twin = StripeTwin.start(StripeTwin.Options.of("sk_test_backdrop", SECRET, Clock.systemUTC())
                .sendingTo(URI.create(settings.get("masthead.url") + "/billing/stripe/events")));
        settings.put("masthead.stripe.api-base", twin.url().toString());
        settings.put("masthead.stripe.test-clocks", "true");
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(twin, new TestInjector.MatchesType(StripeTwin.class));
    }

    @Override
    public void stop() {
        twin.close();
        super.stop();
    }
}
