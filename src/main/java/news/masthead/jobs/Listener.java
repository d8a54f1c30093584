package news.masthead.jobs;

/**
 * Hears on every node what some node told by {@link Broadcast#tell}. An application-scoped bean. Both methods are called by one thread that
 * everybody's news waits for, so they only take note; an exception makes the node deaf until it has caught up.
 */
public interface Listener {

    /** One word. */
    String topic();

    /** Something was told, by this node or another; news of one topic come in the order of their commits. */
    void heard(String words);

    /** News may have been missed: look for yourself. Called before the node counts as hearing, at the start too. */
    void catchUp();
}
