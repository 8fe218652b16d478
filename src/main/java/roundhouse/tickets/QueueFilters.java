package roundhouse.tickets;

import java.util.List;
import java.util.stream.Collectors;
import roundhouse.web.Choice;

/**
 * What narrows and sorts the queue, and how it is narrowed now.
 *
 * @param filtered whether anything but the order was asked for
 */
public record QueueFilters(List<Filter> filters, List<Choice> sorts, String text, boolean filtered) {

    /** One way to narrow the queue: several choices at once. */
    public record Filter(String name, String label, List<Choice> choices, List<ClientMark> marks) {

        /** {@code ACME Tools, Initech}, {@code ACME Tools and 3 more}; empty where nothing is chosen. */
        public String set() {
            List<String> chosen = choices.stream().filter(Choice::chosen).map(Choice::label).toList();
            return chosen.size() <= 2 ? String.join(", ", chosen) : chosen.get(0) + " and " + (chosen.size() - 1) + " more";
        }

        /** The client's mark of a choice, null for what is no client. */
        public ClientMark mark(Choice choice) {
            return marks.stream().filter(mark -> mark.slug().equals(choice.value())).findFirst().orElse(null);
        }
    }

    /** {@code ACME Tools, P1}; empty where nothing is chosen. */
    String title() {
        return filters.stream().map(Filter::set).filter(set -> !set.isEmpty()).collect(Collectors.joining(", "));
    }
}
