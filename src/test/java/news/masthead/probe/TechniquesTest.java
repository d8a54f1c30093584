package news.masthead.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.masthead.SiteTest;
import news.masthead.probe.Canary.Wall;
import news.masthead.probe.Technique.Aim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of techniques is whole, and it grows with the site. */
@SiteTest
class TechniquesTest {

    private static final Canary STORY =
            new Canary(Wall.PREMIUM, "/article/markets/canary-126112600001_1.html", Set.of("vobezukitamo"), "\"etag\"");

    @Inject
    Router router;

    static List<Technique> rows() {
        return Techniques.all();
    }

    @Test
    void the_table_has_every_row_from_B1_to_B51() {
        assertEquals(
                IntStream.rangeClosed(1, 51).mapToObj(number -> "B" + number).toList(),
                Techniques.all().stream().map(Technique::id).toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void every_row_asks_for_something(Technique row) {
        assertFalse(
                row.asks().apply(new Aim(STORY, List.of("/picture/1"))).toList().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "agents, 25",
        "client-addresses, 8",
        "trusted-headers, 24",
        "referers, 10",
        "accepts, 10",
        "queries, 41",
        "suffixes, 40",
        "spellings, 44"
    })
    void no_list_is_shorter_than_what_is_known(String list, int known) {
        assertFalse(Lists.of(list).size() < known, list);
        assertEquals(Lists.of(list).stream().distinct().count(), Lists.of(list).size(), list);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agents",
                "client-addresses",
                "trusted-headers",
                "referers",
                "accepts",
                "queries",
                "suffixes",
                "spellings",
                "hosts",
                "cookies",
                "nowhere"
            })
    void nothing_in_a_list_is_left_out(String list) {
        String asked = Techniques.all().stream()
                .flatMap(row -> row.asks().apply(new Aim(STORY, List.of())))
                .map(Ask::toString)
                .collect(Collectors.joining("\n"));

        assertEquals(
                List.of(),
                Lists.of(list).stream()
                        .map(STORY::filledInto)
                        .filter(line -> !asked.contains(line))
                        .toList());
    }

    @Test
    void every_route_of_a_kind_that_has_a_row_is_tried_by_it() {
        assertEquals(List.of(), Techniques.unfilled(Addresses.routes()));
    }

    @Test
    void so_is_every_route_that_stands_beside_the_resources() {
        List<String> routes = router.getRoutes().stream()
                .map(Route::getPath)
                .filter(Objects::nonNull)
                .map(path -> "* " + path)
                .toList();

        assertFalse(routes.isEmpty());
        assertEquals(List.of(), Techniques.unfilled(routes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /feed.xml",
                "GET /section/{slug}/rss",
                "GET /search",
                "GET /epaper/{day}/{page}.pdf",
                "GET /newsletter/{day}",
                "GET /audio/{id}.mp3",
                "GET /amp/article/{file}",
                "GET /embed/{id}",
                "GET /oembed",
                "GET /api/v2/articles/{id}",
                "GET /sitemap.xml",
                "GET /tag/{slug}",
                "GET /print/{id}",
                "POST /unlock"
            })
    void a_new_route_of_such_a_kind_fails_until_its_row_tries_it(String route) {
        assertEquals(1, Techniques.unfilled(Set.of(route)).size());
    }

    @ParameterizedTest
    @CsvSource({
        "GET /article/{section}/{file}, /article/markets/canary-126112600001_1.html",
        "'GET /desk/items/{id: \\d{1,18}}/raw', /desk/items/126112600001/raw",
        "GET /picture/{id}, /picture/abc",
        "GET /section/{slug}, /section/markets"
    })
    void a_route_becomes_an_address(String route, String address) {
        List<String> addresses = Addresses.of(List.of(route), STORY, "abc");

        assertEquals(address.equals(STORY.path()) ? List.of() : List.of(address), addresses);
    }
}
