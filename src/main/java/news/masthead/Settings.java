package news.masthead;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Expressions;
import io.smallrye.config.SmallRyeConfig;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings that Quarkus is going to see, read before it boots, from the places where it looks: system properties,
 * environment, {@code .env}, {@code config/application.properties} and what came with the program.
 */
final class Settings {
    /** Where settings that came with the program rank; what an operator wrote ranks higher. Quarkus, "Configuration sources". */
    private static final int WITH_THE_PROGRAM = 250;

    private static final Set<String> LOCAL_PROFILES = Set.of("local", "dev", "test");

    private static final Set<String> PROVIDED = new HashSet<>();

    /** https://quarkus.io/guides/http-reference */
    private static final int DEFAULT_PORT = 8080;

    private final SmallRyeConfig config;

    private Settings(SmallRyeConfig config) {
        this.config = config;
    }

    static Settings read() {
        return new Settings(ConfigUtils.configBuilder().build());
    }

    static Settings of(SmallRyeConfig config) {
        return new Settings(config);
    }

    static void provide(Map<String, String> settings) {
        settings.forEach(Settings::provide);
    }

    static void provide(String name, String value) {
        System.setProperty(name, value);
        PROVIDED.add(name);
    }

    /** Takes back what was provided: the next start in the same JVM, a live reload, must not take it for the operator's. */
    static void withdraw() {
        PROVIDED.forEach(System::clearProperty);
        PROVIDED.clear();
    }

    /** Whether an operator set it; defaults that came with the program do not count. */
    boolean configured(String name) {
        var value = raw(name);
        return !isBlank(value) && value.getConfigSourceOrdinal() > WITH_THE_PROGRAM;
    }

    /** Whether it has a value from anywhere. */
    boolean given(String name) {
        return !isBlank(raw(name));
    }

    Optional<String> value(String name) {
        return config.getOptionalValue(name, String.class);
    }

    /** Whether no profile but those of local mode was asked for: somebody who says {@code prod} never means a stand-in. */
    boolean isPlain() {
        return !configured("quarkus.profile")
                || LOCAL_PROFILES.containsAll(
                        List.of(value("quarkus.profile").orElse("").split(",")));
    }

    /** The configured public address, or the one that local mode listens on. */
    URI site() {
        return URI.create(value("masthead.url").orElseGet(() -> "http://localhost:" + port()));
    }

    int port() {
        return value("quarkus.http.port").map(Integer::valueOf).orElse(DEFAULT_PORT);
    }

    /** {@code quarkus.http.port} as a shell would set it: {@code QUARKUS_HTTP_PORT}. */
    static String environmentName(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** Unexpanded: what an expression refers to may be known only later. */
    private ConfigValue raw(String name) {
        return Expressions.withoutExpansion(() -> config.getConfigValue(name));
    }

    private static boolean isBlank(ConfigValue value) {
        return value.getRawValue() == null || value.getRawValue().isBlank();
    }
}
