package news.masthead.values;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|₹0",
                "90000|₹900",
                "270000|₹2,700",
                "390050|₹3,900.50",
                "10000000|₹1,00,000",
                "1234567850|₹1,23,45,678.50",
                "-4500000|-₹45,000",
                "5|₹0.05"
            })
    void rupees_are_grouped_as_Indians_write_them(long paise, String written) {
        assertEquals(written, new Money(paise).toString());
    }

    @Test
    void the_price_of_a_month_is_rounded_down_to_the_rupee() {
        assertEquals(Money.rupees(162), Money.rupees(3_900).perPartInWholeRupees(24));
        assertEquals(Money.rupees(225), Money.rupees(2_700).perPartInWholeRupees(12));
    }
}
