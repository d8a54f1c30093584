package news.masthead.billing.twin;

import java.util.Locale;

/** Writes an amount as Indians do, {@code ₹1,23,456.00}: the JDK groups en-IN by thousands. */
final class Rupees {

    private Rupees() {}

    /** @param minor the amount in the currency's smallest unit: paise */
    static String of(long minor, String currency) {
        String digits = Long.toString(minor / 100);
        int lastThree = Math.max(0, digits.length() - 3);
        String high = digits.substring(0, lastThree).replaceAll("(?<=\\d)(?=(\\d\\d)+$)", ",");
        String whole = high.isEmpty() ? digits : high + "," + digits.substring(lastThree);
        String sign = currency.equals("inr") ? "₹" : currency.toUpperCase(Locale.ROOT) + " ";
        return "%s%s.%02d".formatted(sign, whole, minor % 100);
    }
}
