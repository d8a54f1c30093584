package news.masthead.billing.tax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GstinTest {

    @ParameterizedTest
    @ValueSource(strings = {"27AAPFU0939F1ZV", "29AAGCB7383J1Z4", "27AAACT1997M1ZQ"})
    void a_number_with_the_right_check_digit_is_one(String value) {
        assertEquals(Optional.of(new Gstin(value)), Gstin.of(value));
        assertEquals(value.substring(0, 2), new Gstin(value).state().code);
    }

    @Test
    void it_may_be_typed_with_spaces_and_small_letters() {
        assertEquals(
                "27AAPFU0939F1ZV",
                Gstin.of(" 27 aapfu 0939f 1zv ").orElseThrow().value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "27AAPFU0939F1ZW",
                "27AAPFU0939F1Z",
                "28AAPFU0939F1ZV",
                "00AAPFU0939F1ZV",
                "27AAPFU0939F1AV",
                "27AAPFU093971ZV",
                "27AAPFU0939F1ZVX"
            })
    void anything_else_is_none(String value) {
        assertTrue(Gstin.of(value).isEmpty());
        assertThrows(IllegalArgumentException.class, () -> new Gstin(value));
    }

    @Test
    void one_wrong_letter_is_always_noticed() {
        String right = "27AAPFU0939F1ZV";
        for (int place = 0; place < right.length(); place++) {
            for (char other : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".toCharArray()) {
                String wrong = right.substring(0, place) + other + right.substring(place + 1);
                assertEquals(other == right.charAt(place), Gstin.of(wrong).isPresent(), wrong);
            }
        }
    }
}
