package news.masthead.desk;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The JSON door for editors' tools. */
@ConfigMapping(prefix = "masthead.editor-api")
interface EditorApiSettings {

    /** What a tool proves itself with; the door is closed without one. */
    Optional<String> token();
}
