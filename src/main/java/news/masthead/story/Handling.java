package news.masthead.story;

/** What the paper did to an agency's words. */
public enum Handling {
    /** Nothing: readers get what the agency sent. */
    UNTOUCHED,
    /** Headline, teaser or picture are the paper's, the words the agency's. */
    REFRAMED,
    /** The words are not the agency's any more, or not alone. */
    EDITED
}
