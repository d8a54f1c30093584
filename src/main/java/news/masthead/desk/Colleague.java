package news.masthead.desk;

/**
 * Somebody of the staff who is at work.
 *
 * @param account tells apart two people of one name
 * @param senior whether this is a chief editor or an administrator
 */
public record Colleague(long account, String name, boolean senior) {}
