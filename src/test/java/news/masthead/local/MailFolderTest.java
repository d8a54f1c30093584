package news.masthead.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailFolderTest {
    @TempDir
    Path folder;

    @Test
    void mails_are_there_after_a_restart_with_the_newest_first() throws Exception {
        keep("One", "first");
        keep("Two", "second");

        assertEquals(
                List.of("Two", "One"),
                new MailFolder(folder).all().stream().map(Mail::subject).toList());
        assertEquals(
                "first", new MailFolder(folder).find(1).orElseThrow().text().strip());
        assertTrue(new MailFolder(folder).find(3).isEmpty());
    }

    @Test
    void the_plain_words_are_shown_where_a_mail_has_both() throws Exception {
        var parts = new MimeMultipart("alternative", part("plain", "Plain words"), part("html", "<p>Markup</p>"));
        var message = message("Both");
        message.setContent(parts);
        new MailFolder(folder).keep(message);

        assertEquals("Plain words", new MailFolder(folder).find(1).orElseThrow().text());
    }

    @Test
    void links_to_this_machine_can_be_followed_out_of_markup_too() throws Exception {
        var message = message("Reset");
        message.setContent(
                "<p><a href='http://localhost:9090/reset?key=a.b-c'>Choose</a> or see https://elsewhere.example</p>",
                "text/html; charset=utf-8");
        new MailFolder(folder).keep(message);

        assertEquals(
                List.of("http://localhost:9090/reset?key=a.b-c"),
                new MailFolder(folder).find(1).orElseThrow().links());
    }

    private void keep(String subject, String text) throws MessagingException, IOException {
        var message = message(subject);
        message.setText(text, "utf-8");
        new MailFolder(folder).keep(message);
    }

    private static MimeMessage message(String subject) throws MessagingException {
        var message = new MimeMessage((jakarta.mail.Session) null);
        message.setFrom("paper@masthead.example");
        message.setRecipients(RecipientType.TO, "reader@masthead.example");
        message.setSubject(subject);
        return message;
    }

    private static MimeBodyPart part(String kind, String text) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, "utf-8", kind);
        return part;
    }
}
