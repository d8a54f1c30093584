package news.masthead.desk;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import news.masthead.story.Licence;
import news.masthead.values.Publication;
import news.masthead.wire.Agency;

/**
 * What stands in the form of an agency's profile, by the name of the field. A field that is missing counts as empty, and one that the form does
 * not have is never looked at.
 */
record AgencyFields(Map<String, String> typed) {

    static AgencyFields of(MultivaluedMap<String, String> form) {
        return new AgencyFields(form.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> String.join("\n", field.getValue()))));
    }

    /** Of an agency nobody knows anything of. */
    static AgencyFields fresh(Publication publication) {
        return new AgencyFields(Map.of(
                "version", "0",
                "kind", Agency.Kind.NEWS.name(),
                "zone", publication.zone().getId(),
                "language", publication.language(),
                "web", "true",
                "index", "true",
                "leastUrgency", "9",
                "access", "metered",
                "freeParagraphs", "2"));
    }

    static AgencyFields of(Agency agency, int version) {
        Map<String, String> fields = new HashMap<>();
        fields.put("version", Integer.toString(version));
        fields.put("id", agency.id());
        fields.put("name", agency.name());
        fields.put("kind", agency.kind().name());
        fields.put("creditLine", agency.creditLine());
        fields.put("disclaimer", agency.disclaimer().orElse(""));
        fields.put("senders", lines(agency.senders()));
        fields.put(
                "silence",
                agency.usualSilence()
                        .map(Duration::toMinutes)
                        .map(Object::toString)
                        .orElse(""));
        habits(agency.habits(), fields);
        routing(agency.routing(), agency.publishing(), fields);
        rights(agency.rights(), fields);
        return new AgencyFields(fields);
    }

    private static void habits(Agency.Habits habits, Map<String, String> fields) {
        fields.put("zone", habits.zone().getId());
        fields.put("charset", habits.charset().map(Object::toString).orElse(""));
        fields.put("language", habits.language());
        fields.put("datelineNames", lines(habits.datelineNames()));
        fields.put("signOffs", lines(habits.signOffs()));
    }

    private static void routing(Agency.Routing routing, Agency.Publishing publishing, Map<String, String> fields) {
        fields.put("section", routing.section().orElse(""));
        fields.put(
                "sections",
                lines(routing.sections().entrySet().stream()
                        .map(entry -> entry.getKey() + " = " + entry.getValue())
                        .toList()));
        fields.put("automatic", Boolean.toString(publishing.automatic()));
        fields.put("leastUrgency", Integer.toString(publishing.leastUrgency()));
        fields.put("autoSection", lines(publishing.sections()));
        fields.put("access", publishing.access().name().toLowerCase(Locale.ROOT));
        fields.put("freeParagraphs", Integer.toString(publishing.freeParagraphs()));
    }

    private static void rights(Licence rights, Map<String, String> fields) {
        fields.put("web", Boolean.toString(rights.web()));
        fields.put("epaper", Boolean.toString(rights.epaper()));
        fields.put("newsletter", Boolean.toString(rights.newsletter()));
        fields.put("feeds", Boolean.toString(rights.feeds()));
        fields.put("ai", Boolean.toString(rights.ai()));
        fields.put("index", Boolean.toString(rights.index()));
        fields.put("archiveDays", rights.archiveDays().map(Object::toString).orElse(""));
        fields.put("territory", String.join(" ", rights.territory()));
        fields.put("until", rights.until().map(Object::toString).orElse(""));
    }

    /** Without white space around it; empty where nothing was typed. */
    public String text(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    /** As it was typed. */
    String raw(String field) {
        return typed.getOrDefault(field, "");
    }

    /** Whether a box is ticked. */
    boolean ticked(String field) {
        return text(field).equals("true");
    }

    /** The lines that say something. */
    List<String> lines(String field) {
        return Arrays.stream(text(field).split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The version the editor had in front of them; one that never was for anything but a number. */
    int versionSeen() {
        return text("version").matches("\\d{1,6}") ? Integer.parseInt(text("version")) : -1;
    }

    private static String lines(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining("\n"));
    }
}
