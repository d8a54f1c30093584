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
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.masthead.given.GivenItem;

/** Two processes of the packaged site on one database. The second hears the first through a {@link Tap}. */
final class TwoNodes implements AutoCloseable {

    private static final Pattern ITEM = Pattern.compile("\"item\":(\\d+)");
    private static final Pattern STORY = Pattern.compile("/desk/stories/(\\d+)");
    private static final Pattern PUBLIC = Pattern.compile("href=\"(/article/[^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String session = token();
    private final int database;
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
                    "MASTHEAD_LOCAL", "payments,mail",
                    "QUARKUS_DATASOURCE_JDBC_URL", url(database),
                    "QUARKUS_DATASOURCE_USERNAME", "postgres",
                    "QUARKUS_DATASOURCE_PASSWORD", "postgres",
                    "MASTHEAD_NOTIFY_JDBC_URL", url(tap.port()));
            LocalSite second =
                    LocalSite.startBare(LocalSite.emptyData("node-2"), LocalSite.anyFreePort(), onTheSameDatabase);
            TwoNodes nodes = new TwoNodes(first, database, tap, second);
            nodes.logIn();
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
        GivenItem item = GivenItem.anItem();
        String id = found(ITEM, push(first, item.file()));
        Map<String, String> form = Map.of(
                "headline", item.headline(),
                "teaser", "A teaser.",
                "section", "economy",
                "access", "free",
                "freeParagraphs", "1");
        var answer = send(HttpRequest.newBuilder(url(first).resolve("/desk/items/" + id + "/publication"))
                .header("Cookie", "session=" + session)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build());
        String story = found(STORY, answer.headers().firstValue("Location").orElse(answer.body()));
        return new Story(item, story, found(PUBLIC, desk(first, "/desk/stories/" + story)));
    }

    /** A page of the desk. */
    String desk(LocalSite node, String path) throws Exception {
        return get(node, path, "session=" + session).body();
    }

    HttpResponse<String> get(LocalSite node, String path, String cookie) throws Exception {
        return send(HttpRequest.newBuilder(url(node).resolve(path))
                .header("Cookie", cookie)
                .build());
    }

    /** As an editor sees it, which is another form of every page. */
    String editor() {
        return "session=" + session;
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

    private void logIn() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(session.getBytes(StandardCharsets.UTF_8));
        try (Connection connection = connect();
                PreparedStatement row = connection.prepareStatement("""
                        with editor as (
                            insert into account (subject, name, email, created_at)
                            values ('editor', 'Asha Rao', 'asha@masthead.example', now()) returning id)
                        insert into session (token_hash, account, roles, id_token, device, opened_at, checked_at, expires_at)
                        select ?, id, array['reader', 'editor'], '', 'test', now(), now() + interval '1 hour', now() + interval '1 day'
                        from editor""")) {
            row.setBytes(1, hash);
            row.execute();
        }
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
