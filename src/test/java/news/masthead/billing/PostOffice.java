package news.masthead.billing;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A mail server that keeps what it takes. Tests get it as a field. */
public class PostOffice implements QuarkusTestResourceLifecycleManager {

    private GreenMail server;
    private volatile boolean refusing;
    private volatile Runnable meanwhile = () -> {};

    @Override
    public Map<String, String> start() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        MessageDeliveryHandler usual = server.getUserManager().getMessageDeliveryHandler();
        server.getUserManager().setMessageDeliveryHandler((message, recipient) -> {
            if (refusing) {
                throw new MessagingException("The mailbox of " + recipient + " is full");
            }
            meanwhile.run();
            return usual.handle(message, recipient);
        });
        return Map.of(
                "quarkus.mailer.mock", "false",
                "quarkus.mailer.host", "127.0.0.1",
                "quarkus.mailer.port", Integer.toString(server.getSmtp().getPort()),
                "quarkus.mailer.start-tls", "DISABLED",
                "quarkus.mailer.from", "paper@masthead.example",
                "masthead.letters.staff", "desk@masthead.example");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(PostOffice.class));
    }

    @Override
    public void stop() {
        server.stop();
    }

    /** Until told otherwise it takes nothing. */
    void refuse(boolean all) {
        refusing = all;
    }

    /** What happens while it takes a mail. */
    void meanwhile(Runnable happens) {
        meanwhile = happens;
    }

    /** What came for an address, the oldest first. */
    List<MimeMessage> to(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isTo(message, address))
                .toList();
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return Arrays.stream(message.getAllRecipients())
                    .anyMatch(recipient -> recipient.toString().contains(address));
        } catch (MessagingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
