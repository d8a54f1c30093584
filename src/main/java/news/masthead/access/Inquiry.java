package news.masthead.access;

import java.time.Instant;

/**
 * A question that somebody of the staff asked about a reader and a story.
 *
 * @param askedBy account
 * @param reader pseudonym of the reader asked about, in hexadecimal; means nothing once its month is forgotten
 */
public record Inquiry(Instant askedAt, long askedBy, String reader, long story) {}
