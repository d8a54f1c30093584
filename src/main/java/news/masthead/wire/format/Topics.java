package news.masthead.wire.format;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Subject codes in one form, whatever way an item names their scheme: {@code medtop:20000345}, {@code subj:04005004}.
 *
 * @see <a href="https://cv.iptc.org/newscodes/mediatopic/">IPTC Media Topics</a>
 */
final class Topics {

    private static final Pattern MEDIA_TOPIC = Pattern.compile("2000\\d{4}");
    private static final Pattern SUBJECT_CODE = Pattern.compile("[01]\\d{7}");

    private Topics() {}

    /**
     * @param scheme an alias, an address, or empty
     * @param code bare, with its alias, or a whole address; empty for none
     */
    static String code(String scheme, String code) {
        String bare = code.substring(Math.max(code.lastIndexOf('/'), code.lastIndexOf(':')) + 1);
        String context = (scheme + " " + code).toLowerCase(Locale.ROOT);
        if (context.contains("medtop") || context.contains("mediatopic")) {
            return "medtop:" + bare;
        }
        if (context.contains("subj:") || context.contains("subjectcode")) {
            return "subj:" + bare;
        }
        boolean unnamed = scheme.isBlank() && bare.equals(code);
        if (unnamed && MEDIA_TOPIC.matcher(bare).matches()) {
            return "medtop:" + bare;
        }
        if (unnamed && SUBJECT_CODE.matcher(bare).matches()) {
            return "subj:" + bare;
        }
        return scheme.isBlank() || code.isBlank() || code.startsWith(scheme) ? code : scheme + ":" + code;
    }
}
