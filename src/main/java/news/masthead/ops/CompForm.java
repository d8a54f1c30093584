package news.masthead.ops;

import java.util.Map;

/**
 * What was typed to give complimentary access, and what is wrong with it.
 *
 * @param email an address, or the number of an account
 * @param until the last day, as ISO 8601
 * @param problems sentences by the name of the field; none before anything was typed
 */
record CompForm(String email, String until, String reason, Map<String, String> problems) {

    static final CompForm EMPTY = new CompForm("", "", "", Map.of());

    static CompForm typed(String email, String until, String reason) {
        return new CompForm(stripped(email), stripped(until), stripped(reason), Map.of());
    }

    CompForm with(Map<String, String> found) {
        return new CompForm(email, until, reason, found);
    }

    /** What is wrong with a field; empty when nothing is. */
    public String problem(String field) {
        return problems.getOrDefault(field, "");
    }

    private static String stripped(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
