package news.masthead.story;

import java.util.List;

/** What stands at an address of the archive. */
public sealed interface Finding {

    /** A story, at exactly this address, and what may be done with its words. */
    record Published(Story story, List<Author> authors, List<Topic> topics, Licence licence) implements Finding {}

    /** The same story has a canonical address; send readers there for good. */
    record Moved(String section, String slug, long id) implements Finding {}

    /** The story was killed or is withheld: there is only a notice. */
    record Gone(String notice) implements Finding {}

    /** Never was here. */
    record Missing() implements Finding {}
}
