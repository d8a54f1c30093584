package news.masthead.probe;

import java.io.IOException;

/** Where requests go: a site on a line, a site that was written down, a site with a flaw. */
interface Door {

    Answer ask(Ask ask) throws IOException;
}
