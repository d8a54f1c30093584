package news.masthead.wire.transport;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Properties;

/** A real IMAP server with one mailbox, on loopback. */
final class Post implements AutoCloseable {

    private static final String USER = "wire";

    private final GreenMail server;
    private final GreenMailUser user;

    Post(int port) {
        this(port, ServerSetup.PROTOCOL_IMAP);
    }

    /** With TLS, and a certificate that nobody trusts. */
    static Post withTls() {
        return new Post(0, ServerSetup.PROTOCOL_IMAPS);
    }

    private Post(int port, String protocol) {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", protocol));
        server.start();
        user = server.setUser("wire@paper.example", USER, "secret");
    }

    int port() {
        return server.getImap() == null
                ? server.getImaps().getPort()
                : server.getImap().getPort();
    }

    void arrives(String mail) {
        try {
            byte[] bytes = mail.getBytes(StandardCharsets.UTF_8);
            user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
        } catch (MessagingException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /** The subjects in a folder; none where there is no such folder. */
    List<String> subjects(String folder) throws MessagingException {
        try (Store store = open()) {
            Folder there = store.getFolder(folder);
            List<String> subjects = new ArrayList<>();
            if (there.exists()) {
                there.open(Folder.READ_ONLY);
                for (Message message : there.getMessages()) {
                    subjects.add(message.getSubject());
                }
            }
            return subjects;
        }
    }

    /** As somebody with a mail program does; it gets a new number there. */
    void moveAll(String from, String to) throws MessagingException {
        try (Store store = open()) {
            Folder source = store.getFolder(from);
            source.open(Folder.READ_WRITE);
            source.copyMessages(source.getMessages(), store.getFolder(to));
            for (Message message : source.getMessages()) {
                message.setFlag(Flags.Flag.DELETED, true);
            }
            source.close(true);
        }
    }

    private Store open() throws MessagingException {
        Store store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", port(), USER, "secret");
        return store;
    }

    MailboxSettings.Mailbox settings() {
        return settings(port());
    }

    static MailboxSettings.Mailbox settings(int port) {
        return new Settings(OptionalInt.of(port), MailboxSettings.Tls.NONE);
    }

    MailboxSettings.Mailbox settings(MailboxSettings.Tls tls) {
        return new Settings(OptionalInt.of(port()), tls);
    }

    @Override
    public void close() {
        server.stop();
    }

    private record Settings(OptionalInt port, MailboxSettings.Tls tls) implements MailboxSettings.Mailbox {

        @Override
        public String host() {
            return "127.0.0.1";
        }

        @Override
        public String user() {
            return USER;
        }

        @Override
        public String password() {
            return "secret";
        }

        @Override
        public String folder() {
            return "INBOX";
        }

        @Override
        public String doneFolder() {
            return "Done";
        }

        @Override
        public String errorFolder() {
            return "Error";
        }

        @Override
        public String authservId() {
            return "mx.paper.example";
        }

        @Override
        public Duration pause() {
            return Duration.ofMinutes(10);
        }
    }
}
