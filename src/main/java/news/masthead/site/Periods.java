package news.masthead.site;

/** The length of a term in words. */
final class Periods {

    private Periods() {}

    static String of(int months) {
        if (months % 12 != 0) {
            return months == 1 ? "for 1 month" : "for " + months + " months";
        }
        return months == 12 ? "for 1 year" : "for " + months / 12 + " years";
    }
}
