package news.masthead.billing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** {@code masthead_billing_alerts_total} by what happened, each with an error in the log. No reader's name is in any. */
@Startup
@Singleton
class BillingAlerts {

    private final Map<BillingAlert, Counter> raised = new EnumMap<>(BillingAlert.class);

    BillingAlerts(MeterRegistry registry) {
        for (BillingAlert alert : BillingAlert.values()) {
            raised.put(
                    alert,
                    Counter.builder("masthead.billing.alerts")
                            .description("What somebody must look into")
                            .tag("what", alert.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
    }

    /** @param sentence what happened and what is to be done, for whoever reads the log */
    void raise(BillingAlert alert, String sentence) {
        raised.get(alert).increment();
        Log.error(sentence);
    }

    long raised(BillingAlert alert) {
        return (long) raised.get(alert).count();
    }
}
