package roundhouse.assets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import roundhouse.tenancy.Mistake;

/**
 * {@code assets.csv}, RFC 4180, its first line naming the columns in any order.
 *
 * @param assets   those without a mistake
 * @param mistakes each with its line; who has any applies nothing
 */
public record AssetFile(List<AssetForm> assets, List<Mistake> mistakes) {

    static final List<String> COLUMNS = List.of("tag", "type", "name", "serial", "vendor", "model", "owner", "location", "warrantyEnds", "remote", "notes");

    private static final CsvMapper CSV = CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvParser.Feature.TRIM_SPACES).build();

    /** @param name for the mistakes @param owners user names of the client's people */
    public static AssetFile read(String name, String text, Set<String> owners, Validator validator) {
        return new Reading(name, owners, validator).read(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static final class Reading {

        private final String name;
        private final Set<String> owners;
        private final Validator validator;
        private final List<AssetForm> assets = new ArrayList<>();
        private final List<Mistake> mistakes = new ArrayList<>();
        private final Map<String, Integer> lines = new HashMap<>();

        Reading(String name, Set<String> owners, Validator validator) {
            this.name = name;
            this.owners = owners;
            this.validator = validator;
        }

        AssetFile read(String text) {
            try (MappingIterator<String[]> rows = CSV.readerFor(String[].class).readValues(text)) {
                List<String> columns = rows.hasNextValue() ? List.of(rows.nextValue()) : List.of();
                if (heading(columns)) {
                    while (rows.hasNextValue()) {
                        int line = rows.getCurrentLocation().getLineNr();
                        row(columns, rows.nextValue(), line);
                    }
                }
            } catch (JsonProcessingException e) {
                mistake(e.getLocation() == null ? 0 : e.getLocation().getLineNr(), null, "This is no CSV: " + e.getOriginalMessage());
            } catch (IOException e) {
                throw new IllegalStateException("A text in memory could not be read", e);
            }
            return new AssetFile(List.copyOf(assets), List.copyOf(mistakes));
        }

        private boolean heading(List<String> columns) {
            columns.stream().filter(column -> !COLUMNS.contains(column))
                    .forEach(column -> mistake(1, column, "There is no such column. The columns are " + String.join(",", COLUMNS) + "."));
            List.of("tag", "type", "name").stream().filter(column -> !columns.contains(column))
                    .forEach(column -> mistake(1, column, "This column is missing."));
            columns.stream().filter(column -> columns.indexOf(column) != columns.lastIndexOf(column)).distinct()
                    .forEach(column -> mistake(1, column, "This column is there twice."));
            return mistakes.isEmpty();
        }

        private void row(List<String> columns, String[] cells, int line) {
            if (cells.length > columns.size()) {
                mistake(line, null, "This line has " + cells.length + " cells, the first has " + columns.size() + ": put text with a comma in quotes.");
                return;
            }
            Map<String, String> cell = new HashMap<>();
            for (int i = 0; i < cells.length; i++) {
                cell.put(columns.get(i), cells[i]);
            }
            int before = mistakes.size();
            AssetForm form = new AssetForm(cell.get("tag"), cell.get("type"), cell.get("name"), cell.get("serial"), cell.get("vendor"),
                    cell.get("model"), cell.get("owner"), cell.get("location"), date(cell.get("warrantyEnds"), line), cell.get("remote"), cell.get("notes"));
            for (ConstraintViolation<AssetForm> violation : validator.validate(form)) {
                mistake(line, violation.getPropertyPath().toString(), violation.getMessage());
            }
            if (form.owner() != null && !owners.contains(form.owner())) {
                mistake(line, "owner", "This client has nobody with the user name " + form.owner() + ".");
            }
            Integer twin = form.tag() == null ? null : lines.putIfAbsent(form.tag(), line);
            if (twin != null) {
                mistake(line, "tag", form.tag() + " stands in line " + twin + " already.");
            }
            if (mistakes.size() == before) {
                assets.add(form);
            }
        }

        private LocalDate date(String text, int line) {
            if (text == null || text.isBlank()) {
                return null;
            }
            try {
                return LocalDate.parse(text.strip());
            } catch (DateTimeException e) {
                mistake(line, "warrantyEnds", "A date is written as in 2027-04-28.");
                return null;
            }
        }

        private void mistake(int line, String field, String message) {
            mistakes.add(new Mistake(name, line, field, message));
        }
    }
}
