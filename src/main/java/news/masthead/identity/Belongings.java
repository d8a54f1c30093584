package news.masthead.identity;

import java.util.Map;

/** What a room keeps of an account. Implemented by that room, as an application-scoped bean. */
public interface Belongings {

    /** What it is called in the reader's copy. */
    String name();

    /** All of it, as it goes into the reader's copy: texts, numbers, lists and maps of these. */
    Map<String, Object> of(long account);

    /** Lets go of what says who somebody is. Called in the transaction that erases the account. */
    void erase(long account);
}
