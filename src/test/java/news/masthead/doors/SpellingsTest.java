package news.masthead.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However the address of a shut door is spelled, whoever has no right does not get in. */
@SiteTest
class SpellingsTest {

    /** The bar is 44. */
    private static final int AT_LEAST = 44;

    @TestHTTPResource
    URI site;

    @Inject
    Scene scene;

    @ParameterizedTest
    @EnumSource(names = {"ANONYMOUS", "REGISTERED"})
    void open_no_door(Who who) throws IOException {
        RawHttp http = new RawHttp(site.getHost(), site.getPort());
        Map<String, String> things = scene.set();
        String cookie = RawHttp.cookie(scene.session(who));
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Door door : Doors.shut()) {
            if (door.inside().contains(who)) {
                continue;
            }
            for (String spelled : Spellings.of(Scene.at(things, door.path())).toList()) {
                Answer answer = http.ask(door.method(), spelled, cookie, door.form());
                asked++;
                if (letsIn(door, answer)) {
                    wrong.add(door.method() + " " + spelled + " gave " + answer.status());
                }
            }
        }
        System.out.printf("%d spellings as %s, %d got in%n", asked, who, wrong.size());
        assertTrue(asked >= AT_LEAST * 40, "asked " + asked);
        assertEquals("", String.join("\n", wrong));
    }

    /** Some spellings do lead to the page: it is the right to it that is asked, not the spelling. */
    @Test
    void lead_whoever_has_the_right_to_the_page_or_nowhere() throws IOException {
        RawHttp http = new RawHttp(site.getHost(), site.getPort());
        String cookie = RawHttp.cookie(scene.session(Who.CHIEF));
        long reached = 0;
        for (String spelled : Spellings.of("/desk/stories").toList()) {
            Answer answer = http.ask("GET", spelled, cookie, "");
            assertTrue(answer.status() < 500, spelled + " gave " + answer.status());
            reached += answer.status() == 200 ? 1 : 0;
        }
        assertTrue(reached > 0, "no spelling reaches the page, so none tries the right to it");
        assertTrue(Spellings.count() >= AT_LEAST);
    }

    private static boolean letsIn(Door door, Answer answer) {
        boolean said = answer.status() >= 200 && answer.status() < 300 || answer.status() == 422;
        boolean moved = answer.status() == 303
                || answer.status() == 302
                        && answer.header("Location")
                                .filter(to -> to.contains("/login?to="))
                                .isEmpty();
        return said || moved || answer.status() >= 500 || answer.body().contains(Given.GATED);
    }
}
