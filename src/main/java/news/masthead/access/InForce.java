package news.masthead.access;

import java.util.Optional;

/**
 * The policy of an instant.
 *
 * @param rules none where this release does not know one of them: then the gate is closed
 */
record InForce(long version, Optional<Policy> rules) {}
