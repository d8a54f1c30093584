package news.masthead.values;

import java.text.Normalizer;
import java.util.Locale;

/** The readable part of an address: lower-case ASCII letters, digits and single hyphens, never empty. */
public record Slug(String value) {

    private static final int LONGEST = 90;

    public Slug {
        if (!value.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("Not a slug: " + value);
        }
    }

    /** A slug from free text; words are dropped from the end rather than cut. A text without a Latin letter or digit gives {@code story}. */
    public static Slug of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String hyphened =
                plain.replaceAll("['’\\p{M}]", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return new Slug(hyphened.isEmpty() ? "story" : shortened(hyphened));
    }

    private static String shortened(String hyphened) {
        if (hyphened.length() <= LONGEST) {
            return hyphened;
        }
        int lastWord = hyphened.lastIndexOf('-', LONGEST);
        return hyphened.substring(0, lastWord > 0 ? lastWord : LONGEST);
    }

    @Override
    public String toString() {
        return value;
    }
}
