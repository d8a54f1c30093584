package news.masthead.ops;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sheet as a file: https://www.rfc-editor.org/rfc/rfc4180. Amounts are plain decimals. What a spreadsheet would take for a formula gets an
 * apostrophe before it: https://owasp.org/www-community/attacks/CSV_Injection.
 */
final class Csv {

    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    static String of(Sheet sheet) {
        return Stream.concat(
                        Stream.of(line(
                                sheet.heads().stream().map(Sheet.Cell::words).toList())),
                        sheet.rows().stream().map(Csv::line))
                .collect(Collectors.joining());
    }

    private static String line(List<Sheet.Cell> cells) {
        return cells.stream().map(Csv::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String field(Sheet.Cell cell) {
        String value = cell.number() || !isFormula(cell.plain()) ? cell.plain() : "'" + cell.plain();
        return value.chars().anyMatch(one -> one == '"' || one == ',' || one == '\n' || one == '\r')
                ? '"' + value.replace("\"", "\"\"") + '"'
                : value;
    }

    private static boolean isFormula(String value) {
        return !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0;
    }
}
