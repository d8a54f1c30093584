package news.masthead.doors;

import java.util.EnumSet;
import java.util.Set;

/** Everybody who may stand before a door. */
enum Who {
    ANONYMOUS,
    REGISTERED,
    SUBSCRIBER,
    EXPIRED,
    EDITOR,
    CHIEF,
    BILLING,
    ADMIN;

    static final Set<Who> ALL = EnumSet.allOf(Who.class);
    static final Set<Who> LOGGED_IN = EnumSet.complementOf(EnumSet.of(ANONYMOUS));
    static final Set<Who> STAFF = EnumSet.of(EDITOR, CHIEF, ADMIN);
    static final Set<Who> CHIEFS = EnumSet.of(CHIEF, ADMIN);
    static final Set<Who> CHIEF_ALONE = EnumSet.of(CHIEF);
    static final Set<Who> CASHIERS = EnumSet.of(BILLING, ADMIN);
    static final Set<Who> ADMINS = EnumSet.of(ADMIN);

    /** Who reads a premium story to its end. */
    static final Set<Who> READS_ALL = EnumSet.of(SUBSCRIBER, EDITOR, CHIEF, ADMIN);
}
