package news.masthead.wire;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose copy a file is, told by what it holds: who sent the mail, who signs the dateline, the trailer or the header, whom the markup names. Good
 * enough to look into a file that somebody found; what comes over a transport is of the agency whose transport it is.
 */
final class Recognition {

    private static final int LONGEST_OPENING = 20_000;
    private static final int MOST_LINES = 10_000;
    private static final int LONGEST_LINE = 160;
    /** Below this a name in capitals could be any word. */
    private static final int SHORT = 5;

    private static final String DAY = "\\p{L}{3,9}\\.? \\d{1,2}(?:,? \\d{4})?,? ?";
    private static final Pattern FROM = Pattern.compile("(?im)^From:[ \\t]*(.{1,200})$");
    /** RFC 8601, in any of the results that the header carries. */
    private static final Pattern FAILED = Pattern.compile("(?im)^Authentication-Results:.*\\b(?:dmarc|spf)=fail\\b");

    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]++");
    private static final Pattern HEADER_LINE = Pattern.compile("\\A\\s{0,20}[A-Za-z][A-Za-z0-9-]{1,60}:\\s");

    private final Map<String, Agency> byName = new HashMap<>();
    private final List<Agency> agencies;
    private final Pattern bracketed;
    private final Pattern signed;
    private final Pattern marked;

    Recognition(Collection<Agency> agencies) {
        this.agencies = List.copyOf(agencies);
        agencies.forEach(agency -> names(agency).forEach(name -> byName.putIfAbsent(lower(name), agency)));
        String names = agencies.stream()
                .flatMap(Recognition::names)
                .flatMap(name -> Stream.of(name, name.length() < SHORT ? name : name.toUpperCase(Locale.ROOT)))
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<name>", ")"));
        String anyCase = "(?i:" + names + ")";
        bracketed = Pattern.compile("\\(" + anyCase + "(?:[/ ,][^()\\n]{1,30})?\\)|" + DAY + "/ ?"
                + anyCase.replace("<name>", "<slashed>") + " ?/");
        signed = Pattern.compile("(?:^|" + DAY + "\\b)" + names + " ?(?:--|[-–—_])\\s" // Kyodo, Reuters
                + "|^\\S{0,3}[A-Za-z]{1,5}\\d{3,4} \\d [a-z]{1,3} .*\\b" + names.replace("<name>", "<header>")
                + " \\d{3,4}\\s*$" // IPTC 7901
                + "|^\\s*\\x03?" + names.replace("<name>", "<trailer>") + "-WF-" // ANPA 1312
                + "|^\\s*(?:ZCZC |KN#|={2,})" + anyCase.replace("<name>", "<tag>") + "\\s*$");
        marked = Pattern.compile("[\"':>]\\s*" + anyCase + "\\s*[\"'<]");
    }

    Optional<Agency> of(String file) {
        String opening = opening(file);
        if (isMarkedUp(file)) {
            return first(marked, Stream.of(opening));
        }
        Optional<String> from = from(opening);
        return from.flatMap(this::sender)
                .or(() -> first(bracketed, lines(opening)))
                .or(() -> from.isPresent() ? Optional.empty() : first(signed, lines(file)));
    }

    /** Why a mail cannot be taken for the agency's whose words it holds, in a sentence; none for what is no mail. */
    Optional<String> doubtOf(String file) {
        String opening = opening(file);
        Optional<String> from = isMarkedUp(file) ? Optional.empty() : from(opening);
        if (from.isEmpty()) {
            return Optional.empty();
        }
        if (FAILED.matcher(FOLD.matcher(head(opening)).replaceAll(" ")).find()) {
            return Optional.of("The mail server found that the mail does not come from its sender.");
        }
        Optional<Agency> sender = from.flatMap(this::sender);
        Optional<Agency> signed = first(bracketed, lines(opening));
        if (sender.isEmpty()) {
            return Optional.of(
                    signed.map(agency -> "The mail is signed by " + agency.name() + " and does not come from it.")
                            .orElse("The mail comes from nobody we know."));
        }
        return Optional.empty();
    }

    private static String opening(String file) {
        return file.substring(0, Math.min(file.length(), LONGEST_OPENING));
    }

    private static String head(String opening) {
        return opening.stripLeading().split("\\r?\\n\\r?\\n", 2)[0];
    }

    /** Whom a mail says it is from; none for what is no mail. */
    private static Optional<String> from(String opening) {
        String head = head(opening);
        return Optional.of(FROM.matcher(head))
                .filter(from -> HEADER_LINE.matcher(head).find() && from.find())
                .map(from -> lower(from.group(1).strip()));
    }

    /** Whether the format has a place for the language, which then is not for us to guess. */
    static boolean isMarkedUp(String file) {
        String start = file.substring(0, Math.min(file.length(), LONGEST_LINE)).stripLeading();
        return start.startsWith("<") || start.startsWith("{") || start.startsWith("[");
    }

    private static Stream<String> lines(String text) {
        return text.lines()
                .limit(MOST_LINES)
                .filter(line -> !line.isBlank())
                .map(line -> line.substring(0, Math.min(line.length(), LONGEST_LINE)));
    }

    /** An address or domain of the profile, or a domain with the agency's id for a label. */
    private Optional<Agency> sender(String from) {
        return agencies.stream().filter(agency -> isFrom(agency, from)).findFirst();
    }

    private static boolean isFrom(Agency agency, String from) {
        boolean known =
                agency.senders().stream().anyMatch(sender -> from.contains(sender + ">") || from.endsWith(sender));
        Pattern label = Pattern.compile("@(?:[\\w-]{1,60}\\.){0,5}" + Pattern.quote(agency.id()) + "\\.");
        return known || label.matcher(from).find();
    }

    private Optional<Agency> first(Pattern pattern, Stream<String> lines) {
        return lines.map(pattern::matcher)
                .filter(Matcher::find)
                .findFirst()
                .flatMap(found -> found.namedGroups().keySet().stream()
                        .map(found::group)
                        .filter(name -> name != null)
                        .findFirst())
                .map(name -> byName.get(lower(name)));
    }

    private static Stream<String> names(Agency agency) {
        return agency.dialect().names().stream();
    }

    private static String lower(String words) {
        return words.toLowerCase(Locale.ROOT);
    }
}
