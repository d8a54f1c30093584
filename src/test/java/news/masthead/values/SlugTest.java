package news.masthead.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sensex falls 2.3% as oil climbs|sensex-falls-2-3-as-oil-climbs",
                "Café's new owners|cafes-new-owners",
                "  --  |story",
                "मुंबई में बारिश|story"
            })
    void a_headline_becomes_an_address(String headline, String slug) {
        assertEquals(slug, Slug.of(headline).value());
    }

    @Test
    void a_long_headline_loses_words_not_letters() {
        String slug = Slug.of("onion ".repeat(40)).value();
        assertTrue(slug.length() <= 90 && slug.endsWith("onion"), slug);
    }

    @Test
    void what_is_no_slug_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Slug("../etc"));
    }
}
