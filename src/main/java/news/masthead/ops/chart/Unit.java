package news.masthead.ops.chart;

import news.masthead.values.Money;

/** What the numbers of a chart are, and how an axis writes them. */
public enum Unit {
    COUNT {
        @Override
        String words(long value) {
            return Money.rupees(value).toString().replace("₹", "");
        }
    },
    /** Values are paise. */
    MONEY {
        @Override
        String words(long value) {
            return rupees(value);
        }

        @Override
        long smallest() {
            return 100;
        }
    };

    private static final long CRORE = 1_00_00_000_00L;
    private static final long LAKH = 1_00_000_00L;

    abstract String words(long value);

    /** The least step between two lines of the axis. */
    long smallest() {
        return 1;
    }

    private static String rupees(long paise) {
        long size = Math.abs(paise);
        if (size >= CRORE) {
            return inParts(paise, CRORE, "Cr");
        }
        return size >= LAKH ? inParts(paise, LAKH, "L") : new Money(paise / 100 * 100).toString();
    }

    /** As Indian papers write it: {@code ₹2.5 L}, {@code ₹12 Cr}. */
    private static String inParts(long paise, long part, String name) {
        long tenths = Math.round(10.0 * Math.abs(paise) / part);
        String number = tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
        return (paise < 0 ? "-₹" : "₹") + number + " " + name;
    }
}
