package news.masthead.identity;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import news.masthead.web.Links;

/** The answer to a form sent by a reader whose session is over. */
public final class LogIn {

    private LogIn() {}

    /**
     * Sends the reader to log in and then to {@code back}. Not by a redirect: Chromium holds the redirects of a form to the page's
     * {@code form-action}, and the identity provider is not in it (https://github.com/w3c/webappsec-csp/issues/8).
     */
    public static Response first(String back) {
        return Response.status(Response.Status.FORBIDDEN)
                .header("Refresh", "0; url=" + Links.login(back))
                .type(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
                .entity("Please log in first.\n")
                .build();
    }
}
