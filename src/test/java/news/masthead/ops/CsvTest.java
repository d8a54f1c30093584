package news.masthead.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import news.masthead.ops.Sheet.Cell;
import news.masthead.values.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sheet as a file that every spreadsheet reads, and none executes. */
class CsvTest {

    @Test
    void has_a_head_and_a_line_for_each_row_that_end_as_the_standard_says() {
        Sheet sheet = new Sheet(
                "mrr",
                "MRR",
                List.of("Month", "Closing", "Rate"),
                List.of(
                        List.of(Cell.words("Nov 2026", "2026-11"), Cell.money(new Money(123_456_750)), Cell.none()),
                        List.of(
                                Cell.words("Dec 2026", "2026-12"),
                                Cell.money(new Money(-5)),
                                Cell.percent(new BigDecimal("12.5")))));
        assertEquals("Month,Closing,Rate\r\n2026-11,1234567.50,\r\n2026-12,-0.05,12.5\r\n", Csv.of(sheet));
    }

    @Test
    void quotes_what_would_break_a_line_and_disarms_what_would_be_a_formula() {
        assertEquals("\"a,b\"", field("a,b"));
        assertEquals("\"say \"\"so\"\"\"", field("say \"so\""));
        assertEquals("\"two\nlines\"", field("two\nlines"));
        assertEquals("'=HYPERLINK(1)", field("=HYPERLINK(1)"));
        assertEquals("'+91", field("+91"));
        assertEquals("'-1+1", field("-1+1"));
        assertEquals("'@SUM(A1)", field("@SUM(A1)"));
        assertEquals("'\tx", field("\tx"));
        assertEquals("ಕನ್ನಡ ₹", field("ಕನ್ನಡ ₹"));
    }

    @ParameterizedTest
    @CsvSource({"0, '0'", "1234567, '12,34,567'"})
    void shows_people_what_they_read_and_programs_what_they_count(long count, String shown) {
        assertEquals(shown, Cell.count(count).shown());
        assertEquals(Long.toString(count), Cell.count(count).plain());
    }

    private static String field(String words) {
        Sheet sheet = new Sheet("s", "S", List.of("H"), List.of(List.of(Cell.words(words))));
        return Csv.of(sheet).substring("H\r\n".length()).replaceAll("\r\n$", "");
    }
}
