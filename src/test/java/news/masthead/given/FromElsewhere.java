package news.masthead.given;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import news.masthead.values.NetworkPrefix;

/** Readers anywhere on the network, who come to the site of the tests through its proxy: 127.0.0.2, which this machine also is. */
public final class FromElsewhere {

    /** The only address whose {@code X-Forwarded-For} the site of the tests believes; other tests come from 127.0.0.1. */
    public static final String PROXY = "127.0.0.2";

    private FromElsewhere() {}

    /** Connects as the proxy does. */
    public static HttpClient proxy() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .localAddress(NetworkPrefix.address(PROXY).orElseThrow())
                .build();
    }

    /** A request that the proxy passes on for somebody at that address. */
    public static HttpRequest.Builder from(String address, HttpRequest.Builder request) {
        return request.setHeader("X-Forwarded-For", address);
    }
}
