package news.masthead.billing.tax;

import java.util.regex.Pattern;

/**
 * How the numbers of a series are written, such as {@code INV/{year}/{number}} for {@code INV/26-27/000001}. At most sixteen letters, digits,
 * hyphens and slashes, each number once in a financial year: CGST Rules 2017, rule 46(b) and, for credit notes, rule 53(1A)(d).
 */
record NumberPattern(String pattern) {

    private static final Pattern LAWFUL = Pattern.compile("[A-Za-z0-9/-]{1,16}");
    private static final int SIX_DIGITS = 999_999;

    NumberPattern {
        boolean whole = pattern.contains("{year}") && pattern.contains("{number}");
        if (!whole || !LAWFUL.matcher(fill(pattern, "26-27", SIX_DIGITS)).matches()) {
            throw new IllegalArgumentException("The pattern of numbers \"" + pattern
                    + "\" needs {year} and {number}, and makes at most 16 letters, digits, - and / of them");
        }
    }

    /**
     * @throws IllegalStateException where it becomes longer than the law allows, so that a shorter pattern is needed
     */
    String number(FiscalYear year, int serial) {
        String number = fill(pattern, year.toString(), serial);
        if (!LAWFUL.matcher(number).matches()) {
            throw new IllegalStateException("\"" + number + "\" is longer than a number may be: shorten " + pattern);
        }
        return number;
    }

    private static String fill(String pattern, String year, int serial) {
        return pattern.replace("{year}", year).replace("{number}", "%06d".formatted(serial));
    }
}
