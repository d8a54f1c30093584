package news.masthead.billing.letters;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The server that takes the site's own mail. */
@ConfigMapping(prefix = "masthead.mail")
interface MailSettings {

    String host();

    /** The protocol's own where it is not given: {@link Tls#port}. */
    OptionalInt port();

    /** With {@link #password}, or not at all: to a server that knows us otherwise. */
    Optional<String> user();

    Optional<String> password();

    @WithDefault("starttls")
    Tls tls();

    /** Whom mail is from, {@code paper@news.example} or {@code The Paper <paper@news.example>}; no-reply at the site's host where it is not given. */
    Optional<String> from();

    @WithDefault("PT10S")
    Duration connectTimeout();

    /**
     * How long the server may take for each answer. A server that looks a mail over before it takes it needs longest for the last, and who does not
     * wait for that sends twice (RFC 5321, 4.5.3.2.6).
     */
    @WithDefault("PT1M")
    Duration readTimeout();

    /** How the connection is kept secret. */
    enum Tls {
        /** From the first byte (RFC 8314). */
        IMPLICIT(465),
        /** From the first word on; a server that cannot gets no mail. */
        STARTTLS(587),
        /** Not at all: for a server on this machine only. */
        NONE(25);

        final int port;

        Tls(int port) {
            this.port = port;
        }
    }
}
