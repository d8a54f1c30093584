package news.masthead.access;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import news.masthead.given.Given;
import news.masthead.identity.Reader;
import news.masthead.story.AccessClass;
import news.masthead.story.Story;
import news.masthead.values.Publication;

/** Gift links for tests, and what is kept of them. */
@ApplicationScoped
class GivenGift {

    @Inject
    Gifts gifts;

    @Inject
    GiftBook book;

    @Inject
    GiftTokens tokens;

    @Inject
    GiftSettings settings;

    @Inject
    ReaderKeys keys;

    @Inject
    Given given;

    @Inject
    Publication publication;

    @Inject
    AgroalDataSource dataSource;

    /** A giver of its own gives it. @return the token */
    String link(Story story) {
        return open(gifts.give(aGiver(), story)).token();
    }

    Story aStory() {
        return given.aStory(AccessClass.PREMIUM).story();
    }

    Reader.Registered aGiver() {
        return registered(given.aReader().account());
    }

    /** Gifts as they are at that instant. */
    Gifts at(Instant instant) {
        Gifts then = new Gifts();
        then.book = book;
        then.tokens = tokens;
        then.settings = settings;
        then.keys = keys;
        then.publication = publication;
        then.clock = Clock.fixed(instant, ZoneOffset.UTC);
        return then;
    }

    /** How many seats of a link are taken. */
    int taken(String token) {
        String id = hex(tokens.read(token).orElseThrow().id());
        return Integer.parseInt(rows("select taken::text from gift where id = decode('" + id + "', 'hex')")
                .getFirst());
    }

    List<String> rows(String query) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static Gifts.Giving.Open open(Gifts.Giving giving) {
        return assertInstanceOf(Gifts.Giving.Open.class, giving);
    }

    static Asking asking(Reader reader, String token) {
        return new Asking(reader, Intent.READING, Outlet.PAGE, Optional.empty(), Optional.of(token));
    }

    static Reader.Registered registered(long account) {
        return new Reader.Registered(account, Set.of("reader"), true);
    }

    static Reader.Anonymous someone() {
        return new Reader.Anonymous(UUID.randomUUID().toString(), true);
    }

    static <T> List<Callable<T>> times(int count, Callable<T> work) {
        return Collections.nCopies(count, work);
    }

    /** What each of them answers; fails if one of them does. */
    static <T> List<T> atOnce(List<Callable<T>> works) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
            List<T> answers = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(works)) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
