package roundhouse.tickets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import roundhouse.web.Choice;

/**
 * What somebody typed into one of the ticket's forms and could not be taken: drawn again with why not.
 *
 * @param verb    the form: {@code reply}, {@code note}, {@code assignment}, {@code priority}, {@code hold}, {@code resolution}, {@code reopening} and those of {@link RoutingPage}
 * @param problem empty where there is none
 */
public record Draft(String verb, Map<String, String> typed, String problem) {

    static final Draft NONE = new Draft("", Map.of(), "");

    /** @param pairs name and value of each field, null for empty */
    static Draft in(String verb, String... pairs) {
        Map<String, String> typed = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            typed.put(pairs[i], pairs[i + 1] == null ? "" : pairs[i + 1]);
        }
        return new Draft(verb, typed, "");
    }

    Draft because(String problem) {
        return new Draft(verb, typed, problem);
    }

    /** Whether it stands in the composer. */
    boolean isWritten() {
        return verb.equals("reply") || verb.equals("note");
    }

    public boolean of(String verb) {
        return this.verb.equals(verb);
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /** What was chosen in a form that is drawn again, else what was chosen before. */
    List<Choice> chosen(String verb, String field, List<Choice> choices) {
        return of(verb) ? choices.stream().map(choice -> new Choice(choice.value(), choice.label(), choice.value().equals(typed(field)))).toList() : choices;
    }
}
