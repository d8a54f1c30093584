package news.masthead.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.masthead.values.Publication;
import news.masthead.wire.Agencies;

/** Reads what tools send, and refuses with a {@link Problem} what cannot be read. */
@ApplicationScoped
class ToolReading {

    private static final int LARGEST = 1024 * 1024;
    private static final String KEY = "[!-~]{1,200}";

    @Inject
    Agencies agencies;

    @Inject
    Forms forms;

    @Inject
    Publication publication;

    @Inject
    ToolMessages messages;

    /** A story and what is decided about it. */
    record Read(ToolStory story, Decision decision) {}

    byte[] bytes(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw Problem.of(Status.REQUEST_ENTITY_TOO_LARGE, messages.tooLarge())
                    .refusal();
        }
        return bytes;
    }

    /** Held to what the desk's form is held to. */
    Read story(byte[] body, Set<String> known) {
        JsonFields sent = JsonFields.of(body, known, messages);
        ToolStory story = ToolStory.of(sent);
        forms.problems(Forms.Kind.OWN, story.typed())
                .forEach((field, sentence) -> sent.require(false, field, sentence));
        forms.problems(story.own()).forEach((field, sentence) -> sent.require(false, field, sentence));
        sent.require(
                story.source().isEmpty() || agencies.find(story.source()).isPresent(),
                "source",
                messages.unknownSource(story.source()));
        refuse(sent.faults());
        return new Read(
                story,
                forms.decision(story.typed(), Optional.empty(), story.own().firstPublishedIn(publication.zone())));
    }

    /** The notice that a kill leaves; empty where the tool gives none. */
    String notice(byte[] body, String inTheAddress) {
        if (body.length == 0) {
            return inTheAddress == null ? "" : inTheAddress;
        }
        JsonFields sent = JsonFields.of(body, Set.of("notice"), messages);
        String notice = sent.text("notice");
        refuse(sent.faults());
        return notice;
    }

    /**
     * The request as it is known again when it is sent again; none without a key.
     *
     * @param parts everything that it asks for
     */
    Optional<ToolAnswers.Request> request(String key, byte[]... parts) {
        if (key != null && !key.matches(KEY)) {
            throw Problem.of(Status.BAD_REQUEST, messages.unfitKey()).refusal();
        }
        return Optional.ofNullable(key).map(given -> new ToolAnswers.Request(given, digest(parts)));
    }

    static byte[] bytes(Object part) {
        return String.valueOf(part).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] digest(byte[]... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha256.update(part);
                sha256.update((byte) '\n');
            }
            return sha256.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void refuse(Map<String, String> faults) {
        if (!faults.isEmpty()) {
            throw Problem.of(faults).refusal();
        }
    }
}
