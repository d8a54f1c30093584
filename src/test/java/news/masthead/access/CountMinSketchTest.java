package news.masthead.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CountMinSketchTest {

    private static final int THINGS = 20_000;

    @Test
    void never_says_less_than_the_truth_and_seldom_more() {
        CountMinSketch sketch = new CountMinSketch(1 << 14);
        Random random = new Random(7);
        byte[][] things = new byte[THINGS][32];
        int[] times = new int[THINGS];
        for (byte[] thing : things) {
            random.nextBytes(thing);
        }
        for (int seen = 0; seen < 5 * THINGS; seen++) {
            int thing = (int) (THINGS * Math.pow(random.nextDouble(), 3));
            sketch.add(things[thing]);
            times[thing]++;
        }
        int tooMany = 0;
        for (int thing = 0; thing < THINGS; thing++) {
            int said = sketch.count(things[thing]);
            assertTrue(said >= times[thing], "never less");
            tooMany += said - times[thing];
        }
        assertTrue(tooMany < THINGS / 2, "over-counted by " + tooMany + " of " + 5 * THINGS);
    }

    @Test
    void says_nothing_of_what_it_never_saw() {
        assertEquals(0, new CountMinSketch(16).count(new byte[32]));
    }

    @Test
    void has_rows_of_a_power_of_two() {
        assertThrows(IllegalArgumentException.class, () -> new CountMinSketch(1_000));
    }
}
