package news.masthead.desk;

import java.util.Arrays;

/**
 * The versions of a story that a change is meant for (RFC 9110, section 13.1.1).
 *
 * @param header null where there is none, which allows any
 */
record IfMatch(String header) {

    boolean allows(int version) {
        return header == null
                || header.strip().equals("*")
                || Arrays.stream(header.split(",")).map(String::strip).anyMatch(tag(version)::equals);
    }

    static String tag(int version) {
        return "\"" + version + "\"";
    }
}
