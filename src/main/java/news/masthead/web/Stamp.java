package news.masthead.web;

/**
 * A moment as a page prints it.
 *
 * @param iso the UTC instant in ISO 8601, for the {@code datetime} attribute
 * @param words the same moment in the publisher's zone and language, for people
 */
public record Stamp(String iso, String words) {}
