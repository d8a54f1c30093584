package news.masthead.desk;

import static io.restassured.RestAssured.given;
import static news.masthead.given.GivenItem.anItem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.GivenItem;
import news.masthead.given.GivenWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SiteTest
class InboxTest {

    private static final int MANY = 10_000;
    private static final long FAST_MILLIS = 500;

    @Inject
    Given people;

    @Inject
    GivenWire wire;

    @Inject
    EntityManager entities;

    @Test
    void finds_by_the_beginnings_of_words_in_headline_and_slugline_together() {
        String mark = mark();
        wire.arrives(anItem().called("Ferry " + mark + " to run in the monsoon"));
        wire.arrives(anItem().called("Bus " + mark + " to run in the monsoon"));

        editor().get("/desk?q=" + mark.substring(0, 9) + "+ferr+siding")
                .then()
                .statusCode(200)
                .body(containsString("Ferry " + mark), not(containsString("Bus " + mark)));
    }

    @Test
    void narrows_by_agency_section_urgency_and_standing_at_once() {
        String mark = mark();
        wire.published(anItem().called("Printed " + mark));
        wire.arrives(anItem().called("Waiting " + mark));
        wire.arrives(GivenItem.aMail("Mailed " + mark));
        String all = "/desk?q=" + mark;

        assertEquals(List.of("Mailed", "Waiting", "Printed"), listed(all, mark));
        assertEquals(List.of("Mailed"), listed(all + "&agency=ins", mark));
        assertEquals(List.of("Waiting", "Printed"), listed(all + "&urgency=3", mark));
        assertEquals(List.of(), listed(all + "&urgency=4", mark));
        assertEquals(List.of("Printed"), listed(all + "&agency=meridian&section=economy&urgency=3", mark));
        assertEquals(List.of("Waiting"), listed(all + "&agency=meridian&section=companies&show=new", mark));
        assertEquals(List.of(), listed(all + "&agency=nobody", mark));
    }

    @Test
    void counts_what_stands_where_within_the_search() {
        String mark = mark();
        wire.published(anItem().called("Printed " + mark));
        GivenItem item = anItem().called("Waiting " + mark);
        wire.arrives(item);
        wire.arrives(item.version(2));
        wire.arrives(anItem().called("Dead " + mark).killed());

        editor().get("/desk?show=new&agency=meridian&q=" + mark)
                .then()
                .body(
                        containsString(">All 4</a>"),
                        containsString(">New 1</a>"),
                        containsString(">Held 0</a>"),
                        containsString(">Published 1</a>"),
                        containsString(">Killed 1</a>"),
                        containsString(">Superseded 1</a>"),
                        containsString("/desk?show=killed&amp;agency=meridian&amp;q=" + mark));
    }

