package news.masthead.billing.letters;

import io.quarkus.mailer.Mail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import news.masthead.values.Publication;
import news.masthead.web.Site;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands a letter to the mail server. */
@ApplicationScoped
class Post {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    Publication publication;

    @Inject
    Site site;

    @ConfigProperty(name = "quarkus.mailer.from")
    Optional<String> from;

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
        Mail mail = new Mail();
        mail.addHeader("Message-ID", messageId(key));
        mail.addHeader("Auto-Submitted", "auto-generated");
        letter.enclosed().ifPresent(paper -> mail.addAttachment(paper.file(), paper.bytes(), "application/pdf"));
        try {
            letter.sheet()
                    .mail(mail)
                    .to(letter.to())
                    .from(sender())
                    .subject(letter.sheet().subject())
                    .send()
                    .await()
                    .atMost(PATIENCE);
        } catch (RuntimeException refusal) {
            throw new NotTaken(String.valueOf(refusal.getMessage()).replace(letter.to(), "the reader"));
        }
    }

    /** By the paper's name, unless whoever set the address gave it one. */
    private String sender() {
        String address = from.orElse("no-reply@" + site.url().getHost());
        return address.contains("<") ? address : "\"" + publication.name().replace("\"", "") + "\" <" + address + ">";
    }

    /** The same for the same letter, however often it is sent (RFC 5322, 3.6.4). */
    private String messageId(Letter.Key key) {
        return "<" + key.toString().replaceAll("[^A-Za-z0-9]+", ".") + "@"
                + site.url().getHost() + ">";
    }
}
