package news.masthead.ops;

import java.math.BigDecimal;
import java.util.List;
import news.masthead.values.Money;

/**
 * A table of figures, as a page shows it and as a file holds it.
 *
 * @param name of its file
 * @param rows in order, each with a cell for each head
 */
record Sheet(String name, String title, List<String> heads, List<List<Cell>> rows) {

    /** Whether a column is one of numbers, as its first cell is. */
    public boolean isOfNumbers(int column) {
        return !rows.isEmpty() && rows.getFirst().get(column).number();
    }

    Sheet newestFirst() {
        return new Sheet(name, title, heads, rows.reversed());
    }

    /**
     * @param shown as people read it
     * @param plain as programs read it: a number has a point and nothing else
     */
    record Cell(String shown, String plain, boolean number) {

        static Cell words(String words) {
            return new Cell(words, words, false);
        }

        /** @param plain in the form that sorts, such as {@code 2026-11} */
        static Cell words(String shown, String plain) {
            return new Cell(shown, plain, false);
        }

        static Cell count(long count) {
            return new Cell(Money.rupees(count).toString().replace("₹", ""), Long.toString(count), true);
        }

        static Cell money(Money money) {
            return new Cell(
                    money.toString(), BigDecimal.valueOf(money.paise(), 2).toPlainString(), true);
        }

        static Cell percent(BigDecimal percent) {
            return new Cell(percent.toPlainString() + "%", percent.toPlainString(), true);
        }

        static Cell number(BigDecimal number) {
            return new Cell(number.toPlainString(), number.toPlainString(), true);
        }

        /** Where there is nothing to divide by. */
        static Cell none() {
            return new Cell("–", "", true);
        }
    }
}
