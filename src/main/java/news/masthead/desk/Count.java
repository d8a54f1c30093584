package news.masthead.desk;

import java.text.NumberFormat;
import java.util.Locale;
import news.masthead.wire.Inbox;

/** A number of items as the desk's lists print it: exact, as far as anybody counts. */
final class Count {

    private Count() {}

    static String of(long count, String language) {
        NumberFormat digits = NumberFormat.getIntegerInstance(Locale.forLanguageTag(language));
        return count > Inbox.MOST_COUNTED ? digits.format(Inbox.MOST_COUNTED) + "+" : digits.format(count);
    }
}
