package roundhouse.sla;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import roundhouse.web.Choice;

/**
 * A policy while somebody writes it, as its form shows it.
 *
 * @param match     {@code default}, {@code category} or {@code asset}
 * @param matched   the category or the tag
 * @param calendars to choose from, none first
 */
public record PolicyDraft(DraftHead head, String match, String matched, List<Choice> calendars, List<Row> rows, String reopenWithin, String grace,
                          String longestHold, List<Choice> pauses, String warn) {

    /** The targets for one priority. */
    public record Row(Priority priority, List<Cell> cells, List<Choice> calendars) {

        public String calendarField() {
            return priority + "-calendar";
        }
    }

    /** @param field {@code P1-first_response} */
    public record Cell(String field, String label, String value) {
    }

    static PolicyDraft empty(TermsScreens.Desk desk) {
        Policy blank = new Policy("", 0, null, new Match.Default(), Policy.REOPEN_WITHIN, Policy.GRACE, null, Policy.PAUSES, Map.of(), List.of());
        return of(desk, blank, DraftHead.of(desk, (TermsView) null));
    }

    static PolicyDraft of(TermsScreens.Desk desk, TermsView view) {
        return of(desk, desk.terms(view.of()).named(view.name()).orElseThrow(), DraftHead.of(desk, view));
    }

    private static PolicyDraft of(TermsScreens.Desk desk, Policy policy, DraftHead head) {
        String match = policy.match() instanceof Match.Asset ? "asset" : policy.match() instanceof Match.Category ? "category" : "default";
        String matched = policy.match() instanceof Match.Asset asset ? asset.tag() : policy.match() instanceof Match.Category category ? category.category() : "";
        return new PolicyDraft(head, match, matched, calendars(desk, policy.calendar()),
                rows(desk, (kind, priority) -> policy.target(kind, priority).map(Length::written).orElse(""),
                        priority -> policy.rows().containsKey(priority) ? policy.rows().get(priority).calendar() : null),
                Length.writtenElapsed(policy.reopenWithin()), Length.written(policy.grace()), written(policy.longestHold()),
                pauses(policy.pauses().stream().map(HoldReason::word).collect(Collectors.toSet())),
                policy.warnings().stream().map(Warning::word).collect(Collectors.joining(", ")));
    }

    static PolicyDraft of(TermsScreens.Desk desk, Typed typed) {
        List<String> pauses = typed.fields().getOrDefault("pauses", List.of());
        return new PolicyDraft(DraftHead.of(desk, typed), typed.text("match"), typed.text("matched"), calendars(desk, typed.text("calendar")),
                rows(desk, (kind, priority) -> typed.text(field(priority, kind)), priority -> typed.text(priority + "-calendar")),
                typed.text("reopenWithin"), typed.text("grace"), typed.text("longestHold"), pauses(Set.copyOf(pauses)), typed.text("warn"));
    }

    PolicyDraft with(UnaryOperator<DraftHead> change) {
        return new PolicyDraft(change.apply(head), match, matched, calendars, rows, reopenWithin, grace, longestHold, pauses, warn);
    }

    /** As {@code sla.yaml} writes it. */
    JsonNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        if (match.equals("default")) {
            document.put("default", "true");
        } else if (match.equals("category") || match.equals("asset")) {
            document.putObject("match").put(match, matched);
        }
        put(document, "calendar", chosen(calendars));
        rows.forEach(row -> row.cells().stream().filter(cell -> !cell.value().isEmpty())
                .forEach(cell -> target(document, row.priority()).put(cell.field().substring(3), cell.value())));
        rows.forEach(row -> {
            if (!chosen(row.calendars()).isEmpty()) {
                target(document, row.priority()).put("calendar", chosen(row.calendars()));
            }
        });
        put(document, "reopenWithin", reopenWithin);
        put(document, "grace", grace);
        put(document, "longestHold", longestHold);
        pauses.stream().filter(Choice::chosen).map(Choice::value).forEach(document.putArray("pauses")::add);
        Arrays.stream(warn.split(",")).map(String::strip).filter(part -> !part.isEmpty()).forEach(document.withArray("warn")::add);
        return document;
    }

    /** The field of the form for one of the document. */
    static String field(String documents) {
        String field = documents.replaceFirst("^document\\.?", "");
        if (field.startsWith("targets.")) {
            String[] place = field.split("\\.");
            return place.length == 3 ? place[1] + "-" + place[2] : place[1] + "-calendar";
        }
        return field.equals("targets") ? "P1-first_response" : field.startsWith("match.") ? "matched" : field;
    }

    private static ObjectNode target(ObjectNode document, Priority priority) {
        return document.withObject("/targets/" + priority);
    }

    private static void put(ObjectNode document, String field, String value) {
        if (!value.isEmpty()) {
            document.put(field, value);
        }
    }

    private static String chosen(List<Choice> choices) {
        return choices.stream().filter(Choice::chosen).map(Choice::value).findFirst().orElse("");
    }

    private interface Cells {
        String at(Kind kind, Priority priority);
    }

    private static List<Row> rows(TermsScreens.Desk desk, Cells cells, Function<Priority, String> calendar) {
        return Arrays.stream(Priority.values()).map(priority -> new Row(priority,
                Arrays.stream(Kind.values()).map(kind -> new Cell(field(priority, kind), priority + " " + kind.title(), cells.at(kind, priority))).toList(),
                calendars(desk, calendar.apply(priority)))).toList();
    }

    private static String field(Priority priority, Kind kind) {
        return priority + "-" + kind.word();
    }

    private static List<Choice> calendars(TermsScreens.Desk desk, String chosen) {
        Set<String> names = new TreeSet<>(Comparator.comparing((String name) -> !name.isEmpty()).thenComparing(name -> name));
        names.add("");
        names.addAll(desk.promises().own().calendars().keySet());
        names.addAll(desk.promises().provider().calendars().keySet());
        if (chosen != null) {
            names.add(chosen);
        }
        return names.stream().map(name -> new Choice(name, name, name.equals(chosen == null ? "" : chosen))).toList();
    }

    private static List<Choice> pauses(Set<String> chosen) {
        return Arrays.stream(HoldReason.values()).map(reason -> new Choice(reason.word(), reason.phrase(), chosen.contains(reason.word()))).toList();
    }

    private static String written(Duration elapsed) {
        return elapsed == null ? "" : Length.writtenElapsed(elapsed);
    }
}
