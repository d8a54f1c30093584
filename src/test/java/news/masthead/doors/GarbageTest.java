package news.masthead.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import news.masthead.SiteTest;
import news.masthead.given.Given;
import news.masthead.given.Size;
import news.masthead.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever stands in an address or in a form, what is answered is no fault of ours. */
@SiteTest
class GarbageTest {

    /** NUL, no UTF-8, half a surrogate pair, a number no machine holds, a header, a template, a quote, and a long word. */
    private static final List<String> GARBAGE = List.of(
            "a%00b",
            "%ff",
            "%ed%a0%80",
            "99999999999999999999",
            "-1",
            "a%0d%0aSet-Cookie:%20x=y",
            "%7b7*7%7d",
            "%27%22%5c",
            "%zz",
            "x".repeat(150));

    private static final List<String> IN_ADDRESSES = List.of(
            "to", "done", "before", "agency", "after", "page", "now", "q", "urgency", "show", "section", "ended", "day",
            "s", "look", "left", "id", "email", "gift", "notice");

    private static final Map<String, String> FORM = new LinkedHashMap<>(Map.ofEntries(
            Map.entry("version", "1"),
            Map.entry("headline", "A headline"),
            Map.entry("teaser", "A teaser"),
            Map.entry("section", "markets"),
            Map.entry("access", "metered"),
            Map.entry("freeParagraphs", "1"),
            Map.entry("body", "%3Cp%3EOne.%3C/p%3E%3Cp%3ETwo.%3C/p%3E"),
            Map.entry("note", "A note"),
            Map.entry("notice", "A notice"),
            Map.entry("reason", "A reason"),
            Map.entry("topic", "rail"),
            Map.entry("author", "nobody"),
            Map.entry("agency", "meridian"),
            Map.entry("plan", "quarterly"),
            Map.entry("to", "/"),
            Map.entry("take", "1"),
            Map.entry("from", "2026-11-01"),
            Map.entry("until", "2026-11-02"),
            Map.entry("why", "x"),
            Map.entry("word", "x"),
            Map.entry("dateline", "Delhi")));

    private static final List<String> PATHS = List.of(
            "/section/<>",
            "/article/<>/x-126112600001_1.html",
            "/article/markets/<>",
            "/picture/<>",
            "/desk/agencies/<>",
            "/desk/items/<>",
            "/desk/stories/<>",
            "/desk/arrivals/<>/" + "0".repeat(64),
            "/desk/replays/<>",
            "/ops/readers/<>",
            "/account/devices/<>",
            "/local/mailbox/<>",
            "/assets/<>",
            "/<>");

    @TestHTTPResource
    URI site;

    @Inject
    Scene scene;

    @Inject
    Given people;

    private final List<String> wrong = new ArrayList<>();
    private RawHttp http;
    private Map<String, String> things;

    @BeforeEach
    void connect() throws IOException {
        http = new RawHttp(site.getHost(), site.getPort());
        things = scene.set();
    }

    @Test
    void in_an_address_is_no_fault() throws IOException {
        String cookie = everybodyAtOnce();
        int alone = Size.of(1, GARBAGE.size());
        for (Door door : Doors.ALL) {
            if (door.method().equals("GET")) {
                for (String garbage : GARBAGE.subList(0, alone)) {
                    for (String name : IN_ADDRESSES) {
                        ask("GET", asking(door, name + "=" + garbage), cookie, "");
                    }
                }
                for (String garbage : GARBAGE) {
                    ask("GET", asking(door, all(IN_ADDRESSES, garbage)), cookie, "");
                }
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void in_a_path_is_no_fault() throws IOException {
        String cookie = everybodyAtOnce();
        for (String path : PATHS) {
            for (String garbage : GARBAGE) {
                ask("GET", path.replace("<>", garbage), cookie, "");
                ask("POST", path.replace("<>", garbage), cookie, "x=y");
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void in_a_form_is_no_fault() throws IOException {
        for (Door door : Doors.ALL) {
            if (door.method().equals("GET") || door.form().startsWith("-")) {
                continue;
            }
            String cookie = everybodyAtOnce();
            for (String name : FORM.keySet()) {
                ask(door.method(), door.path(), cookie, form(name, GARBAGE.getFirst()));
            }
            for (String garbage : GARBAGE) {
                ask(door.method(), door.path(), cookie, all(FORM.keySet(), garbage));
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    private void ask(String method, String path, String cookie, String form) throws IOException {
        RawHttp.Answer answer = http.ask(method, Scene.at(things, path), cookie, form);
        if (answer.status() >= 500 && answer.status() != 503
                || answer.header("Set-Cookie")
                        .filter(set -> set.startsWith("x="))
                        .isPresent()) {
            String shown = path.length() > 200 ? path.substring(0, 200) : path;
            wrong.add(method + " " + shown + " " + form.substring(0, Math.min(300, form.length())) + " gave "
                    + answer.status());
        }
    }

    private static String asking(Door door, String query) {
        return door.path() + (door.path().contains("?") ? "&" : "?") + query;
    }

    private static String all(Collection<String> names, String garbage) {
        return names.stream().map(name -> name + "=" + garbage).collect(Collectors.joining("&"));
    }

    private static String form(String name, String garbage) {
        return FORM.entrySet().stream()
                .map(field -> field.getKey() + "=" + (field.getKey().equals(name) ? garbage : field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private String everybodyAtOnce() {
        return "Cookie: session="
                + people.someone(Role.READER, Role.EDITOR, Role.CHIEF, Role.BILLING, Role.ADMIN)
                        .session()
                + "\r\n";
    }
}
