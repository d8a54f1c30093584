package news.masthead.local;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/** Mails as numbered {@code .eml} files, so that they survive a restart. */
final class MailFolder {
    private static final String ENDING = ".eml";

    private final Path folder;

    MailFolder(Path folder) {
        this.folder = folder;
    }

    synchronized void keep(MimeMessage message) throws IOException, MessagingException {
        Files.createDirectories(folder);
        var draft = folder.resolve("draft");
        try (var out = Files.newOutputStream(draft)) {
            message.writeTo(out);
        }
        Files.move(draft, file(1 + numbers().max(Comparator.naturalOrder()).orElse(0)), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Newest first. */
    List<Mail> all() {
        return numbers().sorted(Comparator.reverseOrder()).map(this::read).toList();
    }

    Optional<Mail> find(int number) {
        return Files.exists(file(number)) ? Optional.of(read(number)) : Optional.empty();
    }

    private Mail read(int number) {
        var file = file(number);
        try (var in = Files.newInputStream(file)) {
            var message = new MimeMessage(null, in);
            var sent = message.getSentDate() == null
                    ? Files.getLastModifiedTime(file).toInstant()
                    : message.getSentDate().toInstant();
            return new Mail(
                    number,
                    sent,
                    header(message, "From"),
                    header(message, "To"),
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    text(message).orElse(""));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (MessagingException problem) {
            throw new IllegalStateException(file + " is no mail", problem);
        }
    }

    private static String header(MimeMessage message, String name) throws MessagingException, IOException {
        var values = message.getHeader(name);
        return values == null ? "" : MimeUtility.decodeText(String.join(", ", values));
    }

    /** The plain words where the mail has them, else the words of its page. */
    private static Optional<String> text(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            Optional<String> html = Optional.empty();
            for (int i = 0; i < parts.getCount(); i++) {
                var text = text(parts.getBodyPart(i));
                if (text.isPresent() && !parts.getBodyPart(i).isMimeType("text/html")) {
                    return text;
                }
                html = html.or(() -> text);
            }
            return html;
        }
        if (part.isMimeType("text/html")) {
            return Optional.of(words(part.getContent().toString()));
        }
        return part.isMimeType("text/*") ? Optional.of(part.getContent().toString()) : Optional.empty();
    }

    private static String words(String html) {
        var page = Jsoup.parse(html);
        page.select("a[href]").forEach(link -> link.appendText(" " + link.attr("href")));
        return page.body().wholeText().lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    private Stream<Integer> numbers() {
        if (Files.notExists(folder)) {
            return Stream.empty();
        }
        try (var files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d+" + ENDING))
                    .map(name -> Integer.valueOf(name.replace(ENDING, "")))
                    .toList()
                    .stream();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private Path file(int number) {
        return folder.resolve("%06d%s".formatted(number, ENDING));
    }
}
