package news.masthead.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.masthead.SiteTest;
import news.masthead.doors.RawHttp.Answer;
import news.masthead.given.Given;
import news.masthead.given.Given.Person;
import news.masthead.given.Given.Printed;
import news.masthead.identity.Role;
import news.masthead.identity.Sessions;
import news.masthead.story.AccessClass;
import news.masthead.story.Archive;
import org.junit.jupiter.api.Test;

/** No page of another site changes anything through the browser of somebody who is logged in, however it spells the address. */
@SiteTest
class CrossSiteTest {

    private static final List<String> FROM_ELSEWHERE = List.of(
            "Sec-Fetch-Site: cross-site\r\n",
            "Sec-Fetch-Site: same-site\r\n",
            "Sec-Fetch-Site: \r\n",
            "Origin: https://evil.example\r\n",
            "Origin: null\r\n",
            "Origin: \r\n",
            "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-User: ?1\r\n",
            "Sec-Fetch-Site: cross-site\r\nX-HTTP-Method-Override: GET\r\n");

    private static final List<String> SPELLED = List.of("", ";x", ";x=y", ";x.css", ";Sec-Fetch-Site=same-origin", "/");

    @TestHTTPResource
    URI site;

    @Inject
    Scene scene;

    @Inject
    Given people;

    @Inject
    Archive archive;

    @Inject
    Sessions sessions;

    @Test
    void reaches_no_door_that_changes_something() throws IOException {
        RawHttp http = new RawHttp(site.getHost(), site.getPort());
        Map<String, String> things = scene.set();
        List<String> wrong = new ArrayList<>();
        String cookie = cookieOf(everybodyAtOnce());
        for (Door door : Doors.ALL) {
            if (door.method().equals("GET")) {
                continue;
            }
            for (String from : FROM_ELSEWHERE) {
                for (String spelled : SPELLED) {
                    String target = Scene.at(things, door.path()) + spelled;
                    Answer answer = http.ask(door.method(), target, cookie + from, door.form());
                    if (answer.status() != 403) {
                        wrong.add(door.method() + " " + target + " " + from.strip() + " gave " + answer.status());
                    }
                }
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void kills_no_story() throws IOException {
        RawHttp http = new RawHttp(site.getHost(), site.getPort());
        Printed story = people.aStory(AccessClass.FREE);
        String kill = "/desk/stories/" + story.story().id + "/kill";
        String cookie = cookieOf(everybodyAtOnce());
        for (String from : FROM_ELSEWHERE) {
            for (String spelled : SPELLED) {
                http.ask("POST", kill + spelled, cookie + from, "notice=Gone.&reason=x");
            }
        }
        assertFalse(archive.story(story.story().id).orElseThrow().isKilled());

        http.ask(
                "POST", kill, cookie + "Sec-Fetch-Site: same-origin\r\nOrigin: " + site(site), "notice=Gone.&reason=x");
        assertTrue(archive.story(story.story().id).orElseThrow().isKilled(), "our own page does");
    }

    @Test
    void logs_nobody_out() throws IOException {
        RawHttp http = new RawHttp(site.getHost(), site.getPort());
        Person reader = people.aReader();
        for (String from : FROM_ELSEWHERE) {
            for (String spelled : SPELLED) {
                http.ask("POST", "/logout" + spelled, cookieOf(reader) + from, "x=y");
            }
        }
        assertTrue(sessions.reader(reader.session()).isPresent());
    }

    private Person everybodyAtOnce() {
        return people.someone(Role.READER, Role.EDITOR, Role.CHIEF, Role.BILLING, Role.ADMIN);
    }

    private static String site(URI site) {
        return "http://localhost:" + site.getPort() + "\r\n";
    }

    private static String cookieOf(Person person) {
        return "Cookie: session=" + person.session() + "\r\n";
    }
}
