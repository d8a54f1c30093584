package news.masthead.billing.letters;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** A letter as mail: its words as text and as a page, and beside them the paper that goes with it (RFC 2046, 5.1.3 and 5.1.4). */
final class MimeLetter extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String id;

    /**
     * @param id the same for the same letter, however often it is sent (RFC 5322, 3.6.4)
     * @throws MessagingException where the address it goes to is none
     */
    MimeLetter(String id, InternetAddress from, Writing.Written.ToSend letter, Instant now) throws MessagingException {
        super((Session) null);
        this.id = id;
        setFrom(from);
        setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        setSubject(letter.sheet().subject(), UTF_8);
        setSentDate(Date.from(now));
        setHeader("Auto-Submitted", "auto-generated");
        MimeMultipart words = words(letter.sheet());
        setContent(
                letter.enclosed().isPresent() ? beside(words, letter.enclosed().get()) : words);
        saveChanges();
    }

    /** It has one already. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    private static MimeMultipart words(LetterSheet sheet) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(sheet.text(), UTF_8);
        MimeBodyPart page = new MimeBodyPart();
        page.setText(sheet.page(), UTF_8, "html");
        return new MimeMultipart("alternative", text, page);
    }

    private static MimeMultipart beside(MimeMultipart words, Writing.Enclosed paper) throws MessagingException {
        MimeBodyPart first = new MimeBodyPart();
        first.setContent(words);
        MimeBodyPart second = new MimeBodyPart();
        second.setDataHandler(new DataHandler(new ByteArrayDataSource(paper.bytes(), "application/pdf")));
        second.setFileName(paper.file());
        return new MimeMultipart("mixed", first, second);
    }
}
