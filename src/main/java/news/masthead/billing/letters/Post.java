package news.masthead.billing.letters;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import news.masthead.values.Publication;
import news.masthead.web.Site;

/** Hands a letter to the mail server. Its settings are checked at start: wrong ones stop it. */
@Startup
@Singleton
class Post {

    /** Well before somebody else may take the same letter in hand, and no longer than a thread of the outbox can be spared. */
    private static final Duration LONGEST = LetterBook.TURN.dividedBy(2);

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>]+@[^\\s<>]+");

    private final SmtpLine line;
    private final InternetAddress sender;
    private final String host;
    private final Clock clock;

    Post(MailSettings settings, Publication publication, Site site, Clock clock) {
        this.host = site.url().getHost();
        this.sender = sender(settings.from().orElse("no-reply@" + host), publication.name());
        this.line = new SmtpLine(settings, host, LONGEST);
        this.clock = clock;
    }

    /** The mail server did not take it, as far as we can tell. Its words, without any address. */
    static final class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotTaken(String problem) {
            super(problem);
        }
    }

    /**
     * @throws NotTaken to try again later
     */
    void send(Letter.Key key, Writing.Written.ToSend letter) {
        try {
            line.send(new MimeLetter(messageId(key), sender, letter, clock.instant()));
        } catch (MessagingException | RuntimeException refusal) {
            throw new NotTaken(words(refusal, letter.to()));
        }
    }

    @PreDestroy
    void close() {
        line.close();
    }

    /** All that went wrong, the server's words among it. */
    private static String words(Exception refusal, String reader) {
        StringJoiner words = new StringJoiner(": ");
        for (Throwable one = refusal; one != null; one = one.getCause()) {
            words.add(String.valueOf(one.getMessage()).strip());
        }
        return ADDRESS.matcher(words.toString().replace(reader, "the reader")).replaceAll("an address");
    }

    /** By the paper's name, unless whoever set the address gave it one. */
    static InternetAddress sender(String address, String paper) {
        try {
            InternetAddress sender = new InternetAddress(address, true);
            if (sender.getPersonal() == null) {
                sender.setPersonal(paper, StandardCharsets.UTF_8.name());
            }
            return sender;
        } catch (AddressException | UnsupportedEncodingException wrong) {
            throw new IllegalArgumentException("masthead.mail.from is no address: " + address, wrong);
        }
    }

    private String messageId(Letter.Key key) {
        return "<" + key.toString().replaceAll("[^A-Za-z0-9]+", ".") + "@" + host + ">";
    }
}
