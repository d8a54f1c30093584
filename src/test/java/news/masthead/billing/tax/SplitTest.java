package news.masthead.billing.tax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import news.masthead.values.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tax inside a price, to the paisa. */
class SplitTest {

    private static final int RATE = 1800;

    @ParameterizedTest
    @CsvSource({
        "90000, 76272, 13728, 6864",
        "270000, 228814, 41186, 20593",
        "390000, 330508, 59492, 29746",
        "1, 1, 0, 0",
        "6, 6, 0, 0",
        "7, 5, 2, 1"
    })
    void a_price_is_taken_apart_as_worked_out_by_hand(long price, long taxable, long tax, long half) {
        Split within = Split.of(new Money(price), RATE, true);
        assertEquals(new Split(new Money(taxable), new Money(half), new Money(half), new Money(0)), within);
        assertEquals(new Money(tax), within.tax());
        assertEquals(
                new Split(new Money(taxable), new Money(0), new Money(0), new Money(tax)),
                Split.of(new Money(price), RATE, false));
    }

    @Test
    void the_parts_of_every_price_make_the_whole_and_the_halves_are_alike() {
        for (int rate : List.of(0, 500, 1200, 1800, 2800)) {
            for (long price = 1; price <= 20_000; price++) {
                Split split = Split.of(new Money(price), rate, true);
                assertEquals(price, split.price().paise());
                assertEquals(split.central(), split.state());
                assertEquals(
                        split.tax(), Split.of(new Money(price), rate, false).tax());
                assertTrue(split.taxable().paise() >= 0);
            }
        }
    }

    @Test
    void what_is_given_back_in_pieces_adds_up_to_all_that_was_charged() {
        Random random = new Random(20261126);
        for (int i = 0; i < 20_000; i++) {
            Split whole =
                    Split.of(new Money(2 + random.nextInt(400_000)), 1 + random.nextInt(2800), random.nextBoolean());
            List<Split> back = givenBack(whole, random);
            assertEquals(whole, back.stream().reduce(SplitTest::sum).orElseThrow());
            back.forEach(piece -> assertEquals(piece.central(), piece.state()));
            back.forEach(piece -> assertTrue(
                    piece.taxable().paise() >= 0
                            && piece.central().paise() >= 0
                            && piece.state().paise() >= 0
                            && piece.integrated().paise() >= 0,
                    () -> whole + " gave back " + piece));
        }
    }

    @Test
    void a_single_paisa_is_given_back_as_value() {
        Split whole = Split.of(Money.rupees(900), RATE, true);
        for (long before = 0; before < 90_000; before++) {
            Split back = whole.back(new Money(before), new Money(1));
            assertEquals(new Split(new Money(1), new Money(0), new Money(0), new Money(0)), back);
        }
    }

    private static List<Split> givenBack(Split whole, Random random) {
        List<Split> pieces = new ArrayList<>();
        long left = whole.price().paise();
        while (left > 0) {
            long now = pieces.size() == 6 || left < 4 ? left : 2 + random.nextLong(left - 3);
            pieces.add(whole.back(new Money(whole.price().paise() - left), new Money(now)));
            left -= now;
        }
        return pieces;
    }

    private static Split sum(Split one, Split other) {
        return new Split(
                one.taxable().plus(other.taxable()),
                one.central().plus(other.central()),
                one.state().plus(other.state()),
                one.integrated().plus(other.integrated()));
    }
}
