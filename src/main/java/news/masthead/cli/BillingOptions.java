package news.masthead.cli;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import news.masthead.billing.Verification;

/** What follows {@code billing verify} and {@code billing replay}, and the site's own settings, read where the site reads them. */
record BillingOptions(boolean offline, boolean dryRun, Optional<URI> node) {

    private static final int OPERATORS_PORT = 9000;
    private static final Duration GRACE = Duration.ofDays(3);

    /** @throws Wrong where an argument is none that {@code known} names */
    static BillingOptions of(List<String> arguments, List<String> known) throws Wrong {
        boolean offline = false;
        boolean dryRun = false;
        Optional<URI> node = Optional.empty();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!known.contains(argument)) {
                throw new Wrong("\"" + argument + "\" is none of " + String.join(", ", known) + ".");
            }
            switch (argument) {
                case "--offline" -> offline = true;
                case "--dry-run" -> dryRun = true;
                default -> node = Optional.of(address(arguments, ++i));
            }
        }
        return new BillingOptions(offline, dryRun, node);
    }

    /** @throws Wrong where a setting is missing that it takes */
    Verification.Source source() throws Wrong {
        SmallRyeConfig config = config();
        return new Verification.Source(
                required(config, "quarkus.datasource.jdbc.url"),
                config.getOptionalValue("quarkus.datasource.username", String.class)
                        .orElse(""),
                config.getOptionalValue("quarkus.datasource.password", String.class)
                        .orElse(""),
                duration(config, "masthead.subscription.grace"),
                duration(config, "masthead.subscription.grace-past-due"),
                offline
                        ? Optional.empty()
                        : Optional.of(new Verification.AtStripe(
                                required(config, "masthead.stripe.api-key"),
                                config.getOptionalValue("masthead.stripe.api-base", URI.class))),
                node);
    }

    /** The operator's door of the node that was named, else of one on this machine. */
    URI door() {
        return node.orElseGet(() -> URI.create("http://127.0.0.1:"
                + config().getOptionalValue("quarkus.management.port", Integer.class)
                        .orElse(OPERATORS_PORT)));
    }

    private static SmallRyeConfig config() {
        return ConfigUtils.configBuilder().build();
    }

    private static Duration duration(SmallRyeConfig config, String name) {
        return config.getOptionalValue(name, Duration.class).orElse(GRACE);
    }

    private static String required(SmallRyeConfig config, String name) throws Wrong {
        return config.getOptionalValue(name, String.class)
                .orElseThrow(() -> new Wrong("The setting " + name + " is missing; give it as the site has it."));
    }

    private static URI address(List<String> arguments, int at) throws Wrong {
        try {
            return URI.create(arguments.get(at));
        } catch (IndexOutOfBoundsException | IllegalArgumentException none) {
            throw new Wrong("--node wants an address, as http://127.0.0.1:9000.");
        }
    }

    /** It was called wrongly; the message says how. */
    static class Wrong extends Exception {
        Wrong(String words) {
            super(words);
        }
    }
}