    @Test
    void keeps_what_was_typed_in_the_form_and_escapes_it() {
        editor().get("/desk?q=%22%3E%3Cscript%3E&urgency=2")
                .then()
                .statusCode(200)
                .body(
                        containsString("value=\"&quot;&gt;&lt;script&gt;\""),
                        containsString("<option value=\"2\" selected>"),
                        containsString("Show everything"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?show=nonsense",
                "?urgency=x",
                "?q=%26%7C!%3A*'",
                "?before=x",
                "?after=-1",
                "?before=99999999999"
            })
    void takes_what_no_field_can_have_as_not_asked(String query) {
        editor().get("/desk" + query).then().statusCode(200);
    }

    @Test
    void is_turned_by_rows_so_that_an_arrival_moves_nothing() {
        String mark = mark();
        fill(mark, 120);
        String first = "/desk?show=all&q=" + mark;
        List<String> second = rows(address(first, "next"));
        String third = address(address(first, "next"), "next");

        wire.arrives(anItem().called("Late " + mark));

        assertEquals(second, rows(address(third, "prev")));
        assertEquals(20, rows(third).size());
        assertEquals(50, second.size());
    }

    @Test
    void tells_its_page_of_new_items_and_says_nothing_twice() {
        String mark = mark();
        String ask = "/desk/newest?show=new&q=" + mark;
        wire.arrives(anItem().called("First " + mark));
        String tag = editor().get(ask).then().statusCode(200).extract().header("ETag");

        editor().header("If-None-Match", tag).get(ask).then().statusCode(304);
        long late = wire.onTheDesk(anItem().called("Second " + mark));

        editor().header("If-None-Match", tag)
                .get(ask)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-cache"))
                .body("$", hasItem(Long.toString(late)));
        editor().get("/desk?show=new&q=" + mark)
                .then()
                .body(
                        containsString("data-item=\"" + late + "\""),
                        containsString("data-ask=\"/desk/newest?show=new&amp;q="));
    }

    @Test
    void answers_fast_with_ten_thousand_items() {
        String mark = mark();
        fill(mark, MANY);
        editor().get("/desk").then().statusCode(200);

        for (String query :
                List.of("", "?show=new", "?q=" + mark + "+cranes", "?agency=ins&section=markets&urgency=5&q=" + mark)) {
            long took = millis("/desk" + query);
            assertTrue(took < FAST_MILLIS, "/desk" + query + " took " + took + " ms");
        }
        assertTrue(millis("/desk/newest?show=new&agency=meridian") < FAST_MILLIS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk?q=x", "/desk/newest"})
    void is_for_staff_only(String page) {
        given().redirects().follow(false).get(page).then().statusCode(302).header("Location", startsWith("/login"));
        given().cookie("session", people.aReader().session()).get(page).then().statusCode(403);
    }

    private long millis(String page) {
        editor().get(page).then().statusCode(200);
        return editor().get(page).time();
    }

    @Transactional
    void fill(String mark, int count) {
        String hash = UUID.randomUUID().toString().replace("-", "").repeat(2);
        entities.createNativeQuery("""
                        insert into wire_file (source, hash, bytes, charset, transport, name, received_at, read_at)
                        values ('meridian', :hash, '', '', 'push', '', now(), now())""").setParameter("hash", hash).executeUpdate();
        entities.createNativeQuery("""
                        insert into wire_item (source, guid, version, content_hash, file_hash, kind, standing, reason, headline,
                            slugline, urgency, section, received_at, made_at, copy)
                        select 'meridian', :mark || n, '1', :hash, :hash, 'FILED',
                            (array['NEW', 'SUPERSEDED', 'KILLED', 'IGNORED'])[1 + n % 4], '', 'Cranes ' || :mark || ' ' || n,
                            'PORT/CRANES', n % 9, 'markets', now() - n * interval '1 minute', now(), :copy
                        from generate_series(1, :count) n""")
                .setParameter("mark", mark)
                .setParameter("hash", hash)
                .setParameter("count", count)
                .setParameter("copy", aCopy())
                .executeUpdate();
    }

    private String aCopy() {
        long item = wire.onTheDesk(anItem());
        return (String) entities.createNativeQuery("select copy from wire_item where id = :id", String.class)
                .setParameter("id", item)
                .getSingleResult();
    }

    /** The first words of the headlines on a page, in its order. */
    private List<String> listed(String page, String mark) {
        return all(page, "<h2><a href=\"[^\"]*\">(\\w+) " + mark);
    }

    private List<String> rows(String page) {
        return all(page, "data-item=\"(\\d+)\"");
    }

    private List<String> all(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(editor().get(page).then().statusCode(200).extract().asString())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private String address(String page, String rel) {
        Matcher link = Pattern.compile("rel=\"" + rel + "\" href=\"([^\"]*)\"")
                .matcher(editor().get(page).asString());
        assertTrue(link.find(), "no link " + rel + " on " + page);
        return link.group(1).replace("&amp;", "&");
    }

    private static String mark() {
        return "zq" + UUID.randomUUID().toString().replaceAll("[^a-z]", "") + "abcdefgh";
    }

    private RequestSpecification editor() {
        return given().urlEncodingEnabled(false)
                .cookie("session", people.anEditor().session());
    }
}
