package roundhouse.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import roundhouse.assets.Assets;
import roundhouse.assets.AssetView;
import roundhouse.identity.People;
import roundhouse.tickets.Category;
import roundhouse.web.Choice;

/** What the questions of a form offer to choose from. */
@ApplicationScoped
public class Choices {

    /** More than these nobody looks through: then the tag is typed. */
    private static final int MOST = 300;

    private final People people;
    private final Assets assets;

    Choices(People people, Assets assets) {
        this.people = people;
        this.assets = assets;
    }

    /** @param category null for none. @return by the names of the questions that have some */
    Map<String, List<Choice>> of(Category category, RequestForm form, String reader) {
        Map<String, List<Choice>> offered = new HashMap<>();
        if (category != null) {
            category.fields().forEach(field -> offered.put(field.name(), of(field, form.answers().getOrDefault(field.name(), ""), reader)));
        }
        return offered;
    }

    private List<Choice> of(Category.Field field, String chosen, String reader) {
        return switch (field.type()) {
            case CHOICE -> field.choices().stream().map(choice -> new Choice(choice, choice, choice.equals(chosen))).toList();
            case PERSON -> people.ofThisClient().stream()
                    .map(person -> new Choice(person.user(), person.name(), person.user().equals(chosen))).toList();
            case ASSET -> assets(chosen, reader);
            case TEXT, PARAGRAPH, DATE, NUMBER, FILE -> List.of();
        };
    }

    /** The reader's own first. */
    private List<Choice> assets(String chosen, String reader) {
        List<AssetView> all = assets.list(null, "", MOST + 1);
        return all.size() > MOST ? List.of() : all.stream().sorted(Comparator.comparing(asset -> !reader.equals(asset.owner())))
                .map(asset -> new Choice(asset.tag(), asset.tag() + " " + asset.name() + (reader.equals(asset.owner()) ? " (yours)" : ""),
                        asset.tag().equals(chosen))).toList();
    }
}
