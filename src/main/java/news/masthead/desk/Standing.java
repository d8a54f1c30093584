package news.masthead.desk;

/** Where a wire item or a story stands, as the desk's lists mark it. */
enum Standing {
    NEW,
    PUBLISHED,
    HELD,
    QUARANTINED,
    IGNORED,
    SUPERSEDED,
    WITHHELD,
    KILLED
}
