package news.masthead.billing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
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
        open(0);
        return Map.of(
                "masthead.mail.host", "127.0.0.1",
                "masthead.mail.port", Integer.toString(server.getSmtp().getPort()),
                "masthead.mail.tls", "none",
                "masthead.mail.from", "paper@masthead.example",
                "masthead.letters.staff", "desk@masthead.example");
    }

    private void open(int port) {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
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

    /** It lets everybody in and says nothing, until that is closed. What it had taken is gone then. */
    Closeable silence() throws IOException {
        int port = server.getSmtp().getPort();
        server.stop();
        ServerSocket silent = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        return () -> {
            silent.close();
            open(port);
        };
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

    /** What it is about. */
    static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Its words without a page around them; there is a page beside it. */
    static String text(MimeMessage mail) throws MessagingException, IOException {
        Part plain = parts(mail).stream()
                .filter(part -> is(part, "text/plain"))
                .findFirst()
                .orElseThrow();
        assertTrue(parts(mail).stream().anyMatch(part -> is(part, "text/html")), "it is a page too");
        return plain.getContent().toString();
    }

    static boolean is(Part part, String type) {
        try {
            return part.isMimeType(type);
        } catch (MessagingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static List<Part> parts(Part part) throws MessagingException, IOException {
        if (!(part.getContent() instanceof Multipart several)) {
            return List.of(part);
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < several.getCount(); i++) {
            BodyPart one = several.getBodyPart(i);
            parts.addAll(parts(one));
        }
        return parts;
    }
}
