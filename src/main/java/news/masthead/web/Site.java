package news.masthead.web;

import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The site as the outside world reaches it. */
@Singleton
public class Site {

    private final URI url;

    Site(@ConfigProperty(name = "masthead.url") URI url) {
        this.url = url;
    }

    /** Its public address without a path, for example {@code https://news.example}. Every absolute link starts with it, never with a Host header. */
    public URI url() {
        return url;
    }

    /** Whether readers reach it over https. */
    public boolean isSecure() {
        return "https".equals(url.getScheme());
    }
}
