package news.masthead.subscription;

import news.masthead.values.Money;

/**
 * What is sold: full access for a number of months, renewing.
 *
 * @param code stable and stored, for example {@code quarterly}
 * @param version raised with every new price, so that those who bought at the old one keep it
 * @param name as readers see it
 * @param months length of a term; 1 to 36, Stripe's limit for a recurring price
 * @param price of a whole term, taxes included
 * @param trialDays how many days cost nothing before the first term, for who was never a subscriber; 0 to 30, 0 for none
 */
public record Plan(String code, int version, String name, int months, Money price, int trialDays) {

    private static final int LONGEST_TRIAL = 30;

    public Plan {
        boolean coded = code.matches("[a-z0-9_]{1,40}") && !code.equals(Comp.PLAN);
        boolean named = coded && version >= 1 && !name.isBlank();
        if (!named || months < 1 || months > 36 || price.paise() <= 0) {
            throw new IllegalArgumentException(
                    "Plan \"" + code
                            + "\" needs a code of a-z, 0-9 and _, a version from 1, a name, 1 to 36 months and a price above zero");
        }
        if (trialDays < 0 || trialDays > LONGEST_TRIAL) {
            throw new IllegalArgumentException(
                    "Plan \"" + code + "\" has trial-days " + trialDays + "; it is 0, for none, to " + LONGEST_TRIAL);
        }
    }

    /** One without a trial. */
    public Plan(String code, int version, String name, int months, Money price) {
        this(code, version, name, months, price, 0);
    }

    /** Rounded down to the whole rupee, as advertised. */
    public Money perMonth() {
        return price.perPartInWholeRupees(months);
    }

    /** The length of a term in words: {@code 3 months}, {@code 1 year}, {@code 2 years}. */
    public String term() {
        return months % 12 == 0 ? counted(months / 12, "year") : counted(months, "month");
    }

    /** How often it renews, after the word "every": {@code 3 months}, {@code year}, {@code 2 years}. */
    public String cycle() {
        return term().replaceFirst("^1 ", "");
    }

    /** What a term saves, in whole per cent rounded down, against paying {@code other} for as long. */
    public int savesPercentAgainst(Plan other) {
        return (int) (100 - Math.ceilDiv(100 * price.paise() * other.months, other.price.paise() * months));
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
