package news.masthead.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

    @Test
    void a_story_keeps_the_form_of_address_it_has_had_since_1997() {
        assertEquals(
                "/article/markets/sensex-falls-126112400001_1.html",
                Links.story("markets", "sensex-falls", 126112400001L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/account",
                "/article/markets/sensex-falls-126112400001_1.html",
                "/subscribe?plan=yearly&x=%20"
            })
    void a_path_of_this_site_is_gone_back_to(String path) {
        assertEquals(path, Links.backOrFront(path));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/\t/evil.example",
                "/a\r\nSet-Cookie: x=1",
                "/a\\b",
                "evil.example",
                " /account",
                "/a b",
                "/a\"b",
                "/a|b",
                "/{a}",
                "/%zz",
                "/a#b#c"
            })
    void anything_else_leads_to_the_front_page(String elsewhere) {
        assertEquals("/", Links.backOrFront(elsewhere));
    }
}
