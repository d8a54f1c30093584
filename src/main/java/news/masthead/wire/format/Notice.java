package news.masthead.wire.format;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Messages to editors in prose: orders to kill, corrections to make, schedules. A notice is never a story, and its words are for the desk. */
final class Notice {

    private static final Pattern KILL = Pattern.compile(
            "\\b(?:KILL(?:ED)?|MANDATORY KILL|STORY WITHDRAWN|WITHDRAWAL)\\b|(?i:^ADVISORY.*\\bwithdrawn\\b|\\bplease kill the story\\b)");
    private static final Pattern HOLD = Pattern.compile(
            "\\bHOLD HOLD HOLD\\b|\\bSTORY WITHHELD\\b|\\b(?i:please (?:hold|withhold) (?:the |this )?(?:item|story))\\b");
    private static final Pattern CORRECTION = Pattern.compile("^(?:CORRECTION|CORRIGENDUM|CORRECTIVE)\\b");
    private static final Pattern ADVISORY =
            Pattern.compile("\\b(?:SCHEDULE|ADVISORY|DAYBOOK|NEWS BUDGET|NOTE TO EDITORS)\\b");
    private static final Pattern STORY_NUMBER = Pattern.compile("(?m)^STORY[_ ]NUMBER:\\s*(\\S+)");
    private static final Pattern QUOTED = Pattern.compile("[\"“]([^\"”]{10,200})[\"”]");
    private static final Pattern AFTER_COLON = Pattern.compile("^[A-Z ]+:\\s*(.{10,200})$");
    private static final int LONGEST_OPENING = 300;
    private static final int LONGEST_NOTICE = 5_000;

    private Notice() {}

    /** Fills {@code draft} if the text is a notice; else leaves it alone. */
    static boolean take(String text, String subject, Draft draft) {
        String opening = text.stripLeading().lines().findFirst().orElse("");
        List<String> titles =
                Stream.of(Draft.plain(subject), Draft.plain(opening)).toList();
        boolean kill = titles.stream().anyMatch(title -> KILL.matcher(title).find());
        boolean correction =
                titles.stream().allMatch(title -> CORRECTION.matcher(title).find());
        boolean advisory =
                titles.stream().anyMatch(title -> ADVISORY.matcher(title).find())
                        || isForbidden(text)
                        || wantsHeld(text);
        if (!kill && !correction && !advisory) {
            return false;
        }
        draft.type = "notice";
        draft.status = kill ? PubStatus.CANCELED : correction ? PubStatus.USABLE : PubStatus.WITHHELD;
        draft.headline = kill || correction ? "" : titles.getFirst().isEmpty() ? titles.getLast() : titles.getFirst();
        draft.refersTo = refersTo(text, subject);
        draft.edNotes.add(Stream.of(subject, text)
                .map(Draft::plain)
                .filter(words -> !words.isEmpty())
                .distinct()
                .reduce((one, two) -> one + " | " + two)
                .orElse(""));
        return true;
    }

    /** Whether a notice asks to hold a story back until further notice ("HOLD HOLD HOLD", "Please hold item ..."). */
    static boolean wantsHeld(String words) {
        return HOLD.matcher(words.substring(0, Math.min(words.length(), LONGEST_OPENING)))
                .find();
    }

    /** "Not for publication" at the top, unless it says until when. */
    private static boolean isForbidden(String text) {
        String opening = text.substring(0, Math.min(text.length(), LONGEST_OPENING));
        return opening.contains("NOT FOR PUBLICATION") && !opening.contains("BEFORE");
    }

    private static String refersTo(String text, String subject) {
        String opening = text.substring(0, Math.min(text.length(), LONGEST_NOTICE));
        return first(STORY_NUMBER, opening)
                .or(() -> first(QUOTED, opening))
                .or(() -> first(AFTER_COLON, Draft.plain(subject)))
                .orElse("");
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
