package news.masthead.site;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;
import news.masthead.access.Intent;

/**
 * What a request says it is for. Claims only ever close: who says it is a machine gets the wall and spends nothing; nobody gets a body by what
 * a header says.
 */
record Asker(HttpServerRequest request) {

    private static final Pattern MACHINE = Pattern.compile(
            "bot|crawl|spider|slurp|preview|facebookexternalhit|whatsapp|telegram|embedly|pinterest|skype",
            Pattern.CASE_INSENSITIVE);

    Intent intent() {
        return request.method() == HttpMethod.HEAD || isPrefetch() || isNoDocument() || isMachine()
                ? Intent.PEEKING
                : Intent.READING;
    }

    /** The browser looks ahead; told to come back on the click, it does (Speculation Rules, "prefetch"). */
    boolean isPrefetch() {
        return says("Sec-Purpose", "prefetch") || says("Purpose", "prefetch") || says("X-Moz", "prefetch");
    }

    private boolean isNoDocument() {
        String destination = request.getHeader("Sec-Fetch-Dest");
        return destination != null && !destination.equals("document");
    }

    private boolean isMachine() {
        String agent = request.getHeader("User-Agent");
        return agent != null && MACHINE.matcher(agent).find();
    }

    private boolean says(String header, String word) {
        String value = request.getHeader(header);
        return value != null && value.contains(word);
    }
}
