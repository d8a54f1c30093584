package news.masthead.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroundFileTest {

    @Test
    void says_where_the_words_are_and_who_may_read_them() {
        GroundFile file = GroundFile.of(Stream.of(
                "# a note",
                "",
                "premium /article/markets/a-126112600001_1.html vobezukitamo gadomirukeza",
                "spend /article/markets/b-126112600002_1.html",
                "reader session=x",
                "entitled session=y; theme=dark"));

        assertEquals(
                Set.of("vobezukitamo", "gadomirukeza"),
                file.stories().getFirst().words());
        assertEquals(Canary.Wall.PREMIUM, file.stories().getFirst().wall());
        assertEquals(List.of("/article/markets/b-126112600002_1.html"), file.spend());
        assertEquals(List.of("session=x"), file.readers());
        assertEquals("session=y; theme=dark", file.entitled().getFirst().cookies());
    }

    @ParameterizedTest
    @ValueSource(strings = {"premium", "premium /article/markets/a-126112600001_1.html", "silver /x word"})
    void refuses_a_line_that_would_probe_nothing(String line) {
        assertThrows(IllegalArgumentException.class, () -> GroundFile.of(Stream.of(line)));
    }
}
