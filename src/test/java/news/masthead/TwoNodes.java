package news.masthead;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.masthead.given.GivenItem;

/** Two processes of the packaged site on one database. The second hears the first through a {@link Tap}. */
final class TwoNodes implements AutoCloseable {

    private static final Pattern ITEM = Pattern.compile("\"item\":(\\d+)");
    private static final Pattern STORY = Pattern.compile("/desk/stories/(\\d+)");
    private static final Pattern QUOTE = Pattern.compile("name=\"quote\" value=\"([^\"]+)\"");
    private static final Pattern PUBLIC = Pattern.compile("href=\"(/article/[^\"]+)\"");

    /** Stands behind the wall of every story that {@link #published} made. */
    static final String GATED = "Kanarienvogel";

    private final HttpClient http = HttpClient.newHttpClient();
    private final int database;
    private String editor;
    final Tap tap;
    final LocalSite first;
    final LocalSite second;

    /** @param path where readers find it */
    record Story(GivenItem item, String id, String path) {}

    private TwoNodes(LocalSite first, int database, Tap tap, LocalSite second) {
        this.first = first;
        this.database = database;
        this.tap = tap;
        this.second = second;
    }

    static TwoNodes start() throws Exception {
        LocalSite first = LocalSite.startBare(LocalSite.emptyData("node-1"), LocalSite.anyFreePort());
        try {
            int database = LocalSite.databasePort(first.data());
            Tap tap = Tap.to(database);
            Map<String, String> onTheSameDatabase = Map.of(
                    "MASTHEAD_LOCAL", "mail",
                    "MASTHEAD_STRIPE_API_BASE", first.environment().get("STRIPE_TWIN_URL"),
                    "MASTHEAD_STRIPE_API_KEY", stripeKey(first),
                    "MASTHEAD_STRIPE_WEBHOOK_SECRET", first.environment().get("STRIPE_WEBHOOK_SECRET"),
                    "MASTHEAD_STRIPE_TEST_CLOCKS", "true",
                    "QUARKUS_DATASOURCE_JDBC_URL", url(database),
                    "QUARKUS_DATASOURCE_USERNAME", "postgres",
                    "QUARKUS_DATASOURCE_PASSWORD", "postgres",
                    "MASTHEAD_NOTIFY_JDBC_URL", url(tap.port()));
            LocalSite second =
                    LocalSite.startBare(LocalSite.emptyData("node-2"), LocalSite.anyFreePort(), onTheSameDatabase);
            TwoNodes nodes = new TwoNodes(first, database, tap, second);
            nodes.editor = nodes.logIn("reader", "editor");
            return nodes;
        } catch (Exception | AssertionError failed) {
            first.close();
            throw failed;
        }
    }

    Connection connect() throws Exception {
        return DriverManager.getConnection(url(database), "postgres", "postgres");
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/masthead";
    }

