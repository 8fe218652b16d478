package roundhouse.environments;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import roundhouse.tenancy.Mistakes;
import roundhouse.tenancy.YamlPart;

/** The fields of one section of a file, asked for by name. What is missing, wrong or unknown becomes a mistake. */
final class Sheet {

    private final Mistakes mistakes;
    private final YamlPart part;
    private final String path;
    private final Map<String, YamlPart> fields;

    private Sheet(Mistakes mistakes, YamlPart part, String path, Set<String> known) {
        this.mistakes = mistakes;
        this.part = part;
        this.path = path;
        this.fields = mistakes.fields(part, path, known);
    }

    static Sheet of(Mistakes mistakes, YamlPart part, String path, String... known) {
        return new Sheet(mistakes, part, path, new TreeSet<>(Set.of(known)));
    }

    /** Of the whole file. An empty file has no fields. */
    static Sheet of(Mistakes mistakes, String text, String... known) {
        return of(mistakes, mistakes.read(text).orElse(null), "", known);
    }

    /** Never null: a word that is missing is a mistake, and empty. */
    String need(String field) {
        return word(field).orElseGet(() -> {
            if (!mistakes.found().isEmpty() && part == null) {
                return "";
            }
            wrong(field, "is missing");
            return "";
        });
    }

    Optional<String> word(String field) {
        return mistakes.text(fields.get(field), Mistakes.under(path, field));
    }

    /** What the reader makes of the word, null where there is none or it will not do. @param form how it should be written */
    <T> T as(String field, String form, Function<String, T> reader) {
        String word = word(field).orElse(null);
        if (word == null) {
            return null;
        }
        try {
            return reader.apply(word);
        } catch (IllegalArgumentException | DateTimeException notOfThatForm) {
            wrong(field, "\"" + word + "\" will not do: write " + form);
            return null;
        }
    }

    <T> T needAs(String field, String form, Function<String, T> reader) {
        return need(field).isEmpty() ? null : as(field, form, reader);
    }

    boolean truth(String field) {
        return Boolean.TRUE.equals(as(field, "true or false", word -> switch (word.toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw new IllegalArgumentException(word);
        }));
    }

    /** In the order written, each once. */
    List<String> words(String field) {
        Set<String> words = new LinkedHashSet<>();
        for (YamlPart item : items(field)) {
            mistakes.text(item, Mistakes.under(path, field)).ifPresent(words::add);
        }
        return List.copyOf(words);
    }

    List<YamlPart> items(String field) {
        return mistakes.items(fields.get(field), Mistakes.under(path, field));
    }

    /** Each item of a list as a sheet of its own. */
    List<Sheet> sheets(String field, String... known) {
        List<Sheet> sheets = new ArrayList<>();
        for (YamlPart item : items(field)) {
            sheets.add(of(mistakes, item, Mistakes.under(path, field) + "[" + sheets.size() + "]", known));
        }
        return sheets;
    }

    Optional<Sheet> sheet(String field, String... known) {
        return Mistakes.isAbsent(fields.get(field)) ? Optional.empty()
                : Optional.of(of(mistakes, fields.get(field), Mistakes.under(path, field), known));
    }

    /** The fields of a section whose names are free, as words. */
    Map<String, String> free(String field) {
        Map<String, String> free = new java.util.LinkedHashMap<>();
        String under = Mistakes.under(path, field);
        mistakes.fields(fields.get(field), under)
                .forEach((name, value) -> free.put(name, mistakes.text(value, Mistakes.under(under, name)).orElse("")));
        return free;
    }

    boolean has(String field) {
        return !Mistakes.isAbsent(fields.get(field));
    }

    boolean isWord(String field) {
        return fields.get(field) instanceof YamlPart.Scalar;
    }

    void wrong(String field, String message) {
        YamlPart where = fields.getOrDefault(field, part);
        mistakes.at(where == null ? 0 : where.line(), Mistakes.under(path, field), message);
    }
}
