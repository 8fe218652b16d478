package roundhouse.portal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import roundhouse.knowledge.ArticleLine;
import roundhouse.tickets.Category;
import roundhouse.web.Choice;
import roundhouse.web.Refused.Violation;

/**
 * The form of a request as the page draws it.
 *
 * @param category null where the client has no catalogue
 * @param help     articles that may make the request unnecessary
 */
public record RequestFormView(Category category, RequestForm form, List<Question> questions, List<ArticleLine> help, List<Violation> problems) {

    /** @param value what was typed before */
    public record Question(Category.Field field, String id, String value, List<Choice> choices, String problem) {

        /** With what it is answered: {@code text}, {@code paragraph}, {@code choice}, {@code date}, {@code number}, {@code file}. */
        public String control() {
            return switch (field.type()) {
                case TEXT -> "text";
                case PARAGRAPH -> "paragraph";
                case CHOICE, PERSON -> "choice";
                case ASSET -> choices.isEmpty() ? "text" : "choice";
                case DATE -> "date";
                case NUMBER -> "number";
                case FILE -> "file";
            };
        }
    }

    /** @param choices by the names of the questions that have some */
    static RequestFormView of(Category category, RequestForm form, Map<String, List<Choice>> choices, List<ArticleLine> help,
                              List<Violation> problems) {
        Stream<Category.Field> fields = category == null ? Stream.of() : category.fields().stream();
        return new RequestFormView(category, form, fields.map(field -> {
            String id = RequestForm.ANSWER + field.name();
            return new Question(field, id, form.answers().getOrDefault(field.name(), ""), choices.getOrDefault(field.name(), List.of()),
                    problem(problems, id));
        }).toList(), help, problems.stream().sorted(Comparator.comparingInt(problem -> place(category, problem.field()))).toList());
    }

    public String title() {
        return category == null ? "Ask for help" : category.name();
    }

    public String slug() {
        return category == null ? "" : category.slug();
    }

    /** Null for none. */
    public String problem(String field) {
        return problem(problems, field);
    }

    /** In the order of the page: the summary of problems is read from the top. */
    private static int place(Category category, String field) {
        List<String> order = Stream.concat(Stream.of("", "subject"), category == null ? Stream.of()
                : category.fields().stream().map(asked -> RequestForm.ANSWER + asked.name())).toList();
        return order.contains(field) ? order.indexOf(field) : order.size();
    }

    private static String problem(List<Violation> problems, String field) {
        return problems.stream().filter(problem -> field.equals(problem.field())).map(Violation::message).findFirst().orElse(null);
    }
}
