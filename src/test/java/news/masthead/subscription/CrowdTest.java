package news.masthead.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Counts that stay for good tell of nobody. */
class CrowdTest {

    @Test
    void loses_no_step_and_keeps_no_story_or_section_of_few_among_few() {
        Random random = new Random(11);
        for (int round = 0; round < 5_000; round++) {
            List<Steps> month = IntStream.range(0, random.nextInt(12))
                    .mapToObj(one -> paid("s" + random.nextInt(3), random.nextInt(6), 1 + random.nextInt(20)))
                    .toList();
            List<Steps> kept = Crowd.hide(month);
            long all = sum(month);
            assertEquals(all, sum(kept), "round " + round);
            for (Steps one : kept) {
                boolean tells = one.story() != 0 || !one.section().isEmpty();
                assertTrue(
                        !tells || one.times() >= Crowd.LEAST && all - one.times() >= Crowd.LEAST, one + " of " + all);
            }
            assertEquals(kept, Crowd.hide(kept), "round " + round);
        }
    }

    @Test
    void the_only_buyer_of_a_month_came_from_nowhere() {
        assertEquals(List.of(paid("", 0, 1)), Crowd.hide(List.of(paid("markets", 7, 1))));
    }

    @Test
    void where_all_came_from_one_story_that_is_not_told_either() {
        assertEquals(List.of(paid("", 0, 40)), Crowd.hide(List.of(paid("markets", 7, 40))));
    }

    @Test
    void a_story_of_many_among_many_stays_and_the_rest_goes_to_its_section() {
        assertEquals(
                List.of(paid("", 0, 3), paid("markets", 0, 12), paid("markets", 7, 25)),
                Crowd.hide(List.of(
                        paid("markets", 7, 25), paid("markets", 8, 6), paid("markets", 9, 6), paid("sport", 10, 3))));
    }

    private static Steps paid(String section, long story, long times) {
        return new Steps(section, story, Step.PAID, times);
    }

    private static long sum(List<Steps> counts) {
        return counts.stream().mapToLong(Steps::times).sum();
    }
}
