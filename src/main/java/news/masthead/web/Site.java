package news.masthead.web;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** The site as the outside world reaches it. */
@ConfigMapping(prefix = "masthead")
public interface Site {

    /** Its public address without a path, for example {@code https://news.example}. Every absolute link starts with it, never with a Host header. */
    URI url();

    /** Whether readers reach it over https. */
    default boolean isSecure() {
        return "https".equals(url().getScheme());
    }
}
