package news.masthead.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import news.masthead.wire.format.Verdict;
import news.masthead.wire.format.WireCopy;

/**
 * One item as {@code wire parse} prints it, with the keys of the acceptance cases.
 *
 * @param item its place in the file, from 1
 * @param bodyFirst60 the first 60 characters of the first paragraph
 * @param action what the desk would do with it: publishable, hold, kill, advisory or quarantine
 */
record ParsedLine(
        String file,
        int item,
        String guid,
        String version,
        String headline,
        String slugline,
        String byline,
        String credit,
        String dateline,
        String location,
        String language,
        String urgency,
        String embargo,
        String pubstatus,
        @JsonProperty("n_paragraphs") int paragraphs,
        @JsonProperty("body_first60") String bodyFirst60,
        String signals,
        @JsonProperty("first_created") String firstCreated,
        @JsonProperty("version_created") String versionCreated,
        @JsonProperty("ed_note") String edNote,
        @JsonProperty("body_words") int bodyWords,
        String action,
        List<String> reasons) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FIRST = 60;

    static String of(String file, int item, WireCopy copy, Verdict verdict) {
        List<String> paragraphs = copy.paragraphs();
        return json(new ParsedLine(
                file,
                item,
                copy.guid(),
                copy.version(),
                copy.headline(),
                copy.slugline(),
                copy.byline(),
                copy.credit(),
                copy.dateline(),
                copy.location(),
                copy.language(),
                copy.urgency(),
                copy.embargo().words(),
                copy.status().name().toLowerCase(Locale.ROOT),
                paragraphs.size(),
                paragraphs.isEmpty() ? "" : start(paragraphs.getFirst()),
                String.join(" ", copy.signals()),
                copy.firstCreated().words(),
                copy.versionCreated().words(),
                copy.edNote(),
                paragraphs.stream().mapToInt(ParsedLine::words).sum(),
                verdict.action().name().toLowerCase(Locale.ROOT),
                verdict.reasons()));
    }

    static String unreadable(String file, String reason) {
        return json(new ParsedLine(
                file,
                1,
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                0,
                "",
                "",
                "",
                "",
                "",
                0,
                "quarantine",
                List.of(reason)));
    }

    private static String start(String paragraph) {
        return paragraph.substring(
                0, paragraph.offsetByCodePoints(0, Math.min(FIRST, paragraph.codePointCount(0, paragraph.length()))));
    }

    private static int words(String paragraph) {
        return paragraph.isBlank() ? 0 : paragraph.strip().split("\\s+").length;
    }

    private static String json(ParsedLine line) {
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
