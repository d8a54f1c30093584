package news.masthead.wire.transport;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header of a mail, as far as it says who sent it. */
record Letterhead(List<Header> fields) {

    private static final int LONGEST = 200_000;
    private static final int LONGEST_SUBJECT = 200;
    private static final Pattern BLANK_LINE = Pattern.compile("\\n\\r?\\n");

    /** Never throws; what is no mail, or begins with more header than any mail has, has no fields. */
    static Letterhead of(byte[] mail) {
        String beginning = new String(mail, 0, Math.min(mail.length, LONGEST), StandardCharsets.ISO_8859_1);
        Matcher end = BLANK_LINE.matcher(beginning);
        if (!end.find()) {
            return new Letterhead(List.of());
        }
        try {
            InputStream header = new ByteArrayInputStream(mail, 0, end.end());
            return new Letterhead(Collections.list(new InternetHeaders(header).getAllHeaders()));
        } catch (MessagingException | RuntimeException noMail) {
            return new Letterhead(List.of());
        }
    }

    /**
     * The address it says it is from, in lower case and with an ASCII domain. None where the field is missing, stands there twice, names several
     * or cannot be read: each of these shows one sender to one reader and another to the next.
     */
    Optional<String> from() {
        List<String> values = all("From");
        if (values.size() != 1) {
            return Optional.empty();
        }
        try {
            InternetAddress[] addresses = InternetAddress.parseHeader(values.getFirst(), true);
            return addresses.length == 1 && !addresses[0].isGroup()
                    ? normal(addresses[0].getAddress())
                    : Optional.empty();
        } catch (AddressException unreadable) {
            return Optional.empty();
        }
    }

    /** What the mail server of that name found out; its topmost word only, as any other may have come with the mail. */
    Optional<AuthenticationResults> authentication(String server) {
        return all("Authentication-Results").stream()
                .map(AuthenticationResults::read)
                .filter(results -> results.server().equals(server.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** For people; may be empty. */
    String subject() {
        String subject = all("Subject").stream().findFirst().orElse("");
        String words = decoded(subject).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return words.substring(0, Math.min(words.length(), LONGEST_SUBJECT));
    }

    private List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.getName().equalsIgnoreCase(name))
                .map(field -> MimeUtility.unfold(field.getValue()))
                .toList();
    }

    private static String decoded(String subject) {
        try {
            return MimeUtility.decodeText(subject);
        } catch (UnsupportedEncodingException unknown) {
            return subject;
        }
    }

    private static Optional<String> normal(String address) {
        int at = address.lastIndexOf('@');
        try {
            String domain = IDN.toASCII(address.substring(at + 1));
            return at <= 0 || domain.isEmpty() || address.indexOf('@') != at
                    ? Optional.empty()
                    : Optional.of((address.substring(0, at) + "@" + domain).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
    }
}
