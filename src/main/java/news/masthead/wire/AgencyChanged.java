package news.masthead.wire;

/** The desk saved an agency's profile. */
public record AgencyChanged(Agency agency) {}
