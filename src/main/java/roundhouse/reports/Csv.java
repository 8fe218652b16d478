package roundhouse.reports;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Lines of comma-separated values (RFC 4180) that no spreadsheet takes for formulas. */
final class Csv {

    private Csv() {
    }

    /** @param cells null for an empty one; ends with CRLF */
    static String line(Object... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        boolean formula = !(value instanceof Number) && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String harmless = formula ? "'" + text : text;
        boolean quoted = harmless.chars().anyMatch(character -> character == ',' || character == '"' || character == '\n' || character == '\r');
        return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
