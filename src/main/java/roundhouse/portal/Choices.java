package roundhouse.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import roundhouse.identity.People;
import roundhouse.tickets.Category;
import roundhouse.web.Choice;

/** What the questions of a form offer to choose from. */
@ApplicationScoped
public class Choices {

    private final People people;

    Choices(People people) {
        this.people = people;
    }

    /** @param category null for none. @return by the names of the questions that have some */
    Map<String, List<Choice>> of(Category category, RequestForm form) {
        Map<String, List<Choice>> offered = new HashMap<>();
        if (category != null) {
            category.fields().forEach(field -> offered.put(field.name(), of(field, form.answers().getOrDefault(field.name(), ""))));
        }
        return offered;
    }

    private List<Choice> of(Category.Field field, String chosen) {
        return switch (field.type()) {
            case CHOICE -> field.choices().stream().map(choice -> new Choice(choice, choice, choice.equals(chosen))).toList();
            case PERSON -> people.ofThisClient().stream()
                    .map(person -> new Choice(person.user(), person.name(), person.user().equals(chosen))).toList();
            case ASSET, TEXT, PARAGRAPH, DATE, NUMBER, FILE -> List.of();
        };
    }
}
