package news.masthead.wire.transport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail server found out about where a mail comes from: an {@code Authentication-Results} header field.
 *
 * @param server the authserv-id, in lower case
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8601">RFC 8601</a>
 */
record AuthenticationResults(String server, List<Result> results) {

    private static final int LONGEST = 8_000;

    /** Without a choice that is repeated: matching one goes as deep as the text is long. */
    private static final Pattern SETTING =
            Pattern.compile("\\s*([A-Za-z0-9._/-]+)\\s*=\\s*((?:\"[^\"]*\")?[^\\s\";]*)");

    /** Stands for a property that is there twice: neither can be believed. */
    private static final String AMBIGUOUS = "";

    /** Stands for a character that is escaped; no name of a domain holds one. */
    private static final String ESCAPED = "_";

    /**
     * One method's result.
     *
     * @param method {@code dkim}, {@code spf}, {@code dmarc}, ...
     * @param value {@code pass}, {@code fail}, {@code none}, ...
     * @param properties by ptype and property, such as {@code header.d}
     */
    record Result(String method, String value, Map<String, String> properties) {

        boolean is(String wantedMethod, String wantedValue) {
            return method.equals(wantedMethod) && value.equals(wantedValue);
        }

        /** The domain that a property names, alone or behind an {@code @}. */
        Optional<String> domain(String property) {
            String named = properties.getOrDefault(property, AMBIGUOUS);
            String domain = named.substring(named.lastIndexOf('@') + 1);
            return domain.isEmpty() ? Optional.empty() : Optional.of(domain);
        }
    }

    /** Never throws; what cannot be read, or is longer than any server would write, proves nothing. */
    static AuthenticationResults read(String header) {
        List<String> parts = header.length() > LONGEST ? parts(header).subList(0, 1) : parts(header);
        String server =
                parts.getFirst().strip().split("\\s+", 2)[0].replace("\"", "").toLowerCase(Locale.ROOT);
        return new AuthenticationResults(
                server,
                parts.stream().skip(1).flatMap(part -> result(part).stream()).toList());
    }

    private static Optional<Result> result(String part) {
        Matcher setting = SETTING.matcher(part);
        if (!setting.lookingAt()) {
            return Optional.empty();
        }
        String method = setting.group(1).split("/", 2)[0].toLowerCase(Locale.ROOT);
        String value = plain(setting.group(2));
        Map<String, String> properties = new HashMap<>();
        while (setting.find()) {
            properties.merge(
                    setting.group(1).toLowerCase(Locale.ROOT), plain(setting.group(2)), (one, other) -> AMBIGUOUS);
        }
        return Optional.of(new Result(method, value, properties));
    }

    private static String plain(String value) {
        return value.replace("\"", "").toLowerCase(Locale.ROOT);
    }

    /** Cut at the semicolons outside of quotes, without the comments; nothing but the first part where quotes or comments do not end. */
    private static List<String> parts(String header) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            boolean escapes = c == '\\' && (quoted || depth > 0) && i + 1 < header.length();
            if (depth > 0) {
                depth += escapes ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            } else if (!quoted && c == '(') {
                depth = 1;
                part.append(' ');
            } else if (!quoted && c == ';') {
                parts.add(part.toString());
                part.setLength(0);
            } else if (!escapes) {
                quoted ^= c == '"';
                part.append(c);
            }
            if (escapes) {
                i++;
                part.append(depth > 0 ? "" : ESCAPED);
            }
        }
        parts.add(part.toString());
        return depth > 0 || quoted ? parts.subList(0, 1) : parts;
    }
}
