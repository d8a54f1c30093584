package news.masthead.billing.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.model.Event;
import com.stripe.param.EventListParams;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Stripe's own command line as a client that nobody here wrote: what it asks for to bring an event about, the twin understands and answers.
 * {@code .ci/stripe-cli} fetches it and runs this. https://docs.stripe.com/stripe-cli/triggers
 */
@EnabledIfEnvironmentVariable(named = "STRIPE_CLI", matches = ".+", disabledReason = "run by .ci/stripe-cli")
class StripeCliTest {

    private final Newsstand stand = new Newsstand();

    @TempDir
    private Path home;

    @AfterEach
    void the_contract_was_kept() {
        stand.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer.created",
                "customer.updated",
                "customer.deleted",
                "customer.subscription.created",
                "customer.subscription.updated",
                "customer.subscription.deleted",
                "customer.subscription.trial_will_end",
                "invoice.created",
                "invoice.finalized",
                "invoice.voided",
                "invoice.marked_uncollectible",
                "invoice.updated",
                "invoiceitem.created",
                "payment_method.attached",
                "payment_method.detached"
            })
    void brings_this_event_about(String type) throws Exception {
        Process cli = trigger(type);
        String said = new String(cli.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(cli.waitFor(30, TimeUnit.SECONDS), "the CLI does not end");

        assertEquals(0, cli.exitValue(), said);
        List<String> recorded =
                stand
                        .stripe
                        .v1()
                        .events()
                        .list(EventListParams.builder().setLimit(100L).build())
                        .getData()
                        .stream()
                        .map(Event::getType)
                        .toList();
        assertTrue(recorded.contains(type), () -> "recorded was only " + recorded);
    }

    private Process trigger(String type) throws IOException {
        ProcessBuilder cli = new ProcessBuilder(
                        System.getenv("STRIPE_CLI"),
                        "trigger",
                        type,
                        "--api-base",
                        stand.twin.url().toString(),
                        "--api-key",
                        Newsstand.KEY,
                        "--color",
                        "off")
                .redirectErrorStream(true);
        cli.environment().put("HOME", home.toString());
        cli.environment().put("XDG_CONFIG_HOME", home.toString());
        cli.environment().put("STRIPE_CLI_TELEMETRY_OPTOUT", "true");
        cli.environment().put("DO_NOT_TRACK", "1");
        return cli.start();
    }
}
