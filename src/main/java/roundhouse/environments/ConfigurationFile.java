package roundhouse.environments;

import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import roundhouse.assets.ConfigurationForm;
import roundhouse.assets.ConfigurationType;
import roundhouse.tenancy.Mistakes;

/** What one file of {@code configurations/} says. */
final class ConfigurationFile {

    private static final String TYPES = String.join(", ", java.util.Arrays.stream(ConfigurationType.values()).map(ConfigurationType::word).toList());

    private ConfigurationFile() {
    }

    /** @param slug the name of the file without its ending */
    static ConfigurationForm read(String slug, String text, Set<String> assets, Set<String> categories, Validator validator, Mistakes mistakes) {
        Sheet sheet = Sheet.of(mistakes, text, "type", "name", "fields", "assets", "categories", "verified");
        ConfigurationType type = sheet.needAs("type", TYPES, ConfigurationType::of);
        String name = sheet.need("name");
        ConfigurationForm form = new ConfigurationForm(slug, type, name, sheet.free("fields"), known(sheet, "assets", assets, "assets.csv"),
                known(sheet, "categories", categories, "catalogue.yaml"), verified(sheet));
        validator.validate(form).stream().filter(violation -> !Set.of("type", "name").contains(violation.getPropertyPath().toString()))
                .forEach(violation -> sheet.wrong(violation.getPropertyPath().toString(), violation.getMessage()));
        return form;
    }

    private static List<String> known(Sheet sheet, String field, Set<String> there, String file) {
        List<String> words = sheet.words(field);
        words.stream().filter(word -> !there.contains(word)).forEach(word -> sheet.wrong(field, "there is no " + word + " in " + file));
        return words;
    }

    private static ConfigurationForm.Verified verified(Sheet sheet) {
        return sheet.sheet("verified", "on", "by").map(verified -> {
            LocalDate on = verified.needAs("on", "a date, as in 2026-08-01", LocalDate::parse);
            return new ConfigurationForm.Verified(on, verified.need("by"));
        }).orElse(null);
    }
}
