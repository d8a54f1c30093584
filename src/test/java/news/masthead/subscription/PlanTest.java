package news.masthead.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import news.masthead.values.Money;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Plan QUARTERLY = new Plan("quarterly", 1, "Smart Quarterly", 3, Money.rupees(900));
    private static final Plan YEARLY = new Plan("yearly", 1, "Smart Essential", 12, Money.rupees(2_700));
    private static final Plan TWO_YEAR = new Plan("two_year", 1, "Super Saver", 24, Money.rupees(3_900));

    @Test
    void the_price_of_a_month_is_derived() {
        assertEquals("₹300", QUARTERLY.perMonth().toString());
        assertEquals("₹225", YEARLY.perMonth().toString());
        assertEquals("₹162", TWO_YEAR.perMonth().toString());
    }

    @Test
    void the_saving_is_rounded_against_us() {
        assertEquals(25, YEARLY.savesPercentAgainst(QUARTERLY));
        assertEquals(45, TWO_YEAR.savesPercentAgainst(QUARTERLY));
        assertEquals(0, QUARTERLY.savesPercentAgainst(QUARTERLY));
    }

    @Test
    void a_term_is_told_in_years_where_it_is_whole_years() {
        assertEquals("3 months", QUARTERLY.term());
        assertEquals("1 year", YEARLY.term());
        assertEquals("year", YEARLY.cycle());
        assertEquals("3 months", QUARTERLY.cycle());
        assertEquals("2 years", TWO_YEAR.term());
    }

    @Test
    void a_plan_that_cannot_be_sold_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Plan("free", 1, "Free", 1, Money.rupees(0)));
        assertThrows(IllegalArgumentException.class, () -> new Plan("long_trial", 1, "Long", 1, Money.rupees(1), 31));
        assertThrows(IllegalArgumentException.class, () -> new Plan("no_trial", 1, "No", 1, Money.rupees(1), -1));
        assertThrows(IllegalArgumentException.class, () -> new Plan("long", 1, "Long", 37, Money.rupees(1)));
    }
}
