package news.masthead.wire.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * An e-mail (RFC 5322 with MIME) that carries agency text: its first text/plain part, else its first text/html part.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5322">RFC 5322</a>
 */
final class Mail {

    private static final Pattern HEADER_LINE = Pattern.compile("^[A-Za-z][A-Za-z0-9-]{1,60}:(?:\\s|$)");
    private static final Pattern KNOWN_HEADER =
            Pattern.compile("(?im)^(from|subject|message-id|date|mime-version|received|delivered-to|return-path):");
    private static final Pattern NESTING = Pattern.compile("(?i)multipart/|message/rfc822");
    private static final int LONGEST_HEADER = 20_000;
    private static final int MOST_PARTS_IN_PARTS = 20;

    private Mail() {}

    static boolean recognises(String text) {
        String head = text.substring(0, Math.min(text.length(), LONGEST_HEADER))
                .stripLeading()
                .split("\\r?\\n\\r?\\n", 2)[0];
        return HEADER_LINE.matcher(head).find()
                && KNOWN_HEADER.matcher(head).results().limit(2).count() == 2;
    }

    /**
     * @param text the bytes as characters, to look at before they are parsed
     */
    static List<WireCopy> read(byte[] bytes, String text, Dialect dialect) {
        if (NESTING.matcher(text).results().limit(MOST_PARTS_IN_PARTS + 1L).count() > MOST_PARTS_IN_PARTS) {
            throw new UnreadableWire("The e-mail's parts are nested too deep.");
        }
        Message message = parsed(bytes);
        PlainText.Envelope envelope = new PlainText.Envelope(
                id(field(message, "Message-ID"), dialect),
                subject(message),
                WireTime.of(field(message, "Date").replaceAll("\\s*\\([^)]*\\)$", ""), dialect.zone()),
                field(message, "Content-Language"));
        String words = text(message, "text/plain")
                .filter(plain -> !plain.isBlank())
                .or(() -> text(message, "text/html").map(Mail::withoutMarkup))
                .orElseThrow(() -> new UnreadableWire("The e-mail has no text."));
        WireReader.refuseMoreTextThanAnyStoryHas(words);
        return PlainText.read(words, envelope, dialect);
    }

    /** The brackets are no part of an id (RFC 5322, 3.6.4); a mail that is no agency's keeps the field as it stands. */
    private static String id(String messageId, Dialect dialect) {
        return dialect.names().isEmpty() ? messageId : messageId.replaceAll("^<|>$", "");
    }

    private static String subject(Message message) {
        Field field = message.getHeader().getField("Subject");
        if (field == null) {
            return "";
        }
        byte[] raw = field.getRaw() == null
                ? field.getBody().getBytes(StandardCharsets.UTF_8)
                : field.getRaw().toByteArray();
        int colon = 0;
        while (colon < raw.length && raw[colon] != ':') {
            colon++;
        }
        return EncodedWords.decode(Arrays.copyOfRange(raw, Math.min(colon + 1, raw.length), raw.length));
    }

    private static Message parsed(byte[] bytes) {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.custom()
                .setMaxLineLen(100_000)
                .setMaxHeaderLen(100_000)
                .build());
        try {
            return builder.parseMessage(new ByteArrayInputStream(bytes));
        } catch (IOException broken) {
            throw new UnreadableWire("The e-mail is broken: " + broken.getMessage(), broken);
        }
    }

    private static String field(Message message, String name) {
        Field field = message.getHeader().getField(name);
        return field == null ? "" : field.getBody().strip();
    }

    private static Optional<String> text(Entity entity, String type) {
        Body body = entity.getBody();
        return switch (body) {
            case Multipart parts ->
                parts.getBodyParts().stream()
                        .flatMap(part -> text(part, type).stream())
                        .filter(words -> !words.isBlank())
                        .findFirst();
            case Message forwarded -> text(forwarded, type);
            case SingleBody single
            when entity.getMimeType().equals(type) && !isAttachment(entity) ->
                Optional.of(Characters.of(bytes(single), charset(entity)));
            default -> Optional.empty();
        };
    }

    /** Only what the mail says: the library's default, US-ASCII, would be no news. */
    private static String charset(Entity entity) {
        Field type = entity.getHeader().getField("Content-Type");
        return type instanceof ContentTypeField said && said.getParameter("charset") != null
                ? said.getParameter("charset")
                : "";
    }

    private static boolean isAttachment(Entity entity) {
        return "attachment".equals(entity.getDispositionType());
    }

    private static byte[] bytes(SingleBody body) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            body.writeTo(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UnreadableWire("The e-mail's text is broken: " + broken.getMessage(), broken);
        }
    }

    /** Paragraphs with a blank line between them, as a plain-text mail would have come. */
    private static String withoutMarkup(String html) {
        Element body = Markup.html(html);
        return String.join(
                "\n\n",
                Blocks.of(body).stream()
                        .map(block -> Jsoup.parseBodyFragment(block).wholeText())
                        .toList());
    }
}
