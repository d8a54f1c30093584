package news.masthead.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.masthead.desk.Comparison.Place;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void a_paragraph_that_staff_did_not_touch_shows_only_the_agency_s_change() {
        Comparison change = Comparison.of(List.of("a", "b", "c"), List.of("a", "b", "c"), List.of("a", "B", "c"));

        assertEquals(
                new Place(List.of("b"), List.of("b"), List.of("B")),
                change.places().get(1));
        assertFalse(change.isEdited());
    }

    @Test
    void a_paragraph_that_staff_wrote_is_shown_with_what_the_agency_had_said_there() {
        Comparison change =
                Comparison.of(List.of("a", "b", "c"), List.of("a", "edited", "c"), List.of("a", "B", "c", "d"));

        assertEquals(
                new Place(List.of("b"), List.of("edited"), List.of("B")),
                change.places().get(1));
        assertTrue(change.places().get(1).isEdited());
        assertEquals(
                new Place(List.of(), List.of(), List.of("d")), change.places().get(3));
        assertFalse(change.places().get(3).isEdited());
    }

    @Test
    void a_paragraph_that_staff_added_is_theirs() {
        Comparison change = Comparison.of(List.of("a", "c"), List.of("a", "ours", "c"), List.of("a", "c"));

        assertEquals(
                new Place(List.of(), List.of("ours"), List.of()),
                change.places().get(1));
        assertTrue(change.isEdited());
    }

    @Test
    void taking_nothing_leaves_the_paper_and_taking_all_gives_the_update() {
        Random random = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            List<String> before = letters(random);
            List<String> paper = letters(random);
            List<String> update = letters(random);

            Comparison change = Comparison.of(before, paper, update);

            assertEquals(paper, change.taking(Set.of()));
            assertEquals(update, change.taking(change.ids()));
            assertEquals(paper.equals(update), change.isSame());
        }
    }

    @Test
    void what_is_the_same_as_before_is_never_called_edited() {
        Random random = new Random(12);
        for (int round = 0; round < 2_000; round++) {
            List<String> paper = letters(random);

            assertFalse(Comparison.of(paper, paper, letters(random)).isEdited(), paper.toString());
        }
    }

    private static List<String> letters(Random random) {
        return IntStream.range(0, random.nextInt(7))
                .mapToObj(i -> String.valueOf((char) ('a' + random.nextInt(4))))
                .collect(Collectors.toList());
    }
}
