package news.masthead.billing.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The line to a mail server: how it is kept secret, who we are there, and that it never lasts for long. */
class SmtpLineTest {

    private static final Duration LONG = Duration.ofMinutes(2);

    private static final Duration SHORT = Duration.ofSeconds(3);

    private GreenMail server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop();
        }
    }

    @Test
    void takes_a_mail_to_a_server_that_knows_us() throws Exception {
        int port = open(ServerSetup.PROTOCOL_SMTP);
        server.setUser("paper@masthead.example", "paper", "secret");

        send(port, LONG, Map.of("tls", "none", "user", "paper", "password", "secret"));

        assertEquals("₹900 received", server.getReceivedMessages()[0].getSubject());
    }

    @Test
    void takes_none_to_a_server_that_does_not_know_us() {
        int port = open(ServerSetup.PROTOCOL_SMTP);
        server.setUser("paper@masthead.example", "paper", "secret");

        assertThrows(
                MessagingException.class,
                () -> send(port, LONG, Map.of("tls", "none", "user", "paper", "password", "guessed")));

        assertEquals(0, server.getReceivedMessages().length);
    }

    @Test
    void says_nothing_to_a_server_that_cannot_keep_it_secret() {
        int port = open(ServerSetup.PROTOCOL_SMTP);

        String words = assertThrows(MessagingException.class, () -> send(port, LONG, Map.of()))
                .getMessage();

        assertTrue(words.contains("STARTTLS is required"), words);
        assertEquals(0, server.getReceivedMessages().length);
    }

    @Test
    void says_nothing_to_a_server_with_a_certificate_that_nobody_trusts() {
        int port = open(ServerSetup.PROTOCOL_SMTPS);

        assertThrows(MessagingException.class, () -> send(port, LONG, Map.of("tls", "implicit")));

        assertEquals(0, server.getReceivedMessages().length);
    }

    @Test
    void gives_up_a_server_that_says_nothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            long begun = System.nanoTime();

            assertThrows(
                    MessagingException.class,
                    () -> send(silent.getLocalPort(), LONG, Map.of("tls", "none", "read-timeout", "PT0.2S")));

            assertTrue(since(begun).compareTo(LONG) < 0);
        }
    }

    @Test
    void gives_up_a_server_that_never_comes_to_the_point() throws Exception {
        try (ServerSocket talkative = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> talk(talkative));
            long begun = System.nanoTime();

            assertThrows(
                    MessagingException.class,
                    () -> send(talkative.getLocalPort(), SHORT, Map.of("tls", "none", "read-timeout", "PT2.9S")));

            assertFalse(since(begun).compareTo(SHORT) < 0, "not before its time");
            assertTrue(since(begun).compareTo(LONG) < 0);
        }
    }

    private static void talk(ServerSocket server) {
        try (Socket caller = server.accept()) {
            while (true) {
                caller.getOutputStream().write("220-Welcome to you\r\n".getBytes(StandardCharsets.US_ASCII));
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException hungUp) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private int open(String protocol) {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
        server.start();
        return (protocol.equals(ServerSetup.PROTOCOL_SMTP) ? server.getSmtp() : server.getSmtps()).getPort();
    }

    private static void send(int port, Duration longest, Map<String, String> more) throws MessagingException {
        Map<String, String> given = new HashMap<>(more);
        given.put("host", "127.0.0.1");
        given.put("port", Integer.toString(port));
        MimeMessage mail = new MimeMessage((Session) null);
        mail.setFrom(new InternetAddress("paper@masthead.example"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("asha@reader.example"));
        mail.setSubject("₹900 received", "UTF-8");
        mail.setText("Thank you.", "UTF-8");
        mail.saveChanges();
        try (SmtpLine line = new SmtpLine(MailSettingsTest.settings(given), "news.example", longest)) {
            line.send(mail);
        }
    }
}
