package news.masthead.wire;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** A file at an address of an agency's own, which is fetched again and again. */
public interface Feed {

    /** {@code https:} or {@code http:}, without a name or password in it. */
    URI url();

    /** From one look to the next, while all is well. */
    @WithDefault("PT5M")
    Duration pause();
}
