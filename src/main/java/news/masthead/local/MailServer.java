package news.masthead.local;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Map;

/** Takes by SMTP on loopback whatever the site and Keycloak send, and keeps it. */
final class MailServer {
    private final GreenMail server;
    private final int port;

    private MailServer(GreenMail server, int port) {
        this.server = server;
        this.port = port;
    }

    static MailServer start(int port, MailFolder folder) {
        var server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        var users = server.getUserManager();
        users.setMessageDeliveryHandler(keepingIn(folder, users.getMessageDeliveryHandler()));
        return new MailServer(server, port);
    }

    Map<String, String> settings() {
        return Map.of(
                "masthead.mail.host", "127.0.0.1",
                "masthead.mail.port", Integer.toString(port),
                "masthead.mail.from", "paper@masthead.example",
                "masthead.mail.tls", "none");
    }

    void close() {
        server.stop();
    }

    private static MessageDeliveryHandler keepingIn(MailFolder folder, MessageDeliveryHandler usual) {
        return (message, recipient) -> {
            try {
                folder.keep(message.getMessage());
            } catch (IOException problem) {
                throw new MessagingException("The local mailbox cannot be written", problem);
            }
            return usual.handle(message, recipient);
        };
    }
}
