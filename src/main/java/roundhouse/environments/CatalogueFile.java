package roundhouse.environments;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import roundhouse.identity.People;
import roundhouse.identity.Role;
import roundhouse.sla.Priority;
import roundhouse.tenancy.Mistakes;
import roundhouse.tenancy.YamlPart;
import roundhouse.tickets.Category;
import roundhouse.tickets.Tier;

/** What {@code catalogue.yaml} says. */
final class CatalogueFile {

    private CatalogueFile() {
    }

    /** @param people by user name: who approves is one of them, and an approver */
    static List<Category> read(String text, Map<String, People.Described> people, Mistakes mistakes) {
        List<Category> categories = new ArrayList<>();
        Set<String> slugs = new HashSet<>();
        Optional<YamlPart> whole = mistakes.read(text);
        for (YamlPart item : mistakes.items(whole.orElse(null), "")) {
            Sheet sheet = Sheet.of(mistakes, item, "[" + categories.size() + "]", "category", "name", "tier", "priority", "approvers", "fields");
            Category category = category(sheet, people);
            if (category.slug() != null && !slugs.add(category.slug())) {
                sheet.wrong("category", category.slug() + " stands here twice");
            }
            categories.add(category);
        }
        return categories;
    }

    private static Category category(Sheet sheet, Map<String, People.Described> people) {
        List<String> approvers = sheet.words("approvers");
        for (String approver : approvers) {
            if (!people.containsKey(approver)) {
                sheet.wrong("approvers", "there is nobody with the user name " + approver + " in people.yaml");
            } else if (!people.get(approver).roles().contains(Role.APPROVER)) {
                sheet.wrong("approvers", approver + " is no approver in people.yaml");
            }
        }
        Tier tier = sheet.as("tier", "1, 2 or 3", Tier::of);
        Priority priority = sheet.as("priority", "P1, P2, P3 or P4", Priority::valueOf);
        return new Category(sheet.needAs("category", "a short word, as in email", Forms::name), sheet.need("name"),
                tier == null ? Tier.FIRST : tier, priority == null ? Priority.P3 : priority, approvers, fields(sheet));
    }

    private static List<Category.Field> fields(Sheet category) {
        List<Category.Field> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Sheet sheet : category.sheets("fields", "name", "label", "type", "required", "choices")) {
            String name = sheet.needAs("name", "a short word, as in device", Forms::name);
            if (name != null && !names.add(name)) {
                sheet.wrong("name", name + " stands here twice");
            }
            Category.Type type = sheet.needAs("type", "text, paragraph, choice, date, number, asset, person or file", CatalogueFile::type);
            List<String> choices = sheet.words("choices");
            if ((type == Category.Type.CHOICE) == choices.isEmpty() && type != null) {
                sheet.wrong("choices", choices.isEmpty() ? "a choice needs something to choose from" : "only a field of type choice has choices");
            }
            fields.add(new Category.Field(name, sheet.need("label"), type, sheet.truth("required"), choices));
        }
        return fields;
    }

    private static Category.Type type(String word) {
        for (Category.Type type : Category.Type.values()) {
            if (type.word().equals(word)) {
                return type;
            }
        }
        throw new IllegalArgumentException(word);
    }
}
