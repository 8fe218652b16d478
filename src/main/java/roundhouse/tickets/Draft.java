package roundhouse.tickets;

import java.util.Map;

/**
 * What somebody typed into one of the ticket's forms and could not be taken: drawn again with why not.
 *
 * @param verb    the form: {@code reply}, {@code note}, {@code assignment}, {@code priority}, {@code hold}, {@code resolution}, {@code reopening}
 * @param problem empty where there is none
 */
public record Draft(String verb, Map<String, String> typed, String problem) {

    static final Draft NONE = new Draft("", Map.of(), "");

    public boolean of(String verb) {
        return this.verb.equals(verb);
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }
}
