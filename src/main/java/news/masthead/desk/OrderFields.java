package news.masthead.desk;

/**
 * What an editor typed to take a story out of the paper, or to let it in again.
 *
 * @param verb the order, as it ends its address; empty for none given
 */
record OrderFields(String verb, String notice, String reason) {

    static final String KILL = "kill";
    static final String WITHHOLD = "withhold";
    static final String RELEASE_WISH = "release-wish";
    static final OrderFields NONE = new OrderFields("", "", "");

    OrderFields {
        notice = notice == null ? "" : notice;
        reason = reason == null ? "" : reason;
    }

    boolean lacksNotice() {
        return (verb.equals(KILL) || verb.equals(WITHHOLD)) && notice.isBlank();
    }

    boolean lacksReason() {
        return !verb.isEmpty() && reason.isBlank();
    }

    boolean isComplete() {
        return !lacksNotice() && !lacksReason();
    }
}
