package news.masthead.desk;

import org.jboss.resteasy.reactive.RestForm;

/**
 * An order to read files again, as an editor typed it.
 *
 * @param quarantine not empty for all that lie in quarantine; else the other fields say which
 */
record ReplayFields(
        @RestForm String quarantine,
        @RestForm String agency,
        @RestForm String from,
        @RestForm String until) {

    static final ReplayFields NONE = new ReplayFields("", "", "", "");

    ReplayFields {
        quarantine = orEmpty(quarantine);
        agency = orEmpty(agency);
        from = orEmpty(from);
        until = orEmpty(until);
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value.strip();
    }
}
