package news.masthead.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import news.masthead.web.Links;
import news.masthead.wire.Inbox;
import news.masthead.wire.Search;
import org.jboss.resteasy.reactive.RestQuery;

/** What the address of the inbox asks for. What is missing, or is no value that a field can have, counts as not asked. */
record InboxFields(
        @RestQuery String show,
        @RestQuery String agency,
        @RestQuery String section,
        @RestQuery String urgency,
        @RestQuery("q") String words,
        @RestQuery String before,
        @RestQuery String after) {

    private static final int LONGEST = 200;

    InboxFields {
        show = orEmpty(show);
        agency = orEmpty(agency);
        section = orEmpty(section);
        urgency = orEmpty(urgency);
        words = orEmpty(words);
        before = orEmpty(before);
        after = orEmpty(after);
    }

    Search search() {
        return new Search(filter(), agency, section, urgency.matches("[1-9]") ? Integer.parseInt(urgency) : 0, words);
    }

    /** The address of the newest of a search. */
    static String address(String page, Search search) {
        return page + "?show=" + slug(search.filter())
                + parameter("agency", search.source())
                + parameter("section", search.section())
                + parameter("urgency", search.urgency() == 0 ? "" : Integer.toString(search.urgency()))
                + parameter("q", search.words());
    }

    static String address(Search search) {
        return address(Links.DESK, search);
    }

    static String slug(Inbox.Filter filter) {
        return filter.name().toLowerCase(Locale.ROOT);
    }

    /** The id of an item that an address names; 0 for none. */
    static long item(String id) {
        return id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
    }

    private Inbox.Filter filter() {
        return Arrays.stream(Inbox.Filter.values())
                .filter(filter -> slug(filter).equals(show))
                .findFirst()
                .orElse(Inbox.Filter.ALL);
    }

    private static String parameter(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String orEmpty(String value) {
        return value == null
                ? ""
                : value.strip().substring(0, Math.min(LONGEST, value.strip().length()));
    }
}
