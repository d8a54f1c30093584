package news.masthead.identity;

import java.util.Set;

/** Who is asking for a page. */
public sealed interface Reader {

    /**
     * Somebody who has not logged in.
     *
     * @param id random and signed by us; counts this reader's free stories and nothing else
     * @param met whether the reader brought it, or it was made for this request
     */
    record Anonymous(String id, boolean met) implements Reader {}

    /**
     * Somebody who has logged in.
     *
     * @param account id of the {@link Account}
     * @param verified whether the identity provider vouches for the e-mail address
     */
    record Registered(long account, Set<String> roles, boolean verified) implements Reader {

        /** Whether this person makes the paper. */
        public boolean isStaff() {
            return roles.contains(Role.EDITOR) || roles.contains(Role.CHIEF) || roles.contains(Role.ADMIN);
        }
    }
}
