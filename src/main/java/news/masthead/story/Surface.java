package news.masthead.story;

/**
 * A place where readers meet stories: the story's own page, lists, pictures, a search index, feeds. An application-scoped bean of the room that
 * owns the place; a new one is found by being one. What the database itself answers leaves with the commit of a withdrawal; a surface drops what
 * is kept anywhere else.
 */
public interface Surface {

    /** In a few words, as the desk shows it and as it is stored. */
    String name();

    /**
     * Drops what is left of a story that was killed or withheld; on every node, once the order is committed and the node's {@link Editions} knows
     * of it. May be called twice. When it returns, no reader of this node can meet the story here.
     *
     * @throws RuntimeException if that could not be done; it is called again a second later, and no receipt is written
     */
    void drop(long story);
}
