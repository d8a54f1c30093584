package news.masthead.billing.letters;

import io.quarkus.logging.Log;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The line to the mail server, connected anew for each mail. Each wait on it has an end, and so has the whole: a server that says a word now and then
 * would hold a letter for longer than anybody else keeps their hands off it.
 */
final class SmtpLine implements AutoCloseable {

    private final MailSettings settings;
    private final String ourName;
    private final Duration longest;
    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("mail-alarm").factory());

    /**
     * @param ourName the host that we say we are
     * @param longest how long a mail may take, all in all
     * @throws IllegalArgumentException where the settings do not go together
     */
    SmtpLine(MailSettings settings, String ourName, Duration longest) {
        check(settings, longest);
        this.settings = settings;
        this.ourName = ourName;
        this.longest = longest;
    }

    /** @throws MessagingException where the server did not take it, as far as we can tell */
    void send(MimeMessage mail) throws MessagingException {
        Plug plug = new Plug();
        Transport transport = Session.getInstance(properties(plug)).getTransport(protocol());
        ScheduledFuture<?> alarm = alarms.schedule(plug::pull, longest.toMillis(), TimeUnit.MILLISECONDS);
        try {
            transport.connect(
                    settings.host(),
                    settings.port().orElse(settings.tls().port),
                    settings.user().orElse(null),
                    settings.password().orElse(null));
            transport.sendMessage(mail, mail.getAllRecipients());
        } finally {
            alarm.cancel(false);
            hangUp(transport);
            plug.pull();
        }
    }

    @Override
    public void close() {
        alarms.shutdownNow();
    }

    /** What was taken stays taken, however the good-bye goes. */
    private static void hangUp(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException gone) {
            Log.debugf(gone, "The mail server has hung up before we did");
        }
    }

    private static void check(MailSettings settings, Duration longest) {
        if (settings.user().isPresent() != settings.password().isPresent()) {
            throw new IllegalArgumentException("masthead.mail.user and masthead.mail.password go together");
        }
        if (settings.readTimeout().compareTo(longest) >= 0) {
            throw new IllegalArgumentException("masthead.mail.read-timeout must be shorter than " + longest);
        }
    }

    private String protocol() {
        return settings.tls() == MailSettings.Tls.IMPLICIT ? "smtps" : "smtp";
    }

    /** https://eclipse-ee4j.github.io/angus-mail/docs/api/org.eclipse.angus.mail/org/eclipse/angus/mail/smtp/package-summary.html */
    private Properties properties(Plug plug) {
        String prefix = "mail." + protocol() + ".";
        String starttls = Boolean.toString(settings.tls() == MailSettings.Tls.STARTTLS);
        String answer = Long.toString(settings.readTimeout().toMillis());
        Properties properties = new Properties();
        properties.put(
                prefix + "connectiontimeout",
                Long.toString(settings.connectTimeout().toMillis()));
        properties.put(prefix + "timeout", answer);
        properties.put(prefix + "writetimeout", answer);
        properties.put(prefix + "executor.writetimeout", alarms);
        properties.put(prefix + "quitwait", "false");
        properties.put(prefix + "socketFactory", plug);
        properties.put(prefix + "socketFactory.fallback", "false");
        properties.put(prefix + "localhost", ourName);
        properties.put(prefix + "auth", Boolean.toString(settings.user().isPresent()));
        properties.put(prefix + "starttls.enable", starttls);
        properties.put(prefix + "starttls.required", starttls);
        properties.put(prefix + "ssl.checkserveridentity", "true");
        return properties;
    }
}
