package news.masthead;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the site leans on outside its own process. Each is a real one, named by its setting, or a stand-in. */
public enum Backing {
    DATABASE("quarkus.datasource.jdbc.url"),
    LOGIN("quarkus.oidc.auth-server-url", "quarkus.oidc.client-id", "quarkus.oidc.credentials.secret"),
    PAYMENTS("masthead.stripe.api-key", "masthead.stripe.webhook-secret"),
    MAIL("masthead.mail.host");

    private final String setting;
    private final List<String> companions;

    Backing(String setting, String... companions) {
        this.setting = setting;
        this.companions = List.of(companions);
    }

    /** The word for it in {@code masthead.local} and in messages: database, login, payments or mail. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The one setting whose presence means that the real one is configured. */
    String setting() {
        return setting;
    }

    /** Everything that has to be set once the real one is used. */
    List<String> settings() {
        return Stream.concat(Stream.of(setting), companions.stream()).toList();
    }

    static Optional<Backing> named(String word) {
        return Arrays.stream(values())
                .filter(backing -> backing.word().equals(word))
                .findFirst();
    }

    static String words() {
        return String.join(", ", Arrays.stream(values()).map(Backing::word).toList());
    }
}
