package roundhouse.start;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import roundhouse.assets.AssetView;
import roundhouse.assets.ConfigurationView;
import roundhouse.identity.FullName;
import roundhouse.identity.Person;
import roundhouse.tickets.Category;

/** Puts the names of one ticket into the texts of a story. Time and number stay the same all through it. */
final class Words {

    private final Scene scene;
    private final Person requester;
    private final Person colleague;
    private final RandomGenerator chance;
    private final Storybook book;
    private final String language;
    private final Map<String, String> names = new LinkedHashMap<>();

    Words(Scene scene, Person requester, Person technician, AssetView asset, Category category, RandomGenerator chance, Storybook book, String language) {
        this.scene = scene;
        this.requester = requester;
        this.chance = chance;
        this.book = book;
        this.language = language;
        List<Person> others = scene.people().stream().filter(person -> person.id() != requester.id()).toList();
        this.colleague = others.isEmpty() ? requester : others.get(chance.nextInt(others.size()));
        names.put("person", first(requester));
        names.put("colleague", first(colleague));
        names.put("technician", first(technician));
        names.put("asset", asset == null ? someLaptop() : asset.tag());
        names.put("model", asset == null || asset.model() == null ? "" : asset.model());
        names.put("place", requester.location() == null ? scene.tenant().name() : requester.location());
        names.put("client", scene.tenant().name());
        names.put("configuration", configuration(category));
        names.put("time", String.format("%02d:%02d", 7 + chance.nextInt(11), 5 * chance.nextInt(12)));
        names.put("number", String.valueOf(1_000 + chance.nextInt(89_000)));
    }

    String fill(String text) {
        String filled = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            filled = filled.replace("{" + name.getKey() + "}", name.getValue());
        }
        return filled;
    }

    String said(String occasion) {
        List<String> phrases = book.phrases(language, occasion);
        return fill(phrases.get(chance.nextInt(phrases.size())));
    }

    /** What the form asks, answered by someone in a hurry: what is required, and half of the rest. */
    Map<String, Object> answers(Category category, AssetView asset, LocalDate asked) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (Category.Field field : category.fields()) {
            if (field.required() || chance.nextBoolean()) {
                String answer = switch (field.type()) {
                    case CHOICE -> field.choices().get(chance.nextInt(field.choices().size()));
                    case ASSET -> asset == null ? null : asset.tag();
                    case PERSON -> colleague.user();
                    case DATE -> asked.plusDays(chance.nextInt(14)).toString();
                    case NUMBER -> String.valueOf(1 + chance.nextInt(40));
                    case TEXT -> names.get("number");
                    case PARAGRAPH, FILE -> null;
                };
                if (answer != null) {
                    answers.put(field.name(), answer);
                }
            }
        }
        return answers;
    }

    private String someLaptop() {
        return scene.assets().stream().filter(asset -> asset.type().equals("laptop")).findFirst().map(AssetView::tag).orElse("the loan laptop");
    }

    private String configuration(Category category) {
        List<ConfigurationView> fitting = scene.configurations().stream().filter(each -> each.categories().contains(category.slug())).toList();
        return fitting.isEmpty() ? "the documentation" : "\"" + fitting.get(chance.nextInt(fitting.size())).name() + "\"";
    }

    private static String first(Person person) {
        return new FullName(person.name()).first();
    }
}
