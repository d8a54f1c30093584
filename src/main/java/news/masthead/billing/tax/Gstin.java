package news.masthead.billing.tax;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of somebody registered for GST: the state's code, the PAN, which registration of that PAN, Z, and a check digit (form GST REG-06).
 *
 * @param value fifteen capitals and digits
 */
record Gstin(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z]Z[0-9A-Z]");
    private static final int BASE = 36;

    Gstin {
        if (!isOne(value)) {
            throw new IllegalArgumentException(
                    "\"" + value + "\" is no GSTIN: its shape, state or check digit is wrong");
        }
    }

    /** What was typed, in whatever case and with whatever spaces; none where it is no GSTIN. */
    static Optional<Gstin> of(String typed) {
        String value = typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return isOne(value) ? Optional.of(new Gstin(value)) : Optional.empty();
    }

    IndianState state() {
        return IndianState.ofCode(value.substring(0, 2)).orElseThrow();
    }

    private static boolean isOne(String value) {
        return SHAPE.matcher(value).matches()
                && IndianState.ofCode(value.substring(0, 2)).isPresent()
                && value.charAt(14) == checkDigit(value);
    }

    /** Luhn's rule to the base of 36, with the second factor of two. */
    private static char checkDigit(String value) {
        int sum = 0;
        for (int i = 0; i < 14; i++) {
            int product = Character.digit(value.charAt(i), BASE) * (i % 2 + 1);
            sum += product / BASE + product % BASE;
        }
        return Character.toUpperCase(Character.forDigit((BASE - sum % BASE) % BASE, BASE));
    }
}