    /** The one value that a query answers. */
    String ask(String query, Object... values) throws Exception {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    /** The name of a node among the nodes. */
    String nameOf(LocalSite node) throws Exception {
        String name = ask(
                "select name from node where name like ?", "%-" + node.process().pid());
        return name.isEmpty()
                ? ask(
                        "select name from node where name like ?",
                        "%-"
                                + node.process()
                                        .children()
                                        .findFirst()
                                        .orElseThrow()
                                        .pid())
                : name;
    }

    /** Pushes a file of the agency Meridian Wire to a node. */
    String push(LocalSite node, String file) throws Exception {
        return send(HttpRequest.newBuilder(url(node).resolve("/wire/meridian"))
                        .header("Authorization", "Bearer local-meridian")
                        .POST(BodyPublishers.ofString(file))
                        .build())
                .body();
    }

    /** An item in the paper, free for everybody, by the desk of the first node. */
    Story published() throws Exception {
        return published("free");
    }

    /** As {@link #published()}, of that class; one paragraph stands before the wall and {@link #GATED} behind it. */
    Story published(String access) throws Exception {
        GivenItem item = GivenItem.anItem().saying("Ships wait outside the harbour.</p><p>" + GATED + " sang.");
        String id = found(ITEM, push(first, item.file()));
        Map<String, String> form = Map.of(
                "headline", item.headline(),
                "teaser", "A teaser.",
                "section", "economy",
                "access", access,
                "freeParagraphs", "1");
        var answer = post(first, "/desk/items/" + id + "/publication", editor, form);
        String story = found(STORY, answer.headers().firstValue("Location").orElse(answer.body()));
        return new Story(item, story, found(PUBLIC, desk(first, "/desk/stories/" + story)));
    }

    /** A page of the desk. */
    String desk(LocalSite node, String path) throws Exception {
        return get(node, path, editor).body();
    }

    HttpResponse<String> post(LocalSite node, String path, String cookie, Map<String, String> form) throws Exception {
        return post(url(node).resolve(path), cookie, form);
    }

    private HttpResponse<String> post(URI address, String cookie, Map<String, String> form) throws Exception {
        return send(HttpRequest.newBuilder(address)
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build());
    }

    /**
     * A reader buys a plan and pays at once, at the twin of the first node.
     *
     * @return the subscription's id at Stripe
     */
    String buys(String reader) throws Exception {
        String quote = found(
                QUOTE, get(first, "/subscribe/quote?plan=quarterly", reader).body());
        URI paymentPage = sentTo(first, post(first, "/subscribe", reader, Map.of("quote", quote, "state", "27")));
        URI confirming = sentTo(first, post(paymentPage, "none=none", Map.of("outcome", "pay")));
        get(first, confirming.getRawPath() + "?" + confirming.getRawQuery(), reader);
        return ask("select provider_ref from subscription where account = ?", accountOf(reader));
    }

    /** Ends a subscription at once: https://docs.stripe.com/api/subscriptions/cancel. */
    void endsAtStripe(String subscription) throws Exception {
        URI address =
                URI.create(first.environment().get("STRIPE_TWIN_URL")).resolve("/v1/subscriptions/" + subscription);
        var answer = send(HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + stripeKey(first))
                .DELETE()
                .build());
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body());
        }
    }

    private static URI sentTo(LocalSite node, HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(url(node)::resolve)
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
    }

    private static String stripeKey(LocalSite node) throws IOException {
        Properties secrets = new Properties();
        try (var in = Files.newBufferedReader(node.data().resolve("secrets.properties"))) {
            secrets.load(in);
        }
        return "sk_test_" + secrets.getProperty("stripe-key");
    }

    HttpResponse<String> get(LocalSite node, String path, String cookie) throws Exception {
        return send(HttpRequest.newBuilder(url(node).resolve(path))
                .header("Cookie", cookie)
                .build());
    }

    /** As an editor sees it, which is another form of every page. */
    String editor() {
        return editor;
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    private static URI url(LocalSite node) {
        return URI.create(node.environment().get("MASTHEAD_URL"));
    }

    private static String found(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new AssertionError("No " + pattern + " in " + text);
        }
        return found.group(1);
    }

    /** Somebody who has just logged in, as a cookie. */
    String logIn(String... roles) throws Exception {
        String session = token();
        try (Connection connection = connect();
                PreparedStatement row = connection.prepareStatement("""
                        with person as (
                            insert into account (subject, name, email, email_verified, created_at)
                            values (gen_random_uuid(), 'Asha Rao', 'asha@masthead.example', true, now()) returning id)
                        insert into session (token_hash, account, roles, id_token, device, opened_at, checked_at, expires_at)
                        select ?, id, ?, '', 'test', now(), now() + interval '1 hour', now() + interval '1 day'
                        from person""")) {
            row.setBytes(1, hash(session));
            row.setArray(2, connection.createArrayOf("text", roles));
            row.execute();
        }
        return "session=" + session;
    }

    /** Whose session a cookie is of. */
    long accountOf(String cookie) throws Exception {
        return Long.parseLong(
                ask("select account from session where token_hash = ?", hash(cookie.substring("session=".length()))));
    }

    private static byte[] hash(String session) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(session.getBytes(StandardCharsets.UTF_8));
    }

    private static String token() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A node that was killed has left its PostgreSQL running; one that takes it over stops it in order. */
    @Override
    public void close() throws Exception {
        tap.close();
        second.close();
        if (first.process().isAlive()) {
            first.close();
        } else {
            LocalSite.startBare(first.data(), LocalSite.anyFreePort()).close();
        }
        http.close();
    }
}
