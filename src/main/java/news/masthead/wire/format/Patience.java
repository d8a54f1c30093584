package news.masthead.wire.format;

import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A text for a pattern that a person typed. Some patterns need longer than the sun burns to find out that they do not match; this text ends the
 * attempt after a number of looks, so no pattern can hang a parse.
 */
public final class Patience implements CharSequence {

    private static final int MOST_LOOKS = 200_000;
    private static final int LENGTH_OF_PROBE = 60;
    private static final String OFTEN_MEANT = "aA1 /-.ा";

    private final CharSequence text;
    private int looks;

    public Patience(CharSequence text) {
        this.text = text;
    }

    /** Whether a pattern runs away on a text of the length a sign-off has; found by trying, so a no is no promise. */
    public static boolean isLost(Pattern pattern) {
        return IntStream.concat(OFTEN_MEANT.chars(), pattern.pattern().chars())
                .distinct()
                .mapToObj(Character::toString)
                .flatMap(letter -> IntStream.of(1, 2).mapToObj(times -> letter.repeat(times) + (times == 2 ? " " : "")))
                .map(unit -> unit.repeat(LENGTH_OF_PROBE / unit.length()) + "\u0001")
                .anyMatch(probe -> runsAway(pattern, probe));
    }

    private static boolean runsAway(Pattern pattern, String probe) {
        try {
            pattern.matcher(new Patience(probe)).find();
            return false;
        } catch (UnreadableWire | StackOverflowError lost) {
            return true;
        }
    }

    @Override
    public char charAt(int index) {
        if (++looks > MOST_LOOKS) {
            throw new UnreadableWire("A sign-off pattern in the agency's profile takes too long. Make it simpler.");
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
